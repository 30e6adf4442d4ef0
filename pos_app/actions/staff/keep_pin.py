"""Turning a typed PIN into what the shop keeps of it, and comparing the two.

Takes about a tenth of a second by intent; never called inside a unit of work.
"""

import secrets
from hashlib import sha256

from pos_app.devices.key_store import PEPPER
from pos_app.domain.pin import SALT_BYTES, PinHash, check_pin_shape, hash_pin, is_right_pin
from pos_app.domain.staff import Staff
from pos_app.shop import Shop


def new_pin_hash(shop: Shop, pin: str, *, role: str) -> PinHash:
    """Hash a newly chosen PIN with the shop's pepper and a new salt.

    Raises:
        PinWrongShape, PinTooSimple: not one that the role may have.
    """
    check_pin_shape(pin, role)
    return hash_pin(pin, pepper=shop.keys.read(PEPPER), salt=secrets.token_bytes(SALT_BYTES))


def pin_fits(shop: Shop, pin: str, *, person: Staff) -> bool:
    """Whether the typed PIN is the person's."""
    return is_right_pin(pin, PinHash(person.pin), pepper=shop.keys.read(PEPPER))


def pin_digest(kept: str) -> str:
    """Return what the journal holds of a stored PIN: its SHA-256."""
    return sha256(kept.encode("ascii")).hexdigest()
