"""Rows for the takings of some days: by hour, by member, and the goods' cost.

Only the days asked for are read, through the index of their sales.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, func, select
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from pos_app.domain.moment import Day, Instant
from pos_app.domain.money import Fen
from pos_app.domain.sale import VOIDED, ReturnLine, Sale, SaleLine, SaleReturn
from pos_app.storage.schema import TABLES

_SALE = TABLES[Sale].c
_LINE = TABLES[SaleLine].c
_RETURN = TABLES[SaleReturn].c
_BACK = TABLES[ReturnLine].c
_HOUR_MS = 3_600_000
_ZONE_HOURS = 8
_DAY_HOURS = 24


@dataclass(frozen=True, slots=True)
class TakingsRows:
    """Sums of a span of days: sold less returned; voided sales are left out."""

    sales: int
    taken: Fen
    member_taken: Fen
    """Of it, sold to members less what they returned."""
    by_hour: tuple[Fen, ...]
    """Taken in each hour of the day, all days together; a return counts in its own hour."""
    costed: Fen
    """Sold with a known cost, less what came back of it."""
    cost_milli: int
    """What that cost, in thousandths of a fen."""


def takings_between(
    connection: Connection, first: Day, last: Day, *, until: Instant | None = None
) -> TakingsRows:
    """Return the sums of all sales from a day to a day, both included.

    With `until` only of what was sold and brought back up to that moment.
    """
    sold_then = _within(_SALE, first, last, until=until)
    back_then = _within(_RETURN, first, last, until=until)
    counts = and_(sold_then, _SALE.state != VOIDED)
    sold = (
        select(_hour_of(_SALE.at), func.count(), func.sum(_SALE.total), _of_members(_SALE.total))
        .where(counts)
        .group_by(_hour_of(_SALE.at))
    )
    back = (
        select(_hour_of(_RETURN.at), func.sum(_RETURN.goods), _of_members(_RETURN.goods))
        .join(TABLES[Sale], _SALE.number == _RETURN.sale)
        .where(back_then)
        .group_by(_hour_of(_RETURN.at))
    )
    hours = [0] * _DAY_HOURS
    sales = of_members = 0
    for at, count, total, members in connection.execute(sold):
        hours[at] += total
        sales += count
        of_members += members
    for at, goods, members in connection.execute(back):
        hours[at] -= goods
        of_members -= members
    costed, cost = _cost(connection, sold_then, back_then)
    return TakingsRows(
        sales=sales,
        taken=Fen(sum(hours)),
        member_taken=Fen(of_members),
        by_hour=tuple(Fen(each) for each in hours),
        costed=Fen(costed),
        cost_milli=cost,
    )


def _within(
    columns: ReadOnlyColumnCollection[str, Any], first: Day, last: Day, *, until: Instant | None
) -> ColumnElement[bool]:
    """Whether a sale or return lies in these days, and not after that moment."""
    days = and_(columns.day >= first, columns.day <= last)
    return days if until is None else and_(days, columns.at <= until)


def _hour_of(at: ColumnElement[int]) -> ColumnElement[int]:
    return (at // _HOUR_MS + _ZONE_HOURS) % _DAY_HOURS


def _of_members(amount: ColumnElement[int]) -> ColumnElement[int]:
    return func.sum(case((_SALE.member.is_not(None), amount), else_=0))


def _cost(
    connection: Connection, sold_then: ColumnElement[bool], back_then: ColumnElement[bool]
) -> tuple[int, int]:
    """Net of what has a known cost, and that cost, both less what came back."""
    sold = (
        select(func.sum(_LINE.net), func.sum(_LINE.cost * _LINE.quantity))
        .join(TABLES[Sale], _SALE.number == _LINE.sale)
        .where(and_(sold_then, _SALE.state != VOIDED, _LINE.cost > 0))
    )
    back = (
        select(func.sum(_BACK.net), func.sum(_LINE.cost * _BACK.quantity))
        .join(TABLES[SaleReturn], _RETURN.number == _BACK.return_number)
        .join(TABLES[SaleLine], and_(_LINE.sale == _RETURN.sale, _LINE.line == _BACK.line))
        .where(and_(back_then, _LINE.cost > 0))
    )
    net, cost = connection.execute(sold).one()
    net_back, cost_back = connection.execute(back).one()
    return (net or 0) - (net_back or 0), (cost or 0) - (cost_back or 0)
