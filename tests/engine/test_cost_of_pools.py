"""One settlement of M1b, M4, M5, M6 reads the same with few and many lots."""

from collections.abc import Callable
from typing import Any

import pytest

from pos_app.domain.moment import Instant
from pos_app.domain.money import Fen
from pos_app.engine.book import Book
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.records.appreciation import NavFund, NavLot
from pos_app.engine.records.circular import Circle, CircleHolder
from pos_app.engine.records.draw import DrawEntry, DrawPot
from pos_app.engine.records.green import GreenFund, GreenLot
from pos_app.engine.records.pool import PoolLot, PoolLots
from tests.engine.counter import Counter

MANY = 1_000_000
"""Numbers of sales and members that no test sells to."""


def fill_green(book: Book, lots: int) -> None:
    """Open lots of green points."""
    for number in range(1, lots + 1):
        book.put(
            GreenLot(
                program=1,
                sale=MANY + number,
                part=1,
                number=number,
                holder=str(MANY + number),
                granted=100,
                points=100,
                most=Fen(500),
                closes=40,
                open=True,
            )
        )
    book.put(GreenFund(1, points=100 * lots, lots=lots))
    book.post("SRC:S1", "POOL:G@X", 100 * lots, why="TEST", program=1)


def fill_nav(book: Book, lots: int) -> None:
    """Lots of units whose caps are far away."""
    for number in range(1, lots + 1):
        book.put(
            NavLot(
                program=1,
                sale=MANY + number,
                number=number,
                member=MANY + number,
                version=1,
                minted_at=Instant(0),
                minted=10_000,
                cap=Fen(200),
                cap_price=20_000_000_000,
                units=10_000,
                change=number,
            )
        )
    book.put(NavFund(1, units=10_000 * lots, lots=lots, changes=lots))
    book.post("SRC:S1", "POOL:N@X", 100 * lots, why="TEST", program=1)


def fill_circle(book: Book, lots: int) -> None:
    """Holders with energy, and a lot of the pool for each."""
    for number in range(1, lots + 1):
        book.put(CircleHolder(1, str(MANY + number), number, Fen(100), 100))
        book.put(PoolLot(1, number, MANY + number, True, Fen(10), Fen(10)))
    book.put(Circle(1, weight=100 * lots, holders=lots))
    book.put(PoolLots(1, lots=lots))
    book.post("SRC:S1", "POOL:K@X", 10 * lots, why="TEST", program=1)


def fill_draw(book: Book, lots: int) -> None:
    """Entries that wait for their round."""
    for number in range(1, lots + 1):
        book.put(DrawEntry(1, MANY + number, MANY + number, Instant(0), Fen(100), 0, open=True))
    book.put(DrawPot(1, rounds=0, entries=lots))
    book.put(PoolLots(1, lots=lots))


def rows_read(kind: str, changes: dict[str, Any], *, fill: Callable[..., None], lots: int) -> int:
    """How many records a sale and a return of another one read by scanning."""
    book = MemoryBook()
    counter = Counter(book)
    counter.adopt("X", kind, changes={"hold_days": 0, **changes})
    fill(book, lots)
    counter.sell(1, 10_000)
    counter.sell(2, 10_000, sponsor=1)
    before = book.rows_read
    counter.sell(3, 20_000, sponsor=1)
    counter.take_back(2, 5000)
    return book.rows_read - before


@pytest.mark.parametrize(
    ("kind", "changes", "fill"),
    [
        ("M1b", {"seed": "x"}, fill_draw),
        ("M4", {"ref_points_bp": 500, "merchant_points_bp": 10_000}, fill_green),
        ("M5", {}, fill_nav),
        ("M6", {"ref_weight_bp": 1000}, fill_circle),
    ],
    ids=["M1b", "M4", "M5", "M6"],
)
def test_a_settlement_costs_the_same_with_a_hundred_times_the_lots(
    kind: str, changes: dict[str, Any], fill: Callable[..., None]
) -> None:
    """A till that slows down with its success would be slow for ever (rulebook 12.11)."""
    small = rows_read(kind, changes, fill=fill, lots=200)
    large = rows_read(kind, changes, fill=fill, lots=20_000)

    assert small == large


def rows_of_an_idle_period(lots: int) -> int:
    """How many records the second period's end in a row reads, with no sale between."""
    book = MemoryBook()
    counter = Counter(book)
    counter.adopt("X", "M4", changes={"hold_days": 0})
    fill_green(book, lots)
    counter.sell(1, 10_000)
    counter.end_period("X")
    before = book.rows_read
    counter.end_period("X")
    return book.rows_read - before


def test_a_period_that_releases_nothing_reads_no_more_with_a_hundred_times_the_lots() -> None:
    """Without new sales nothing is released: only lots at their end are looked for."""
    assert rows_of_an_idle_period(200) == rows_of_an_idle_period(20_000)
