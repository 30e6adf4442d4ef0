"""The invariants of the rulebook over random histories, on a book in memory."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from pos_app.domain.moment import DAY_MS, Instant
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.settle import next_due, settle_due
from tests.engine.events import Adopted, Sold
from tests.engine.histories import (
    History,
    histories,
    play,
    points,
    queues,
    sales,
)
from tests.engine.laws import check_laws
from tests.engine.refused import play_unchanged_by_refusals
from tests.engine.snapshot import snapshot


@settings(max_examples=200)
@given(histories(fewest=40, most=60))
def test_every_law_holds_after_every_event(history: History) -> None:
    """No reward is a promise: what the books say must be true at every moment."""
    play(history, MemoryBook(), after=lambda counter, settled: check_laws(counter.book, settled))


@settings(max_examples=100)
@given(histories(fewest=10, most=40))
def test_what_the_shop_refuses_changes_nothing(history: History) -> None:
    """A refusal half done would be money nobody can account for."""
    play_unchanged_by_refusals(history)


@settings(max_examples=100)
@given(histories(fewest=10, most=40))
def test_the_same_history_makes_the_same_books(history: History) -> None:
    """INV-6: another till, or verify, must come to the same from the same events."""
    first, again = MemoryBook(), MemoryBook()

    assert play(history, first) == play(history, again)
    assert snapshot(first) == snapshot(again)


@given(
    st.lists(sales(), min_size=1, max_size=20),
    queues(longest_hold=9),
    points(longest_hold=9),
    st.sampled_from([1, 3, 7]),
)
def test_catching_up_at_once_is_catching_up_day_by_day(
    sold: list[Sold], queue: Adopted, point: Adopted, step: int
) -> None:
    """Whether the computer was off for a month must not decide who is paid."""
    books = [MemoryBook(), MemoryBook(), MemoryBook()]
    for book in books:
        history = History((_held(queue), _held(point)), tuple(replace(s, share=0) for s in sold))
        play(history, book)
        book.open_entry(99, Instant(0))
    end = Instant((next_due(books[0]) or 0) + 60 * DAY_MS)
    settle_due(books[0], end)
    for days in range(0, 120, step):
        settle_due(books[1], Instant(min(end, end + (days - 119) * DAY_MS)))
    settle_due(books[1], end)
    while settle_due(books[2], end, limit=1):
        pass

    assert snapshot(books[0]) == snapshot(books[1]) == snapshot(books[2])


def _held(program: Adopted) -> Adopted:
    """The program with a hold of at least ten days, longer than the selling lasts."""
    changes = dict(program.changes)
    changes["hold_days"] = 10 + int(str(changes["hold_days"]))
    return replace(program, changes=tuple(sorted(changes.items())))
