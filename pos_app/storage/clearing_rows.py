"""Rows for the clearing of a month: that month's allocations and draws only."""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import Connection, and_, func, select

from pos_app.domain.moment import Day
from pos_app.domain.money import Fen
from pos_app.domain.sale import VOIDED, Sale, SaleReturn, SaleTender
from pos_app.domain.tender import MONEY_KINDS
from pos_app.engine.records.queue import Allocation, Lot
from pos_app.engine.records.shared import Draw
from pos_app.reports.clearing_statement import Drawn, given_back
from pos_app.storage.schema import TABLES

_ALLOCATION = TABLES[Allocation].c
_LOT = TABLES[Lot].c
_SALE = TABLES[Sale].c
_RETURN = TABLES[SaleReturn].c
_DRAW = TABLES[Draw].c
_TENDER = TABLES[SaleTender].c
_OF_LOT = TABLES[Sale].alias("of_lot")
_LOTTED = (("VCH", "voucher"), ("POINTS", "points"))
_ALLIANCE = ""


def allocated(
    connection: Connection, program: int, *, after: int, until: int
) -> dict[tuple[str, str], Fen]:
    """Return what an alliance's queue paid, by funder and the ticket's store.

    After one number and up to another; those that a void reversed are left out.
    """
    of_lot = and_(
        _LOT.program == _ALLOCATION.program,
        _LOT.store == _ALLOCATION.store,
        _LOT.number == _ALLOCATION.lot,
    )
    query = (
        select(_LOT.funder, _SALE.store, func.sum(_ALLOCATION.amount))
        .join(TABLES[Lot], of_lot)
        .join(TABLES[Sale], _SALE.number == _ALLOCATION.sale)
        .where(
            _ALLOCATION.program == program,
            _ALLOCATION.store == _ALLIANCE,
            _ALLOCATION.number > after,
            _ALLOCATION.number <= until,
            _ALLOCATION.reversed == 0,
        )
        .group_by(_LOT.funder, _SALE.store)
    )
    return {(funder, store): Fen(sum_) for funder, store, sum_ in connection.execute(query).all()}


def spent_between(connection: Connection, first: Day, behind: Day) -> dict[tuple[str, str], Fen]:
    """Return vouchers and points used, by the lot's store and the till's.

    Each counts on the day of its sale; what returns gave back, on the return's day.
    """
    sums: Counter[tuple[str, str]] = Counter()
    drawn = (
        select(_OF_LOT.c.store, _SALE.store, func.sum(_DRAW.amount))
        .join(TABLES[Draw], _DRAW.sale == _SALE.number)
        .join(_OF_LOT, _OF_LOT.c.number == _DRAW.lot_sale)
        .where(_SALE.day >= first, _SALE.day < behind, _SALE.state != VOIDED)
        .group_by(_OF_LOT.c.store, _SALE.store)
    )
    for funder, store, amount in connection.execute(drawn).all():
        sums[funder, store] += amount
    for funder, store, amount in _given_back(connection, first, behind):
        sums[funder, store] -= amount
    return {pair: Fen(amount) for pair, amount in sums.items() if amount}


def taken_between(connection: Connection, first: Day, behind: Day) -> dict[tuple[str, str], Fen]:
    """Return money taken for goods of others, by the till's store and theirs.

    Less what returns paid back, which counts on the return's day and against the store
    that took it.
    """
    sums: Counter[tuple[str, str]] = Counter()
    taken = (
        select(_SALE.till_store, _SALE.store, func.sum(_TENDER.amount))
        .join(TABLES[SaleTender], _TENDER.sale == _SALE.number)
        .where(_SALE.day >= first, _SALE.day < behind, _SALE.state != VOIDED)
        .where(_SALE.till_store != "", _TENDER.kind.in_(MONEY_KINDS))
        .group_by(_SALE.till_store, _SALE.store)
    )
    back = (
        select(_SALE.till_store, _SALE.store, func.sum(_RETURN.paid_back))
        .join(TABLES[SaleReturn], _RETURN.sale == _SALE.number)
        .where(_RETURN.day >= first, _RETURN.day < behind, _SALE.till_store != "")
        .group_by(_SALE.till_store, _SALE.store)
    )
    for till_store, store, amount in connection.execute(taken).all():
        sums[till_store, store] += amount
    for till_store, store, amount in connection.execute(back).all():
        sums[till_store, store] -= amount
    return {pair: Fen(amount) for pair, amount in sums.items() if amount}


def _given_back(connection: Connection, first: Day, behind: Day) -> Iterator[tuple[str, str, int]]:
    for account, column in _LOTTED:
        back = _RETURN[column]
        query = (
            select(_RETURN.sale, _RETURN.sequence, back, _SALE.store)
            .join(TABLES[Sale], _SALE.number == _RETURN.sale)
            .where(_RETURN.day >= first, _RETURN.day < behind, back > 0)
        )
        for sale, sequence, amount, store in connection.execute(query).all():
            before = select(func.coalesce(func.sum(back), 0)).where(
                _RETURN.sale == sale, _RETURN.sequence < sequence
            )
            already = connection.execute(before).scalar_one()
            drawn = _drawn(connection, sale, account)
            for each in given_back(drawn, already=already, now=amount):
                yield each.funder, store, each.amount


def _drawn(connection: Connection, sale: int, account: str) -> list[Drawn]:
    query = (
        select(_OF_LOT.c.store, _DRAW.amount)
        .join(_OF_LOT, _OF_LOT.c.number == _DRAW.lot_sale)
        .where(_DRAW.sale == sale, _DRAW.account == account)
        .order_by(_DRAW.position)
    )
    return [Drawn(funder, Fen(amount)) for funder, amount in connection.execute(query).all()]
