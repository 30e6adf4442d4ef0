"""PINs: their shape, how they are kept, and how long a wrong one locks."""

import pytest
from argon2.exceptions import VerificationError

from pos_app.domain.pin import (
    PinHash,
    PinTooSimple,
    PinWrongShape,
    check_pin_shape,
    hash_pin,
    is_right_pin,
    lock_seconds,
)
from pos_app.domain.staff import CASHIER, MANAGER, OWNER
from pos_app.errors import Refusal

PEPPER = bytes(32)
SALT = bytes(range(16))


@pytest.mark.parametrize(
    ("role", "pin"),
    [
        (CASHIER, "271828"),
        (CASHIER, "２７１８２８"),
        (MANAGER, "31415926"),
        (OWNER, "correct horse"),
        (OWNER, "好邻居超市店长密码"),
    ],
)
def test_a_pin_of_the_roles_shape_is_taken(role: str, pin: str) -> None:
    """Cashiers type six digits all day; managers type eight characters now and then."""
    assert check_pin_shape(pin, role) is None  # type: ignore[func-returns-value]


@pytest.mark.parametrize(
    ("role", "pin", "why"),
    [
        (CASHIER, "27182", PinWrongShape),
        (CASHIER, "2718281", PinWrongShape),
        (CASHIER, "27182a", PinWrongShape),
        (CASHIER, "٢٧١٨٢٨", PinWrongShape),
        (CASHIER, "", PinWrongShape),
        (MANAGER, "3141592", PinWrongShape),
        (OWNER, "3141\u00005926", PinWrongShape),
        (OWNER, "x" * 65, PinWrongShape),
        (CASHIER, "777777", PinTooSimple),
        (CASHIER, "123456", PinTooSimple),
        (CASHIER, "987654", PinTooSimple),
        (OWNER, "aaaaaaaa", PinTooSimple),
    ],
)
def test_a_pin_that_is_guessed_first_is_refused(role: str, pin: str, why: type[Refusal]) -> None:
    """The first thing anybody tries must not open the drawer (ASVS 6.2.1)."""
    with pytest.raises(why):
        check_pin_shape(pin, role)


def test_only_the_right_pin_with_the_right_pepper_opens() -> None:
    """A stolen file without the pepper is useless, even with the right PIN at hand."""
    kept = hash_pin("271828", pepper=PEPPER, salt=SALT)
    answers = [
        is_right_pin("271828", kept, pepper=PEPPER),
        is_right_pin("２７１８２８", kept, pepper=PEPPER),
        is_right_pin("271829", kept, pepper=PEPPER),
        is_right_pin("271828", kept, pepper=bytes([1] * 32)),
        is_right_pin("9" * 10_000, kept, pepper=PEPPER),
    ]

    assert answers == [True, True, False, False, False]


def test_a_pin_is_kept_with_the_figures_of_the_decision() -> None:
    """Argon2id t=3, m=64 MiB, p=1 (faults.md D13); less would be searched in hours."""
    kept = hash_pin("271828", pepper=PEPPER, salt=SALT)

    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=1$")
    assert kept == hash_pin("271828", pepper=PEPPER, salt=SALT)


def test_a_damaged_record_is_a_bug_and_opens_nothing() -> None:
    """Failing closed: what argon2 never wrote must not read as a wrong or right PIN."""
    with pytest.raises(VerificationError):
        is_right_pin("271828", PinHash("rubbish"), pepper=PEPPER)


@pytest.mark.parametrize(
    ("wrong", "seconds"),
    [(0, 0), (4, 0), (5, 30), (6, 60), (7, 120), (8, 240), (9, 480), (10, 900), (10**9, 900)],
)
def test_a_lock_doubles_up_to_a_quarter_of_an_hour(wrong: int, seconds: int) -> None:
    """Guessing becomes hopeless, and a cashier who mistyped is back within the hour."""
    assert lock_seconds(wrong) == seconds
