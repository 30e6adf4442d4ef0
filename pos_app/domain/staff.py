"""Who works in the shop, in which role, and what a role may do."""

from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.record import Index, Record

CASHIER = "cashier"
MANAGER = "manager"
OWNER = "owner"
ROLES = (CASHIER, MANAGER, OWNER)

# What a person asks to do, as journaled with who approved it.
VOID = "void"
RETURN = "return"
PRICE = "price"
DISCOUNT = "discount"
DRAWER = "drawer"
CASH_MOVE = "cash_move"
"""Cash in or out above what a cashier may move alone."""
LOOK = "look"
"""A shift's figures before the drawer is counted, on an X slip."""
CATALOGUE = "catalogue"
STAFF = "staff"
PROGRAM = "program"
SECOND = "second"
"""Confirms a red program that somebody else starts (rulebook 10.10)."""
KEYS = "keys"
"""Makes a new recovery code: who has it and a backup has the shop."""
OFFICE = "office"
ERASE = "erase"
"""Erases what names a member (rulebook 10.6)."""
MERGE = "merge"
"""Merges two members who are one person (rulebook 1.10)."""

_MANAGES = frozenset(
    {VOID, RETURN, PRICE, DISCOUNT, DRAWER, CASH_MOVE, LOOK, CATALOGUE, OFFICE, SECOND, MERGE}
)
_RIGHTS = {
    CASHIER: frozenset({DRAWER}),
    MANAGER: _MANAGES,
    OWNER: _MANAGES | {STAFF, PROGRAM, KEYS, ERASE},
}


@dataclass(frozen=True, slots=True)
class Staff(Record):
    """A person who signs in with a PIN; never deleted, only switched off."""

    TABLE: ClassVar[str] = "staff"
    KEY: ClassVar[tuple[str, ...]] = ("number",)
    SECRET: ClassVar[tuple[str, ...]] = ("pin",)

    number: int
    name: str
    role: str
    pin: str
    """Argon2id text over the peppered PIN; the journal holds its SHA-256 only."""
    active: bool = True


ACTIVE_STAFF = Index(Staff, "active", ("active", "number"))


def may(role: str, right: str) -> bool:
    """Whether the role has the right without anybody's approval."""
    return right in _RIGHTS[role]
