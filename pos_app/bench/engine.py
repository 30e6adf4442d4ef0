"""What a sale costs three mechanisms in memory, after very many over the first."""

from functools import partial

from pos_app.bench.figures import BY_THE_PROCESSOR, Figures, Sizes, in_turn, ratio_of, tell
from pos_app.bench.trade import Plan, adopt, join_all, sale_of
from pos_app.domain.moment import DAY_MS, Instant, read_instant
from pos_app.domain.money import Fen
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.settle import settle_due

_AT = read_instant("2026-11-21T09:00:00+08:00")
_BASE = Fen(10_000)
_MEMBERS = 10_000
_SALES_IN_A_DAY = 2_000
_START = 100
"""The start is behind one in so many of the sales: caches are warm by then."""

_PLANS = (
    Plan("points", "M0", None, {"hold_days": 0}),
    Plan("queue", "M1", "V5_DEFAULT", {"hold_days": 0, "window": 50}),
    Plan("green", "M4", None, {"hold_days": 0}),
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
        ),
        clock=BY_THE_PROCESSOR,
    )
    what = f"a sale in memory, M0, M1 and M4, after {past[0]} over after {past[1]}"
    return ratio_of("engine", what, ours=ours, baseline=baseline, bound=1.5)


def _book() -> MemoryBook:
    book = MemoryBook(entry=1)
    adopt(book, _PLANS, at=_AT)
    return book


def _sell(book: MemoryBook, number: int) -> None:
    """Do what is due, then complete a sale in all three programs."""
    at = Instant(_AT + number * (DAY_MS // _SALES_IN_A_DAY))
    member = number % _MEMBERS + 1
    sponsor = member - 1 if member > 1 else None
    settle_due(book, at)
    join_all(book, sale_of(number, at=at, member=member, sponsor=sponsor, base=_BASE))
