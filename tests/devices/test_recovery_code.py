"""The recovery code: typed by hand, checked by itself, the one way to secrets."""

import pytest

from pos_app.devices.recovery_code import (
    LockedSecretsDamaged,
    RecoveryCodeMissing,
    RecoveryCodeMistyped,
    RecoveryCodeWrong,
    lock_secrets,
    new_recovery_code,
    read_recovery_code,
    unlock_secrets,
)

CODE = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-C9TF"
SECRETS = {"card-key": bytes(range(32)), "pepper": bytes(range(32, 64))}


def test_a_new_code_is_eight_groups_of_four_and_fits_its_own_check() -> None:
    """It is printed once and typed years later by somebody in trouble."""
    code = new_recovery_code()

    assert [len(group) for group in code.split("-")] == [4] * 8
    assert read_recovery_code(code) == code


def test_two_codes_differ() -> None:
    """A code that another shop could have is no lock."""
    assert new_recovery_code() != new_recovery_code()


def test_case_spaces_width_and_look_alikes_do_not_matter() -> None:
    """O for 0, l for 1, small letters or full width: the owner has the right paper."""
    code = read_recovery_code(CODE)
    typed = code.replace("-", "  ").replace("0", "o").replace("1", "l").lower()
    wide = "".join(chr(ord(sign) + 0xFEE0) if sign != "-" else sign for sign in code)

    assert (read_recovery_code(typed), read_recovery_code(wide)) == (code, code)


def test_each_wrong_sign_is_noticed_before_anything_is_tried() -> None:
    """A slip of the pen is told from a wrong code."""
    signs = CODE.replace("-", "")
    for place, sign in enumerate(signs):
        wrong = signs[:place] + ("7" if sign != "7" else "8") + signs[place + 1 :]
        with pytest.raises(RecoveryCodeMistyped):
            read_recovery_code(wrong)


@pytest.mark.parametrize(
    ("typed", "signs"), [(CODE[:-1], 31), (CODE + "0", 33), (CODE + "!", 32), ("好", 0)]
)
def test_a_code_of_another_length_says_how_many_signs_were_read(typed: str, signs: int) -> None:
    """The owner sees that a sign is missing rather than searching for a wrong one."""
    with pytest.raises(RecoveryCodeMistyped) as caught:
        read_recovery_code(typed)

    assert caught.value.facts == {"signs": signs}


@pytest.mark.parametrize("typed", ["", "  ", "\t"])
def test_nothing_typed_is_not_called_mistyped(typed: str) -> None:
    """That 0 of 32 signs were read answers a question that nobody asked."""
    with pytest.raises(RecoveryCodeMissing):
        read_recovery_code(typed)


def test_the_code_brings_the_secrets_back() -> None:
    """A shop restored on another machine knows its PINs and signs the same cards."""
    assert unlock_secrets(lock_secrets(SECRETS, CODE), CODE.lower()) == SECRETS


def test_another_code_does_not() -> None:
    """Whoever finds the backup without the paper finds nothing."""
    with pytest.raises(RecoveryCodeWrong):
        unlock_secrets(lock_secrets(SECRETS, CODE), new_recovery_code())


def test_a_changed_byte_does_not_open() -> None:
    """A damaged backup must not hand out damaged secrets."""
    locked = bytearray(lock_secrets(SECRETS, CODE))
    locked[-1] ^= 1

    with pytest.raises(RecoveryCodeWrong):
        unlock_secrets(bytes(locked), CODE)


@pytest.mark.parametrize("locked", [b"", b"POS-KEYS-1", b"x" * 100])
def test_foreign_bytes_are_called_damaged(locked: bytes) -> None:
    """The paper is right, the file is not: the owner looks for another backup."""
    with pytest.raises(LockedSecretsDamaged):
        unlock_secrets(locked, CODE)


def test_the_same_secrets_never_look_the_same_twice() -> None:
    """Two backups side by side must not tell that nothing changed."""
    assert lock_secrets(SECRETS, CODE) != lock_secrets(SECRETS, CODE)
