"""PROGRAM_CLOSE and clearing (rulebook 2.6, 1.9)."""

import pytest

from pos_app.domain.moment import DAY_MS
from pos_app.domain.program import Program
from pos_app.engine.records.queue import (
    COMPLETED,
    EXITED,
)
from pos_app.engine.records.shared import Enrolment
from pos_app.engine.undo import VoidRefused
from tests.engine.mechanisms.queue_counter import counter_with, played, tickets


def test_closing_after_q4_serves_the_first_seat_and_exits_all() -> None:
    """The text under Q4: C gets a voucher of 100, s4 gets 0, all tickets EXITED."""
    done = played("Q4")
    done.counter.close("Q")
    after = done.balances()

    assert after == {
        "CASH:A": 10_000,
        "CASH:B": 7100,
        "CASH:C": 1900,
        "SRC:S1": -20_000,
        "VCH:A": 900,
        "VCH:C": 100,
    }
    states = {each[3] for each in tickets(done.counter)}
    assert states == {COMPLETED, EXITED}


def test_closing_an_alliance_gives_stores_back_by_what_they_put_in() -> None:
    """What nobody can claim belongs to those whose concessions it was."""
    counter = counter_with("V1", scope="ALLIANCE", w_head=0, w_exit=10_000, exit_bp=0)
    counter.sell(1, 10_000, store="S1")
    counter.sell(2, 20_000, store="S2")
    counter.sell(3, 5001, store="S2")
    counter.close("Q")

    assert counter.book.balance("SRC:S1") == 0
    assert counter.book.balance("SRC:S2") == 0
    assert counter.book.balance("FUND:Q:exit@Q") == 0


def test_closing_pays_the_carry_and_lets_successors_join() -> None:
    """Carry goes to the head until carry or tickets end; a part joins after each pass."""
    counter = counter_with("V1")
    counter.adopt("Q", "M1", preset="V1", changes={"hold_days": 0, "daily_limit": 1})
    counter.sell(1, 60_000)
    counter.sell(1, 50_000)
    counter.close("Q")
    # 12000 carried by the first sale went to its own first part when the second settled,
    # with that sale's 10000: both parts were full and 2000 of the third when all ended.
    states = [(received, state) for _, received, _, state in tickets(counter)]

    assert states == [
        (10_000, COMPLETED),
        (10_000, COMPLETED),
        (2000, EXITED),
        (0, EXITED),
        (0, EXITED),
        (0, EXITED),
    ]
    assert counter.book.balance("POOL:Q@Q/S1") == 0


def test_closing_drops_what_is_pending_and_cannot_be_done_twice() -> None:
    """No new tickets and no new concessions after the end (rulebook 2.6)."""
    counter = counter_with(hold_days=7)
    counter.sell(1, 10_000)
    counter.close("Q")
    counter.close("Q")
    settled = counter.wait(days=10)
    kept = counter.book.get(Enrolment, 1, 1)
    program = counter.book.get(Program, 1)

    assert settled == ()
    assert kept is not None
    assert (kept.state, kept.reason) == ("DROPPED", "PROGRAM_CLOSED")
    assert program is not None
    assert (program.enabled, program.closed_at) == (False, counter.at - 10 * DAY_MS)


def test_money_taken_back_after_the_end_goes_to_the_store_of_the_sale() -> None:
    """There is no pool any more that it could go to (rulebook 2.6)."""
    counter = counter_with("V1")
    first = counter.sell(1, 10_000)
    counter.sell(2, 10_000)
    counter.close("Q")
    before = counter.book.balance("SRC:S1")
    (taken,) = counter.take_back(first.number, 10_000)

    assert (taken.wanted, taken.from_wallet) == (4000, 4000)
    assert counter.book.balance("SRC:S1") == before + 4000
    assert counter.book.balance("POOL:Q@Q/S1") == 0


def test_a_sale_settled_in_an_ended_program_cannot_be_voided() -> None:
    """Its lot was given to the stores; nothing can put it back as it was."""
    counter = counter_with("V1")
    sale = counter.sell(1, 10_000)
    counter.close("Q")

    with pytest.raises(VoidRefused) as refused:
        counter.void(sale.number)

    assert refused.value.why == "PROGRAM_CLOSED"
