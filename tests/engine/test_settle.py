"""What is due is done in its turn, whole, as much at a time as is asked for."""

import pytest

from pos_app.domain.moment import DAY_MS, Instant
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.records.shared import SETTLED, Enrolment
from pos_app.engine.settle import next_due, settle_due
from tests.engine.counter import Counter

ANN = 1


@pytest.mark.parametrize(
    ("limit", "done", "points"), [(0, 0, 0), (1, 1, 100), (2, 2, 200), (9, 3, 300), (None, 3, 300)]
)
def test_no_more_is_done_than_one_commit_is_to_hold(
    limit: int | None, done: int, points: int
) -> None:
    """After days off the till catches up in steps, and is at no step in between."""
    counter = Counter(MemoryBook(), catch_up=False)
    counter.adopt("P", "M0", changes={"hold_days": 7})
    for _ in range(3):
        counter.sell(ANN, 10_000)
    settled = settle_due(counter.book, Instant(counter.at + 7 * DAY_MS), limit=limit)

    assert (len(settled), counter.book.balance(f"POINTS:{ANN}")) == (done, points)


def test_between_events_it_may_be_asked_to_stop() -> None:
    """Very long ones need not share a commit; what was left is due still."""
    counter = Counter(MemoryBook(), catch_up=False)
    counter.adopt("P", "M0", changes={"hold_days": 7})
    for _ in range(3):
        counter.sell(ANN, 10_000)
    end = Instant(counter.at + 7 * DAY_MS)
    first = settle_due(counter.book, end, enough=lambda: True)
    rest = settle_due(counter.book, end)

    assert ([each.sale for each in first], [each.sale for each in rest]) == ([1], [2, 3])


def test_what_is_due_at_this_very_instant_is_done_now() -> None:
    """A hold of seven days is over when seven days are over, and not before."""
    counter = Counter(MemoryBook(), catch_up=False)
    counter.adopt("P", "M0", changes={"hold_days": 7})
    counter.sell(ANN, 10_000)
    due = next_due(counter.book)
    assert due == counter.at + 7 * DAY_MS
    before = settle_due(counter.book, Instant(due - 1))
    then = settle_due(counter.book, due)

    assert (len(before), len(then), next_due(counter.book)) == (0, 1, None)


def test_catching_up_leaves_the_book_dated_as_it_was() -> None:
    """What the cashier does next happens today, not on the day of the last event."""
    counter = Counter(MemoryBook(), catch_up=False)
    counter.adopt("P", "M0", changes={"hold_days": 7})
    counter.sell(ANN, 10_000)
    today = Instant(counter.at + 30 * DAY_MS)
    counter.book.date_at(today)
    settle_due(counter.book, today)

    assert counter.book.effective_at == today


def test_a_sale_of_one_fen_settles_as_any_other() -> None:
    """Only what came back whole earns nothing; the smallest base is a base."""
    counter = Counter(MemoryBook())
    counter.adopt("Q", "M1", changes={"hold_days": 7, "min_order": 1, "unit": 0})
    counter.sell(ANN, 1)
    counter.wait(days=7)
    enrolment = counter.book.get(Enrolment, 1, 1)

    assert enrolment is not None
    assert (enrolment.state, enrolment.base) == (SETTLED, 1)
