"""Rows of a year's referral rewards, and the depth of the sponsor chain."""

from array import array

from sqlalchemy import ColumnElement, Connection, func, or_, select

from pos_app.domain.member import Member
from pos_app.domain.moment import Instant
from pos_app.domain.transfer import Account, Transfer
from pos_app.storage.report_rows import first_at
from pos_app.storage.schema import TABLES

_TRANSFER = TABLES[Transfer].c
_ACCOUNT = TABLES[Account].c
_MEMBER = TABLES[Member].c
COMMISSIONS = (
    "M2.STAGE", "M2.FIXED", "M3.DIRECT", "M3.POINT", "M3.PEER", "M3.SLIP", "M3.LOCK",
)  # fmt: skip
"""What pays a person for another's purchase; LOCK is the part that is blocked."""
TAKEN_BACK = ("M2.TAKEN_BACK", "M2.VOIDED", "M3.TAKEN_BACK", "M3.VOIDED")
ACCELERATION = "M1.ACCEL"
"""Pays a person's own ticket because of a referral; no commission."""
_HELD_IN = ("CASH:", "LOCK:")
_NAME_AT = 6
"""Where the member's number begins in the name of either account."""


def commissions_between(
    connection: Connection, first: Instant, behind: Instant
) -> dict[int, tuple[int, int, int]]:
    """Return received, taken back and the number of purchases, by member."""
    span = _span(connection, first, behind)
    received = _by_member(connection, _TRANSFER.credit, COMMISSIONS, span=span)
    taken = _by_member(connection, _TRANSFER.debit, TAKEN_BACK, span=span)
    nothing = (0, 0)
    return {
        member: (received.get(member, nothing)[0], taken.get(member, nothing)[0],
                 received.get(member, nothing)[1])
        for member in received | taken
    }  # fmt: skip


def people_paid_between(connection: Connection, first: Instant, behind: Instant) -> int:
    """Return how many people a referral paid, commissions and accelerations together."""
    whys = (*COMMISSIONS, ACCELERATION)
    span = _span(connection, first, behind)
    return len(_by_member(connection, _TRANSFER.credit, whys, span=span))


def sponsor_levels(connection: Connection) -> int:
    """Return how many people stand above one another at most; 1 without a sponsor.

    A sponsor is registered before whom he brings (rulebook 1.8), so that one reading in
    the sequence of numbers is enough, however many members there are.
    """
    last = connection.execute(select(func.max(_MEMBER.number))).scalar_one() or 0
    levels = array("L", [0]) * (last + 1)
    rows = connection.execute(select(_MEMBER.number, _MEMBER.sponsor).order_by(_MEMBER.number))
    for number, sponsor in rows:
        levels[number] = 1 + (levels[sponsor] if sponsor is not None else 0)
    return max(levels) or 1


def _span(connection: Connection, first: Instant, behind: Instant) -> ColumnElement[bool]:
    """The transfers of a time; they are numbered in its order."""
    start, end = first_at(connection, first), first_at(connection, behind)
    return (_TRANSFER.number >= start) & (_TRANSFER.number < end)


def _by_member(
    connection: Connection,
    side: ColumnElement[int],
    whys: tuple[str, ...],
    *,
    span: ColumnElement[bool],
) -> dict[int, tuple[int, int]]:
    """Sum and number of purchases of what moved for these reasons, by member."""
    holder = func.substr(_ACCOUNT.name, _NAME_AT)
    query = (
        select(holder, func.sum(_TRANSFER.amount), func.count(_TRANSFER.sale.distinct()))
        .join(TABLES[Account], _ACCOUNT.number == side)
        .where(span, _TRANSFER.why.in_(whys))
        .where(or_(*(_ACCOUNT.name.startswith(account) for account in _HELD_IN)))
        .group_by(holder)
    )
    return {int(member): (amount, sales) for member, amount, sales in connection.execute(query)}
