"""The end of a period, paid all together, is what the rulebook pays one by one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_app.domain.moment import Day
from pos_app.domain.money import Fen, part
from pos_app.domain.record import Index, Record
from pos_app.domain.transfer import TRANSFERS
from pos_app.engine import batches
from pos_app.engine.book import Book
from pos_app.engine.mechanisms.green_period import amount_to_release
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.parameters.green import GreenParameters
from pos_app.engine.records.circular import Circle, CircleHolder
from pos_app.engine.records.green import GreenFund, GreenLot, GreenMonth
from pos_app.engine.records.pool import PoolLot
from pos_app.engine.records.shared import WalletLot
from pos_app.storage import row_writing, rows_together
from pos_app.storage.schema import RECORDS
from tests.engine.counter import Counter
from tests.storage.committing_book import book_on_file

MONTH = "2026-01"
HOLDERS = st.sampled_from(["1", "2", "13", "@S1"])
FEW = st.integers(0, 50)
MANY = st.integers(0, 10**15)
"""More than this times itself is no number of the file's own arithmetic."""
AMOUNTS = st.one_of(FEW, MANY)
VOUCHERS = Index(WalletLot, "by_key", ("account", "program", "sale", "part"))

Paid = tuple[str, int, int | None]
"""The account, how much, and the sale that funded it."""


class Greens(NamedTuple):
    """Open lots by number, and all else that a period's end looks at."""

    lots: tuple[GreenLot, ...]
    months: tuple[GreenMonth, ...]
    pool: int
    sales: int
    cap_bp: int
    taken: tuple[tuple[int, int], ...]
    """Sales and parts under which a voucher stands already."""


@st.composite
def greens(draw: st.DrawFn) -> Greens:
    """Draw lots of members and stores, some near their cap, some near their end."""
    places = draw(st.sets(st.tuples(st.integers(1, 5), st.integers(1, 3)), min_size=1))
    lots = []
    for number, (sale, place) in enumerate(sorted(places), start=1):
        points, most = draw(AMOUNTS), draw(AMOUNTS)
        lots.append(
            GreenLot(
                program=1,
                sale=sale,
                part=place,
                number=number,
                holder=draw(HOLDERS),
                granted=points,
                points=points,
                most=Fen(most),
                closes=draw(st.integers(1, 3)),
                open=True,
                released=Fen(draw(st.integers(0, most))),
            )
        )
    spent = draw(st.dictionaries(st.sampled_from([1, 2]), st.tuples(AMOUNTS, FEW)))
    taken = draw(st.sets(st.tuples(st.integers(1, 5), st.integers(4, 10))))
    return Greens(
        tuple(lots),
        tuple(GreenMonth(1, m, MONTH, Fen(a), Fen(b)) for m, (a, b) in spent.items()),
        pool=draw(AMOUNTS),
        sales=draw(AMOUNTS),
        cap_bp=draw(st.sampled_from([0, 5_000, 20_000])),
        taken=tuple(sorted(taken)),
    )


def prepare_greens(counter: Counter, drawn: Greens) -> None:
    """Adopt the program and write what was drawn."""
    counter.adopt("G", "M4", changes={"member_month_cap_bp": drawn.cap_bp})
    book = counter.book
    book.post("SRC:S1", "POOL:G@G", drawn.pool, why="M4.CONCESSION", program=1)
    for record in (*drawn.lots, *drawn.months):
        book.put(record)
    for sale, place in drawn.taken:
        day = Day("2026-12-31")
        book.put(WalletLot("VCH", 1, sale, place, "1", Fen(0), Fen(0), day, "POOL:G@G"))
    points = sum(lot.points for lot in drawn.lots)
    inflow, base = Fen(drawn.pool), Fen(drawn.sales)
    book.put(GreenFund(1, points, len(drawn.lots), inflow=inflow, new_sales=base))


def literal_release(drawn: Greens) -> list[Paid]:
    """Rulebook 6.5, its loop word by word."""
    points = sum(lot.points for lot in drawn.lots)
    fund = GreenFund(1, points, inflow=Fen(drawn.pool), new_sales=Fen(drawn.sales))
    amount = amount_to_release(fund, GreenParameters(), value=drawn.pool)
    months = {str(each.member): [each.spent, each.released] for each in drawn.months}
    paid: list[Paid] = []
    for lot in drawn.lots if points else ():
        share = min(amount * lot.points // points, lot.most - lot.released)
        month = months.setdefault(lot.holder, [Fen(0), Fen(0)])
        if drawn.cap_bp and lot.holder != "@S1":
            share = min(share, max(0, part(month[0], drawn.cap_bp) - month[1]))
        month[1] = Fen(month[1] + share)
        if share:
            paid.append((f"VCH:{lot.holder}", share, lot.sale))
    return paid


class Circling(NamedTuple):
    """Energy and weight of the holders by number, and what stands in the pool's lots."""

    holders: tuple[tuple[int, int], ...]
    lots: tuple[int, ...]


CIRCLES = st.builds(
    Circling,
    st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=1, max_size=8).map(tuple),
    st.lists(AMOUNTS.filter(bool), max_size=8).map(tuple),
)


