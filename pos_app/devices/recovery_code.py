"""The owner's recovery code: what brings the shop's secrets to another machine.

Printed once at set-up, eight groups of four characters without look-alikes: 140 bits of
chance and 20 bits of check, so that a slip of the pen is told from a wrong code before
anything is tried. The secrets travel with every backup, locked by this code; they are
locked once, so that no backup ever has to ask for it.
"""

import json
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from pos_app.errors import Refusal

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's 32 signs: no I, L, O, U."""
_LOOK_ALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})
_GROUP_SIGNS = 4
_CHANCE_SIGNS = 28
_CHECK_SIGNS = 4

_MAGIC = b"POS-KEYS-1"
_SALT_BYTES = 16
_NONCE_BYTES = 12
_KEY_BYTES = 32


@dataclass(eq=False)
class RecoveryCodeMistyped(Refusal):
    """The signs do not fit their check: one is wrong, missing or too many."""

    signs: int
    """How many were read; a code has 32."""


@dataclass(eq=False)
class RecoveryCodeMissing(Refusal):
    """Nothing at all was typed where a recovery code was asked for."""


@dataclass(eq=False)
class RecoveryCodeWrong(Refusal):
    """A well-formed code, but not the one these secrets were locked with."""


@dataclass(eq=False)
class LockedSecretsDamaged(Refusal):
    """The bytes are no locked secrets of this program, or part of them is missing."""


def new_recovery_code() -> str:
    """Return a new code from chance, as it is printed: ABCD-EFGH-..., 39 characters."""
    chance = "".join(secrets.choice(_ALPHABET) for _ in range(_CHANCE_SIGNS))
    return _in_groups(chance + _check_of(chance))


def read_recovery_code(text: str) -> str:
    """Return a typed code as printed; spaces, case and look-alikes do not matter.

    Raises:
        RecoveryCodeMissing: nothing was typed.
        RecoveryCodeMistyped: the check at its end does not fit.
    """
    if not text.strip():
        raise RecoveryCodeMissing
    plain = unicodedata.normalize("NFKC", text).upper().translate(_LOOK_ALIKES)
    signs = "".join(sign for sign in plain if sign in _ALPHABET)
    rest = set(plain) - set(_ALPHABET) - set(" -–—_.,\t\r\n")
    whole = len(signs) == _CHANCE_SIGNS + _CHECK_SIGNS
    if rest or not whole or _check_of(signs[:_CHANCE_SIGNS]) != signs[_CHANCE_SIGNS:]:
        raise RecoveryCodeMistyped(signs=len(signs))
    return _in_groups(signs)


def lock_secrets(kept: Mapping[str, bytes], code: str) -> bytes:
    """Return the secrets locked by the recovery code, to be kept with the shop.

    Argon2id makes the key, AES-256-GCM locks and seals.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    plain = json.dumps({name: secret.hex() for name, secret in sorted(kept.items())})
    sealed = AESGCM(_key_of(code, salt)).encrypt(nonce, plain.encode(), _MAGIC)
    return _MAGIC + salt + nonce + sealed


def unlock_secrets(locked: bytes, code: str) -> dict[str, bytes]:
    """Return the secrets by name.

    Raises:
        RecoveryCodeMistyped: the typed code does not fit its own check.
        RecoveryCodeWrong: it is another shop's code, or an older one.
        LockedSecretsDamaged: the bytes are not what `lock_secrets` wrote.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt_at, nonce_at = len(_MAGIC), len(_MAGIC) + _SALT_BYTES
    sealed_at = nonce_at + _NONCE_BYTES
    if not locked.startswith(_MAGIC) or len(locked) <= sealed_at:
        raise LockedSecretsDamaged
    key = _key_of(code, locked[salt_at:nonce_at])
    try:
        plain = AESGCM(key).decrypt(locked[nonce_at:sealed_at], locked[sealed_at:], _MAGIC)
    except InvalidTag as error:
        raise RecoveryCodeWrong from error
    return {name: bytes.fromhex(secret) for name, secret in json.loads(plain).items()}


def _key_of(code: str, salt: bytes) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        read_recovery_code(code).encode(),
        salt,
        time_cost=3,
        memory_cost=64 * 1024,
        parallelism=1,
        hash_len=_KEY_BYTES,
        type=Type.ID,
    )


def _check_of(chance: str) -> str:
    number = int.from_bytes(sha256(chance.encode()).digest()[:3], "big")
    return "".join(_ALPHABET[number >> shift & 31] for shift in (15, 10, 5, 0))


def _in_groups(signs: str) -> str:
    return "-".join(signs[at : at + _GROUP_SIGNS] for at in range(0, len(signs), _GROUP_SIGNS))
