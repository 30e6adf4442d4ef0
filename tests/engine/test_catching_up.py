"""A month off: due events in the rulebook's sequence, the same books (1.3, 12.3)."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pos_app.domain.moment import DAY_MS, Instant
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.records.shared import DUE, Due
from pos_app.engine.settle import settle_due
from tests.engine.counter import Counter
from tests.engine.events import Adopted, Event, History
from tests.engine.histories import events, every_kind, play
from tests.engine.laws import check_laws
from tests.engine.snapshot import snapshot


def after_selling(history: History) -> tuple[MemoryBook, Instant]:
    """A book in which a history has happened, and the moment the till goes off."""
    book = MemoryBook()
    ends: list[Counter] = []
    play(history, book, after=lambda counter, _: ends.append(counter))
    last = ends[-1]
    book.open_entry(last.entries + 1, last.at)
    return book, last.at


@settings(max_examples=40)
@given(
    programs=every_kind(),
    happened=st.lists(events(), min_size=10, max_size=30),
    days=st.sampled_from([30, 31, 45]),
    step=st.sampled_from([1, 2, 7]),
)
def test_a_month_at_once_is_a_month_day_by_day(
    programs: tuple[Adopted, ...], happened: list[Event], days: int, step: int
) -> None:
    """Whether the computer was off must not decide who is paid, with every kind on."""
    history = History(programs, tuple(happened))
    books = [after_selling(history)[0] for _ in range(3)]
    _, off = after_selling(history)
    on = Instant(off + days * DAY_MS)
    done = settle_due(books[0], on)
    for day in range(0, days, step):
        settle_due(books[1], Instant(off + day * DAY_MS))
    settle_due(books[1], on)
    while settle_due(books[2], on, limit=1):
        pass

    check_laws(books[0], done)
    assert snapshot(books[0]) == snapshot(books[1]) == snapshot(books[2])
    assert not [each for each in books[0].scan(DUE) if each.due_at <= on]


@settings(max_examples=40)
@given(programs=every_kind(), happened=st.lists(events(), min_size=10, max_size=30))
def test_what_is_due_is_done_in_the_rulebooks_sequence(
    programs: tuple[Adopted, ...], happened: list[Event]
) -> None:
    """By time, rank, completion number, priority; never by a text (1.3)."""
    book, off = after_selling(History(programs, tuple(happened)))
    on = Instant(off + 30 * DAY_MS)
    seen: list[tuple[int, int, int, int]] = []
    while (due := next(iter(book.scan(DUE)), None)) is not None and due.due_at <= on:
        seen.append(_rank(due))
        settle_due(book, on, limit=1)

    assert seen == sorted(seen)


def _rank(due: Due) -> tuple[int, int, int, int]:
    return (due.due_at, due.rank, due.sale, due.priority)
