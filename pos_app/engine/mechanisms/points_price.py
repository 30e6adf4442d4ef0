"""Keeping the price of the sales that earned points, day by day."""

from dataclasses import replace

from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.engine.book import Book, day_of, kept
from pos_app.engine.mechanism import Joined
from pos_app.engine.records.shared import ENROLMENTS, SETTLED, PointsDay


def count_price(book: Book, joined: Joined, *, amount: int) -> None:
    """Add the price of a sale to the business day of what happens, or take it off.

    Once for a sale: the first program that gives points on it counts the price, and the
    last one that is undone takes it off. The shop was paid only once (rulebook 10.9).
    """
    if _has_other_points(book, joined):
        return
    program = joined.program.number
    day = day_of(book)
    before = book.get(PointsDay, program, day) or PointsDay(program, day)
    book.put(replace(before, price=Fen(before.price + amount)))


def _has_other_points(book: Book, joined: Joined) -> bool:
    """Whether another program of the kind gives points on the same sale."""
    own = joined.program
    return any(
        each.program != own.number
        and each.state == SETTLED
        and each.concession > 0
        and kept(book, Program, each.program).kind == own.kind
        for each in book.scan(ENROLMENTS, joined.sale.number)
    )
