"""Rows for the retention list: members who have bought nothing for long.

A member's last sale is looked up in the index of his sales, one step each.
"""

from collections.abc import Iterator

from sqlalchemy import Connection, and_, func, select

from pos_app.domain.member import Member
from pos_app.domain.moment import Day, Instant
from pos_app.domain.sale import Sale, SaleReturn
from pos_app.storage.schema import TABLES

_MEMBER = TABLES[Member].c
_SALE = TABLES[Sale].c
_RETURN = TABLES[SaleReturn].c
_OF_MEMBER = TABLES[Sale].alias("of_member")
_TOGETHER = 1000


def members_without_sales(
    connection: Connection, *, joined_before: Instant, since: Day
) -> Iterator[tuple[int, Day | None]]:
    """Yield who joined before and bought nothing since, with the last sale's day.

    Those whose data were erased have none to keep; those who were merged are kept with
    the one who stays. By number.
    """
    last = (
        select(func.max(_OF_MEMBER.c.number))
        .where(_OF_MEMBER.c.member == _MEMBER.number)
        .scalar_subquery()
    )
    query = (
        select(_MEMBER.number, _SALE.day)
        .select_from(TABLES[Member].outerjoin(TABLES[Sale], _SALE.number == last))
        .where(
            and_(_MEMBER.erased_at.is_(None), _MEMBER.merged_into == 0),
            _MEMBER.joined_at < joined_before,
            func.coalesce(_SALE.day, "") < since,
        )
        .order_by(_MEMBER.number)
    )
    for number, day in connection.execute(query).yield_per(_TOGETHER):
        yield number, None if day is None else Day(day)


def members_with_returns(connection: Connection, *, since: Day) -> set[int]:
    """Return the members of whose sales something came back on or after a day."""
    query = (
        select(_SALE.member)
        .distinct()
        .join(TABLES[SaleReturn], _RETURN.sale == _SALE.number)
        .where(_RETURN.day >= since, _SALE.member.is_not(None))
    )
    return set(connection.execute(query).scalars())
