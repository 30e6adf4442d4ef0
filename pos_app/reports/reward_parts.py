"""What a movement of reward money is called, the same on every paper.

A day, a month, a shift's slip and the screens sort the books by this one table, so that
one word never means two things (rulebook 1.2, 10.9).
"""

from enum import Enum
from functools import lru_cache

from pos_app.domain.reward_accounts import TAX_WITHHELD

UNDOING = ("TAKEN_BACK", "RETURNED", "VOIDED", "GIVEN_BACK")
"""How the engine's words for undoing end."""

_FROM_REFUND = "TAKEN_BACK"


class Part(Enum):
    """A word for reward money that moved."""

    PUT_IN = "put in"
    """By a store, for a sale."""
    FROM_REFUNDS = "from refunds"
    """A benefit kept back from a refund (rulebook 1.6) comes into the pool by the store."""
    GIVEN = "given"
    """Into members' accounts: points, reward balance, vouchers, blocked parts."""
    TAKEN_BACK = "taken back"
    """Out of members' accounts, by returns, voids and expiry."""
    WITHHELD = "withheld"
    """A program's fee, the tax on prizes, and the fee of a payout."""
    RETURNED = "returned"
    """Back to the stores."""
    SET_ASIDE = "set aside"
    """By a store, of its own money, for late returns; less what voids took out again."""
    COVERED = "covered"
    """Out of a store's reserve to the store, for goods that came back late."""
    RESERVE_BACK = "reserve back"
    """Out of a store's reserve to the store, at the program's end."""
    USED = "used"
    """By members: paid with at a till or paid out with its fee, less what came back."""


class Side(Enum):
    """Whose an account is."""

    STORE = "store"
    POT = "pot"
    RESERVE = "reserve"
    """A store's own, set aside for late returns: neither a pool's nor a member's."""
    MEMBER = "member"
    WITHHELD = "withheld"
    TILL = "till"
    OTHER = "other"
    """None of the rulebook's accounts: a drawer, the goods ..."""


_SIDES = {
    "SRC": Side.STORE,
    "POOL": Side.POT,
    "FUND": Side.POT,
    "POINTS": Side.MEMBER,
    "CASH": Side.MEMBER,
    "VCH": Side.MEMBER,
    "PTS": Side.MEMBER,
    "LOCK": Side.MEMBER,
    "FEE": Side.WITHHELD,
    "OUT": Side.TILL,
}
_LATE_RESERVE = "FUND:late@"
_VOIDED = "VOIDED"
_COVERED = "COVERED"
_PROGRAMS = frozenset({Side.STORE, Side.POT, Side.WITHHELD})


def is_undoing(why: str) -> bool:
    """Whether a movement undoes an earlier one."""
    return why.endswith(UNDOING)


@lru_cache(maxsize=100_000)
def side_of(account: str) -> Side:
    """Return whose an account, or a group of accounts (`domain.flow`), is."""
    if account == TAX_WITHHELD:
        return Side.WITHHELD
    if account.startswith(_LATE_RESERVE):
        return Side.RESERVE
    return _SIDES.get(account.partition(":")[0], Side.OTHER)


def parts_of(debit: str, credit: str, why: str) -> tuple[tuple[Part, int], ...]:
    """Return what a movement counts as: each word once, with 1 or, undone, -1.

    Points go from a store to a member at once: put in and given alike. What only moves
    among pools and funds, or among the purses of members, counts as nothing.
    """
    giver, receiver = side_of(debit), side_of(credit)
    if Side.RESERVE in {giver, receiver}:
        return (_of_reserve(why, is_put_in=receiver is Side.RESERVE),)
    return _parts(giver, receiver, why if is_undoing(why) else "")


def _of_reserve(why: str, *, is_put_in: bool) -> tuple[Part, int]:
    """A reserve and its own store are the only ones that its money moves between."""
    if is_put_in:
        return Part.SET_ASIDE, 1
    if why.endswith(_VOIDED):
        return Part.SET_ASIDE, -1
    return (Part.COVERED if why.endswith(_COVERED) else Part.RESERVE_BACK), 1


@lru_cache(maxsize=1_000)
def _parts(giver: Side, receiver: Side, undoing: str) -> tuple[tuple[Part, int], ...]:
    found: list[tuple[Part, int]] = []
    if giver is Side.STORE and receiver is Side.POT and undoing.endswith(_FROM_REFUND):
        found.append((Part.FROM_REFUNDS, 1))
    elif giver is Side.STORE:
        found.append((Part.RETURNED, -1) if undoing else (Part.PUT_IN, 1))
    if receiver is Side.STORE:
        found.append((Part.RETURNED, 1))
    if giver in _PROGRAMS and receiver is Side.MEMBER:
        found.append((Part.TAKEN_BACK, -1) if undoing else (Part.GIVEN, 1))
    if giver is Side.MEMBER and receiver in {Side.STORE, Side.POT}:
        found.append((Part.TAKEN_BACK, 1))
    if receiver is Side.WITHHELD and giver in {Side.STORE, Side.POT, Side.MEMBER}:
        found.append((Part.WITHHELD, 1))
    if giver is Side.WITHHELD and receiver in {Side.STORE, Side.POT}:
        found.append((Part.WITHHELD, -1))
    # A payout's fee was the member's to pay: used, and withheld.
    if giver is Side.MEMBER and receiver in {Side.TILL, Side.WITHHELD}:
        found.append((Part.USED, 1))
    if giver is Side.TILL and receiver is Side.MEMBER:
        found.append((Part.USED, -1))
    return tuple(found)