def prepare_circle(counter: Counter, drawn: Circling) -> None:
    """Adopt the program and write what was drawn."""
    counter.adopt("G", "M6")
    book = counter.book
    for number, (energy, weight) in enumerate(drawn.holders, start=1):
        book.put(CircleHolder(1, str(number), number, Fen(energy), weight, last_sale=1))
    for number, left in enumerate(drawn.lots, start=1):
        book.put(PoolLot(1, number, 10 * number, own=True, granted=Fen(left), left=Fen(left)))
    book.post("SRC:S1", "POOL:K@G", sum(drawn.lots), why="M6.CONCESSION", program=1)
    weight = sum(weight for energy, weight in drawn.holders if energy)
    book.put(Circle(1, weight=weight, holders=len(drawn.holders)))


def literal_division(drawn: Circling) -> list[Paid]:
    """Rulebook 8.5, its loop word by word, fen by lot."""
    divided = sum(drawn.lots)
    whole = sum(weight for energy, weight in drawn.holders if energy)
    lots = [[10 * number, left] for number, left in enumerate(drawn.lots, start=1)]
    paid: list[Paid] = []
    for number, (energy, weight) in enumerate(drawn.holders, start=1):
        share = min(divided * weight // whole, energy) if whole and energy else 0
        while share:
            taken = min(share, lots[0][1])
            paid.append((f"PTS:{number}", taken, lots[0][0]))
            share -= taken
            lots[0][1] -= taken
            if not lots[0][1]:
                del lots[0]
    return paid


def released(book: Book, why: str) -> list[Paid]:
    """What was paid, in its order."""
    moves = (move for move in book.scan(TRANSFERS) if move.why == why)
    return [(move.credit, move.amount, move.funded_by) for move in moves]


def ends(book: Book, prepare: Callable[[Counter], None], *, why: str) -> list[Any]:
    """End two periods; what each distributed and what it paid to whom."""
    counter = Counter(book)
    prepare(counter)
    told: list[Any] = []
    for _ in range(2):
        told += [counter.end_period("G"), released(book, why)]
    return told


def rows_of_both(empty_file: Path, prepare: Callable[[Counter], None], *, why: str) -> list[Any]:
    """Do the same in memory and on file, demand the same rows, return what was told."""
    memory = MemoryBook()
    told = ends(memory, prepare, why=why)
    rows: dict[type[Record], list[Record]] = {kind: list(memory.records(kind)) for kind in RECORDS}
    with book_on_file(empty_file) as book:
        assert ends(book, prepare, why=why) == told
        book.commit()
        assert {kind: list(book.inner.records(kind)) for kind in RECORDS} == rows
        book.close()
    return told


BATCHES = st.sampled_from([1, 2, 3, batches.BATCH])


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(drawn=greens(), batch=BATCHES, together=st.sampled_from([1, 2, 100]))
def test_points_released_together_are_those_released_one_by_one(
    empty_file: Path, drawn: Greens, batch: int, together: int
) -> None:
    """6.5: caps, ends, months and stores, also where nothing at all is released."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batches, "BATCH", batch)
        for module in (rows_together, row_writing):
            patch.setattr(module, "TOGETHER", together)
        told = rows_of_both(
            empty_file, lambda counter: prepare_greens(counter, drawn), why="M4.RELEASED"
        )

    assert told[:2] == [sum(paid[1] for paid in told[1]), literal_release(drawn)]


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(drawn=CIRCLES, batch=BATCHES)
def test_a_day_divided_together_is_the_day_divided_one_by_one(
    empty_file: Path, drawn: Circling, batch: int
) -> None:
    """8.5: energy limits, lots first-in first-out, a share cut where a lot ends."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batches, "BATCH", batch)
        told = rows_of_both(
            empty_file, lambda counter: prepare_circle(counter, drawn), why="M6.SHARE"
        )

    assert told[:2] == [sum(paid[1] for paid in told[1]), literal_division(drawn)]


def test_a_voucher_whose_place_is_taken_stands_behind_it(empty_file: Path) -> None:
    """A return may have put a lot of its own there (rulebook 1.4); both must be kept."""
    lots = tuple(
        GreenLot(1, 1, place, place, "1", 100, 100, Fen(500), closes=9, open=True)
        for place in (1, 2)
    )
    drawn = Greens(lots, (), pool=10_000, sales=10_000, cap_bp=0, taken=((1, 5),))
    with book_on_file(empty_file) as book:
        counter = Counter(book)
        prepare_greens(counter, drawn)
        counter.end_period("G")
        found = [(lot.part, lot.left) for lot in book.scan(VOUCHERS, "VCH", 1, 1)]
        book.close()

    assert found == [(5, 0), (6, 138), (7, 138)]
