"""The lots of a pool: money of one sale each, first-in first-out (rulebook 1.2).

A pool's balance is the sum of its lots; who moves the one moves the other.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from pos_app.domain.money import NOTHING, Fen
from pos_app.domain.program import Program
from pos_app.domain.record import Values
from pos_app.engine import funding
from pos_app.engine.batches import in_batches, pieces_of_values
from pos_app.engine.book import Book
from pos_app.engine.mechanism import Joined
from pos_app.engine.records.pool import (
    OPEN_POOL_LOTS,
    POOL_LOTS_OF_SALE,
    PoolLot,
    PoolLots,
)

_OF_A_LOT = ("number", "sale", "left")

_FIRST_LOTS = 8
"""A prize is drawn from a few lots."""


def add_lot(book: Book, *, program: int, sale: int, amount: int, own: bool) -> None:
    """Put money at the end of the FIFO; the caller posts it into the pool."""
    if amount == 0:
        return
    kept = book.get(PoolLots, program) or PoolLots(program)
    number = kept.lots + 1
    book.put(replace(kept, lots=number))
    book.put(PoolLot(program, number, sale, own, Fen(amount), Fen(amount)))


def own_lot(book: Book, *, program: int, sale: int) -> PoolLot | None:
    """The lot of a sale's own concession; None when it conceded nothing."""
    lots = book.scan(POOL_LOTS_OF_SALE, program, sale)
    return next((lot for lot in lots if lot.own), None)


def take_out(book: Book, lot: PoolLot, *, amount: Fen) -> None:
    """Note that a store gets part of its own lot back; the caller posts it."""
    book.put(replace(lot, left=Fen(lot.left - amount), returned=Fen(lot.returned + amount)))


def fund(book: Book, joined: Joined, *, pool: str, amount: Fen, why: str) -> None:
    """Move a sale's concession into a pool that keeps lots, as the sale's own lot."""
    program, sale = joined.program, joined.sale
    funding.put_in(book, program, sale=sale, into=pool, amount=amount, why=why)
    add_lot(book, program=program.number, sale=sale.number, amount=amount, own=True)


def empty(book: Book, program: Program, *, pool: str, why: str) -> None:
    """Give all that is left in a pool and its lots to the stores; for PROGRAM_CLOSE."""
    for lots in in_batches(book, OPEN_POOL_LOTS, program.number):
        emptied = [(lot.program, lot.number, NOTHING, Fen(lot.returned + lot.left)) for lot in lots]
        book.change_each(PoolLot, ("left", "returned"), emptied)
    funding.empty_pool(book, program, pool=pool, why=why)


class LotLine:
    """The open lots of a pool in turn; who draws from them says when they are written."""

    def __init__(self, book: Book, *, program: int, first: int = _FIRST_LOTS) -> None:
        """`first` says how many are read at once in the beginning; more with each time."""
        self._book = book
        self._program = program
        line = pieces_of_values(book, OPEN_POOL_LOTS, program, fields=_OF_A_LOT, first=first)
        self._line: Iterator[Any] = chain.from_iterable(line)
        self._number, self._sale, self._had = 0, 0, 0
        self._left = 0
        self._drawn: list[Values] = []
        """Lots that were drawn empty and are not written yet."""

    def draw(self, amount: int) -> Iterator[tuple[int, Fen]]:
        """Draw an amount; yield the funding sales and what each gives."""
        wanted = amount
        while wanted:
            if self._left == 0:
                self._next()
            drawn = min(wanted, self._left)
            self._left -= drawn
            wanted -= drawn
            yield self._sale, Fen(drawn)

    def write(self) -> None:
        """Write all lots that were drawn from since the last time."""
        self._note_drawn()
        self._book.change_each(PoolLot, ("left",), self._drawn)
        self._drawn = []

    def _next(self) -> None:
        self._note_drawn()
        following = next(self._line, None)
        if following is None:
            message = "a pool's lots hold less than its balance"
            raise AssertionError(message)
        self._number, self._sale, self._had = following
        self._left = self._had

    def _note_drawn(self) -> None:
        if self._left != self._had:
            self._drawn.append((self._program, self._number, self._left))


def left_of(lot: PoolLot | None) -> Fen:
    """What is left of a lot; nothing when there is none."""
    return NOTHING if lot is None else lot.left
