"""Rows for the takings of some days: by hour, by member, and the goods' cost.

Only the days asked for are read, through the index of their sales.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, and_, case, func, select

from pos_app.domain.moment import Day
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
    """Sums of a span of days; voided sales are left out."""

    sales: int
    sold: Fen
    member_sales: int
    member_sold: Fen
    returned: Fen
    by_hour: tuple[Fen, ...]
    """What was sold in each hour of the day, all days together."""
    costed: Fen
    """Sold with a known cost, less what came back of it."""
    cost_milli: int
    """What that cost, in thousandths of a fen."""


def takings_between(connection: Connection, first: Day, last: Day) -> TakingsRows:
    """Return the sums of all sales from a day to a day, both included."""
    counts = and_(_SALE.day >= first, _SALE.day <= last, _SALE.state != VOIDED)
    hour = (_SALE.at // _HOUR_MS + _ZONE_HOURS) % _DAY_HOURS
    has_member = case((_SALE.member.is_not(None), 1), else_=0)
    query = (
        select(
            hour,
            func.count(),
            func.sum(_SALE.total),
            func.sum(has_member),
            func.sum(has_member * _SALE.total),
        )
        .where(counts)
        .group_by(hour)
    )
    hours = [0] * _DAY_HOURS
    sales = sold = member_sales = member_sold = 0
    for at, count, total, members, of_members in connection.execute(query):
        hours[at] = total
        sales += count
        sold += total
        member_sales += members
        member_sold += of_members
    back = and_(_RETURN.day >= first, _RETURN.day <= last)
    returned = connection.execute(select(func.sum(_RETURN.goods)).where(back)).scalar_one()
    costed, cost = _cost(connection, first, last)
    return TakingsRows(
        sales=sales,
        sold=Fen(sold),
        member_sales=member_sales,
        member_sold=Fen(member_sold),
        returned=Fen(returned or 0),
        by_hour=tuple(Fen(each) for each in hours),
        costed=Fen(costed),
        cost_milli=cost,
    )


def _cost(connection: Connection, first: Day, last: Day) -> tuple[int, int]:
    """Net of what has a known cost, and that cost, both less what came back."""
    sold = (
        select(func.sum(_LINE.net), func.sum(_LINE.cost * _LINE.quantity))
        .join(TABLES[Sale], _SALE.number == _LINE.sale)
        .where(and_(_SALE.day >= first, _SALE.day <= last, _SALE.state != VOIDED, _LINE.cost > 0))
    )
    back = (
        select(func.sum(_BACK.net), func.sum(_LINE.cost * _BACK.quantity))
        .join(TABLES[SaleReturn], _RETURN.number == _BACK.return_number)
        .join(TABLES[SaleLine], and_(_LINE.sale == _RETURN.sale, _LINE.line == _BACK.line))
        .where(and_(_RETURN.day >= first, _RETURN.day <= last, _LINE.cost > 0))
    )
    net, cost = connection.execute(sold).one()
    net_back, cost_back = connection.execute(back).one()
    return (net or 0) - (net_back or 0), (cost or 0) - (cost_back or 0)
