"""Rows for what a store still has open: its lots, tickets and held sales.

Sums over what is open, for an errand that is done once in a store's life.
"""

from sqlalchemy import Connection, func, select

from pos_app.domain.moment import Instant
from pos_app.domain.money import Fen
from pos_app.domain.sale import Sale
from pos_app.engine.records.pool import PoolLot
from pos_app.engine.records.queue import ACTIVE, WAITING, Lot, Ticket
from pos_app.engine.records.shared import SETTLE, Due
from pos_app.storage.schema import TABLES

_SALE = TABLES[Sale].c
_LOT = TABLES[Lot].c
_POOL_LOT = TABLES[PoolLot].c
_TICKET = TABLES[Ticket].c
_DUE = TABLES[Due].c


def left_in_lots(connection: Connection, store: str) -> Fen:
    """Return what a store put into lots and nobody has been given yet."""
    in_queues = select(func.coalesce(func.sum(_LOT.left), 0)).where(
        _LOT.left > 0, _LOT.funder == store
    )
    in_pools = (
        select(func.coalesce(func.sum(_POOL_LOT.left), 0))
        .join(TABLES[Sale], _SALE.number == _POOL_LOT.sale)
        .where(_POOL_LOT.left > 0, _SALE.store == store)
    )
    queues, pools = (connection.execute(each).scalar_one() for each in (in_queues, in_pools))
    return Fen(queues + pools)


def open_tickets(connection: Connection, store: str) -> tuple[int, Fen]:
    """Return the open tickets of a store's sales, and what they may still get."""
    query = (
        select(func.count(), func.coalesce(func.sum(_TICKET.target - _TICKET.received), 0))
        .join(TABLES[Sale], _SALE.number == _TICKET.sale)
        .where(_TICKET.state.in_((ACTIVE, WAITING)), _SALE.store == store)
    )
    tickets, rest = connection.execute(query).one()
    return tickets, Fen(rest)


def held_sales(connection: Connection, store: str) -> tuple[int, Instant | None]:
    """Return how many sales of a store are to settle, and when the last one will."""
    query = (
        select(func.count(_DUE.sale.distinct()), func.max(_DUE.due_at))
        .join(TABLES[Sale], _SALE.number == _DUE.sale)
        .where(_DUE.done == 0, _DUE.what == SETTLE, _SALE.store == store)
    )
    sales, last = connection.execute(query).one()
    return sales, None if last is None else Instant(last)
