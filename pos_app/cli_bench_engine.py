"""What a sale costs three mechanisms in memory, after very many over the first."""

from functools import partial
from typing import NamedTuple

from pos_app.cli_bench_figures import Figures, Sizes, in_turn, ratio_of, tell
from pos_app.domain.moment import DAY_MS, Instant, business_day, read_instant
from pos_app.domain.money import WHOLE_BP, Fen
from pos_app.domain.program import Program, ProgramVersion
from pos_app.domain.sale import COMPLETED, Sale
from pos_app.engine.enrol import enrol
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.outcomes import SaleAsk
from pos_app.engine.program import parameters_text, read_parameters
from pos_app.engine.settle import complete, settle_due

_AT = read_instant("2026-11-21T09:00:00+08:00")
_STORE = "S1"
_BASE = Fen(10_000)
_MEMBERS = 10_000
_SALES_IN_A_DAY = 2_000
_START = 100
"""The start is behind one in so many of the sales: caches are warm by then."""


class _Plan(NamedTuple):
    """A program to put into the book."""

    name: str
    kind: str
    preset: str | None
    changes: dict[str, object]


_PLANS = (
    _Plan("points", "M0", None, {"hold_days": 0}),
    _Plan("queue", "M1", "V5_DEFAULT", {"hold_days": 0, "window": 50}),
    _Plan("green", "M4", None, {"hold_days": 0}),
)


def engine(sizes: Sizes) -> Figures:
    """Row `engine`: a sale in memory at the end of very many over one at their start.

    M0, M1 and M4 each take every sale, and what falls due is done before the next one.
    """
    past = (sizes.engine_sales, sizes.engine_sales // _START)
    books = []
    for sales in past:
        tell(f"selling {sales} times in memory")
        book = _book()
        for number in range(1, sales + 1):
            _sell(book, number)
        books.append(book)
    ours, baseline = in_turn(
        *(
            [partial(_sell, book, sales + number) for number in range(1, sizes.sales + 1)]
            for book, sales in zip(books, past, strict=True)
        )
    )
    what = f"a sale in memory, M0, M1 and M4, after {past[0]} over after {past[1]}"
    return ratio_of("engine", what, ours=ours, baseline=baseline, bound=1.5)


def _book() -> MemoryBook:
    book = MemoryBook(entry=1)
    for number, plan in enumerate(_PLANS, start=1):
        parameters = read_parameters(plan.kind, preset=plan.preset, changes=plan.changes)
        book.put(Program(number, plan.name, plan.kind, number, version=1, enabled=True))
        book.put(ProgramVersion(number, 1, _AT, parameters_text(parameters)))
    return book


def _sell(book: MemoryBook, number: int) -> None:
    """Do what is due, then complete a sale; a program that refuses it is a bug."""
    sale = _sale(number)
    settle_due(book, sale.at)
    ask = SaleAsk(
        store=_STORE,
        member=sale.member,
        sponsor=sale.sponsor,
        base=sale.base,
        costs=(None,),
        at=sale.at,
        day=sale.day,
        max_total_concession_bp=WHOLE_BP,
        max_margin_share_bp=WHOLE_BP,
        tier_bp=WHOLE_BP,
    )
    book.put(sale)
    decisions = enrol(book, ask)
    if not all(each.joins for each in decisions):
        raise AssertionError(f"sale {number} does not join: {decisions}")
    complete(book, sale, decisions=decisions)


def _sale(number: int) -> Sale:
    at = Instant(_AT + number * (DAY_MS // _SALES_IN_A_DAY))
    member = number % _MEMBERS + 1
    return Sale(
        number=number,
        basket=number,
        content=bytes(32),
        entry=1,
        ref=str(number),
        store=_STORE,
        till="1",
        shift=1,
        staff=0,
        member=member,
        at=at,
        day=business_day(at),
        state=COMPLETED,
        goods=_BASE,
        saved=Fen(0),
        total=_BASE,
        tax=Fen(0),
        base=_BASE,
        sponsor=member - 1 if member > 1 else None,
    )
