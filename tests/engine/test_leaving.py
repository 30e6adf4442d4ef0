"""The end of a program: what it owes goes on, what it would begin does not."""

from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.outcomes import PROGRAM_CLOSED
from pos_app.engine.records.shared import (
    DROPPED,
    DUE,
    END_PERIOD,
    EXPIRE_POINTS,
    SETTLED,
    SKIPPED,
    Enrolment,
)
from tests.engine.counter import Counter

ANN = 1


def enrolled(counter: Counter, *, program: int) -> Enrolment:
    """How the first sale stands in a program."""
    found = counter.book.get(Enrolment, 1, program)
    assert found is not None
    return found


def test_a_closed_program_ends_no_more_periods() -> None:
    """There is nothing left that a period could share out."""
    counter = Counter(MemoryBook())
    counter.adopt("G", "M4")
    counter.close("G")

    assert [each.what for each in counter.book.scan(DUE)].count(END_PERIOD) == 0


def test_points_of_a_closed_program_still_expire() -> None:
    """They stay the member's, as long as they would have been and no longer."""
    counter = Counter(MemoryBook())
    counter.adopt("P", "M0", changes={"hold_days": 0, "expiry_months": 1})
    counter.sell(ANN, 10_000)
    counter.close("P")
    waiting = [each.what for each in counter.book.scan(DUE)]
    kept = counter.book.balance(f"POINTS:{ANN}")
    counter.wait(days=40)

    assert (waiting, kept, counter.book.balance(f"POINTS:{ANN}")) == ([EXPIRE_POINTS], 100, 0)


def test_closing_one_program_leaves_the_others_alone() -> None:
    """A sale waits in both for its hold to end; only the open one settles it."""
    for closed, other in ((1, 2), (2, 1)):
        counter = Counter(MemoryBook())
        for name in ("1", "2"):
            counter.adopt(name, "M0", changes={"hold_days": 7})
        counter.sell(ANN, 10_000)
        counter.close(str(closed))
        counter.wait(days=8)
        dropped, settled = enrolled(counter, program=closed), enrolled(counter, program=other)

        assert (dropped.state, dropped.reason) == (DROPPED, PROGRAM_CLOSED)
        assert settled.state == SETTLED


def test_a_sale_that_never_joined_keeps_its_reason_when_the_program_ends() -> None:
    """A customer who asks hears why it did not join, not that the program is over."""
    counter = Counter(MemoryBook())
    counter.adopt("R", "M2", changes={"hold_days": 7})
    counter.sell(ANN, 20_000)
    before = enrolled(counter, program=1)
    counter.close("R")

    assert before.state == SKIPPED
    assert enrolled(counter, program=1) == before
