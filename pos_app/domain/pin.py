"""What a PIN may look like, how it is kept, and how long a wrong one locks.

A PIN is kept as argon2id over HMAC-SHA256(pepper, PIN): the pepper lies in the operating
system's key store, so that a stolen file of the shop alone cannot be searched for the
million PINs of six digits (faults.md D13, 1.7). One check takes about 0.1 s by intent;
it is done on the worker, never between a key and its echo.
"""

import hmac
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import NewType

from pos_app.domain.staff import CASHIER
from pos_app.errors import Refusal

PinHash = NewType("PinHash", str)
"""Argon2id's own text form, with its figures and salt."""

CASHIER_PIN_LENGTH = 6
LONG_PIN_LENGTH = 8
"""Managers and owners: as OWASP ASVS 6.2.1 asks of a password (faults.md 1.7)."""
LONGEST_PIN = 64
SALT_BYTES = 16

FREE_TRIES = 5
_FIRST_LOCK_SECONDS = 30
_LONGEST_LOCK_SECONDS = 15 * 60

_TIME_COST = 3
_MEMORY_KIB = 64 * 1024
_LANES = 1
_HASH_BYTES = 32


@dataclass(eq=False)
class PinWrongShape(Refusal):
    """A cashier's PIN has six digits, a manager's or owner's eight signs or more."""

    role: str
    shortest: int


@dataclass(eq=False)
class PinTooSimple(Refusal):
    """One character repeated or a run such as 123456: the first thing anybody tries."""

    role: str


def check_pin_shape(pin: str, role: str) -> None:
    """Refuse a new PIN that is too short, too long or too simple for the role.

    Raises:
        PinWrongShape: a cashier's is not six digits, another's not 8 to 64 characters.
        PinTooSimple: one character repeated, or a run up or down.
    """
    plain = _plain(pin)
    if role == CASHIER:
        fits = len(plain) == CASHIER_PIN_LENGTH and plain.isascii() and plain.isdigit()
        shortest = CASHIER_PIN_LENGTH
    else:
        fits = LONG_PIN_LENGTH <= len(plain) <= LONGEST_PIN and plain.isprintable()
        shortest = LONG_PIN_LENGTH
    if not fits:
        raise PinWrongShape(role=role, shortest=shortest)
    steps = {ord(after) - ord(before) for before, after in pairwise(plain)}
    if steps in ({0}, {1}, {-1}):
        raise PinTooSimple(role=role)


def hash_pin(pin: str, *, pepper: bytes, salt: bytes) -> PinHash:
    """Return what the shop keeps of a PIN; about 0.1 s and 64 MiB by intent.

    `salt` is 16 bytes of chance, new for each PIN.
    """
    from argon2.low_level import Type, hash_secret

    kept = hash_secret(
        _peppered(pin, pepper),
        salt,
        time_cost=_TIME_COST,
        memory_cost=_MEMORY_KIB,
        parallelism=_LANES,
        hash_len=_HASH_BYTES,
        type=Type.ID,
    )
    return PinHash(kept.decode("ascii"))


def is_right_pin(pin: str, kept: PinHash, *, pepper: bytes) -> bool:
    """Whether the PIN is the one that was kept; as slow as keeping it.

    A text that argon2 never wrote is a damaged record and raises VerificationError.
    """
    from argon2.exceptions import VerifyMismatchError
    from argon2.low_level import Type, verify_secret

    if len(pin) > LONGEST_PIN:
        return False
    try:
        return verify_secret(kept.encode("ascii"), _peppered(pin, pepper), Type.ID)
    except VerifyMismatchError:
        return False


def lock_seconds(wrong_tries: int) -> int:
    """How long sign-in is locked after so many wrong PINs in a row.

    Five tries are free, then 30 s, 60 s, 2, 4, 8 and from there on 15 minutes
    (faults.md 1.7). The count is kept in the shop's records and survives a restart.
    """
    if wrong_tries < FREE_TRIES:
        return 0
    # The exponent is bounded, or a robot's millionth try would build a giant number.
    doublings = min(wrong_tries - FREE_TRIES, 10)
    return min(_FIRST_LOCK_SECONDS << doublings, _LONGEST_LOCK_SECONDS)


def _plain(pin: str) -> str:
    # A PIN typed while an input method stands on full width is the same PIN.
    return unicodedata.normalize("NFKC", pin)


def _peppered(pin: str, pepper: bytes) -> bytes:
    return hmac.digest(pepper, _plain(pin).encode("utf-8", "surrogatepass"), "sha256")
