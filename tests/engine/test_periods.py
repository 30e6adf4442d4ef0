"""Period ends: what moves their schedule and what does not (1.12)."""

import pytest

from pos_app.domain.moment import DAY_MS, Instant
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.records.shared import DUE, END_PERIOD, Due, Period
from tests.engine.counter import Counter

FIRST_DAY = Instant(1_767_542_400_000)
"""The midnight before the counter opens; periods are counted from it."""


def next_end(counter: Counter) -> Due:
    """The one end of a period that is noted as due."""
    (due,) = [each for each in counter.book.scan(DUE) if each.what == END_PERIOD]
    return due


def days_from_adoption(due: Due) -> int:
    """After how many days a period ends."""
    return (due.due_at - FIRST_DAY) // DAY_MS


def test_a_later_version_lets_the_running_period_end_in_its_time() -> None:
    """Customers were told when it ends; the next one follows the new rules."""
    counter = Counter(MemoryBook())
    counter.adopt("G", "M4", changes={"period_days": 7})
    counter.adopt("G", "M4", changes={"period_days": 10})
    running = next_end(counter)
    counter.wait(days=7)
    following = next_end(counter)

    assert (days_from_adoption(running), days_from_adoption(following)) == (7, 10)


@pytest.mark.parametrize("kind", ["M3", "M4", "M6"])
def test_an_extra_end_counts_as_one_and_moves_no_schedule(kind: str) -> None:
    """An owner may pay out early; the day that customers wait for stays."""
    counter = Counter(MemoryBook())
    counter.adopt("X", kind)
    before = next_end(counter)
    counter.end_period("X")
    counter.end_period("X")
    same = next_end(counter)
    counter.at = before.due_at
    counter.wait()
    period = counter.book.get(Period, 1)

    assert same == before
    assert period is not None
    assert (period.ended, period.scheduled) == (3, 1)
    assert next_end(counter).part == 2
