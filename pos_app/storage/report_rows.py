"""Rows that a day's report needs: that day's only, found through indexes.

However many sales lie before the day, no more is read than the day has, and one row a
day and group for what was there at its start.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, func, select

from pos_app.domain.flow import Flow
from pos_app.domain.moment import Day, Instant
from pos_app.domain.money import Fen
from pos_app.domain.sale import VOIDED, ReturnTender, Sale, SaleReturn, SaleTender
from pos_app.domain.transfer import Account, Transfer
from pos_app.engine.records.shared import Enrolment
from pos_app.storage.schema import TABLES

_FLOW = TABLES[Flow].c
_SALE = TABLES[Sale].c
_TENDER = TABLES[SaleTender].c
_RETURN = TABLES[SaleReturn].c
_PAID_BACK = TABLES[ReturnTender].c
_TRANSFER = TABLES[Transfer].c
_ACCOUNT = TABLES[Account]
_ENROLMENT = TABLES[Enrolment].c


def balances_before(connection: Connection, day: Day) -> dict[str, Fen]:
    """Return the balance of each group of accounts at the start of a day."""
    query = (
        select(_FLOW.debit, _FLOW.credit, func.sum(_FLOW.amount))
        .where(_FLOW.day < day)
        .group_by(_FLOW.debit, _FLOW.credit)
    )
    sums: Counter[str] = Counter()
    for debit, credit, amount in connection.execute(query):
        sums[debit] -= amount
        sums[credit] += amount
    return {group: Fen(sum_) for group, sum_ in sums.items() if sum_}


def transfers_between(
    connection: Connection, first: Instant, behind: Instant
) -> Iterator[tuple[Instant, str, str, int, str]]:
    """Yield (time, debit, credit, amount, why) of what was posted within a time.

    Transfers are numbered in the order of their time (rulebook 1.3), so that both ends
    are found by halving, without an index of their own.
    """
    start = first_at(connection, first)
    end = first_at(connection, behind)
    names: dict[int, str] = {}
    query = (
        select(
            _TRANSFER.effective_at,
            _TRANSFER.debit,
            _TRANSFER.credit,
            _TRANSFER.amount,
            _TRANSFER.why,
        )
        .where(_TRANSFER.number >= start, _TRANSFER.number < end)
        .order_by(_TRANSFER.number)
    )
    for at, debit, credit, amount, why in connection.execute(query):
        for number in (debit, credit):
            if number not in names:
                names[number] = _name_of(connection, number)
        yield Instant(at), names[debit], names[credit], amount, why


def sales_of_day(connection: Connection, day: Day) -> dict[str, int]:
    """Return how many sales there were, how many of them voided, and what was sold."""
    query = (
        select(_SALE.state, func.count(), func.sum(_SALE.total))
        .where(_SALE.day == day)
        .group_by(_SALE.state)
    )
    found = {state: (count, total) for state, count, total in connection.execute(query)}
    voided = found.pop(VOIDED, (0, 0))
    back = select(func.coalesce(func.sum(_RETURN.goods), 0)).where(_RETURN.day == day)
    return {
        "sales": sum(count for count, _ in found.values()),
        "voided": voided[0],
        "sold": sum(total for _, total in found.values()),
        "returned": connection.execute(back).scalar_one(),
    }


def stores_of_day(connection: Connection, day: Day) -> dict[str, tuple[Fen, Fen]]:
    """Return what was sold and what came back on a day, by whose goods they are."""
    sold = (
        select(_SALE.store, func.sum(_SALE.total))
        .where(_SALE.day == day, _SALE.state != VOIDED)
        .group_by(_SALE.store)
    )
    back = (
        select(_SALE.store, func.sum(_RETURN.goods))
        .join(TABLES[SaleReturn], _RETURN.sale == _SALE.number)
        .where(_RETURN.day == day)
        .group_by(_SALE.store)
    )
    sums = {store: Fen(sum_) for store, sum_ in connection.execute(sold)}
    returned = {store: Fen(sum_) for store, sum_ in connection.execute(back)}
    nothing = Fen(0)
    return {
        store: (sums.get(store, nothing), returned.get(store, nothing))
        for store in {**sums, **returned}
    }


def tenders_of_day(connection: Connection, day: Day) -> dict[str, Fen]:
    """Return what each kind of tender kept on a day, less what was paid back on it."""
    kept = (
        select(_TENDER.kind, func.sum(_TENDER.amount))
        .join(TABLES[Sale], _SALE.number == _TENDER.sale)
        .where(_SALE.day == day, _SALE.state != VOIDED)
        .group_by(_TENDER.kind)
    )
    paid_back = (
        select(_PAID_BACK.kind, func.sum(_PAID_BACK.amount))
        .join(TABLES[SaleReturn], _RETURN.number == _PAID_BACK.return_number)
        .where(_RETURN.day == day)
        .group_by(_PAID_BACK.kind)
    )
    shares = select(
        func.sum(_RETURN.voucher), func.sum(_RETURN.reward), func.sum(_RETURN.points)
    ).where(_RETURN.day == day)
    sums: dict[str, int] = {row[0]: row[1] for row in connection.execute(kept)}
    for kind, sum_ in connection.execute(paid_back):
        sums[kind] = sums.get(kind, 0) - sum_
    given_back = connection.execute(shares).one()
    for kind, sum_ in zip(("voucher", "reward", "points"), given_back, strict=True):
        if sum_:
            sums[kind] = sums.get(kind, 0) - sum_
    return {kind: Fen(sum_) for kind, sum_ in sums.items()}


def refusals_of_day(connection: Connection, day: Day) -> dict[tuple[int, str], int]:
    """Return how many of a day's sales did not join a program, by program and reason."""
    query = (
        select(_ENROLMENT.program, _ENROLMENT.reason, func.count())
        .join(TABLES[Sale], _SALE.number == _ENROLMENT.sale)
        .where(_SALE.day == day, _ENROLMENT.reason != "")
        .group_by(_ENROLMENT.program, _ENROLMENT.reason)
    )
    return {(program, reason): count for program, reason, count in connection.execute(query)}


def first_at(connection: Connection, at: Instant) -> int:
    """The number of the first transfer not before an instant, by halving."""
    low = 1
    high = (connection.execute(select(func.max(_TRANSFER.number))).scalar_one() or 0) + 1
    while low < high:
        middle = (low + high) // 2
        if _time_of(connection, middle) < at:
            low = middle + 1
        else:
            high = middle
    return low


def _time_of(connection: Connection, number: int) -> int:
    query = select(_TRANSFER.effective_at).where(_TRANSFER.number == number)
    found: int = connection.execute(query).scalar_one()
    return found


def _name_of(connection: Connection, number: int) -> str:
    query: Any = select(_ACCOUNT.c.name).where(_ACCOUNT.c.number == number)
    name: str = connection.execute(query).scalar_one()
    return name
