"""Boundaries at which a changed sign or figure went unnoticed by the other rules.

Found by changing the engine one spot at a time (docs/mutation.md).
"""

import pytest

from pos_app.domain.money import Fen
from pos_app.engine.mechanisms.green_period import amount_to_release
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.parameters.green import GreenParameters
from pos_app.engine.records.green import GreenFund
from pos_app.engine.records.refer import FREE_PURCHASES
from pos_app.engine.records.shared import Enrolment
from tests.engine.counter import Counter
from tests.engine.mechanisms import queue_counter

ANN, BOB, CAROL, DORA = 1, 2, 3, 4


def counter_with(kind: str, **changes: object) -> Counter:
    """A counter with one program, without a hold unless one is named."""
    counter = Counter(MemoryBook())
    counter.adopt("X", kind, changes={"hold_days": 0, **changes})
    return counter


def enrolled(counter: Counter, sale: int) -> Enrolment:
    """How a sale stands in the program."""
    found = counter.book.get(Enrolment, sale, 1)
    assert found is not None
    return found


def test_two_returns_in_the_hold_add_up_to_below_the_minimum() -> None:
    """What is left decides, not the last return alone (1.6)."""
    counter = counter_with("M1", hold_days=7)
    counter.sell(ANN, 10_000)
    counter.take_back(1, 3000)
    after_one = enrolled(counter, 1).state
    counter.take_back(1, 3000)

    assert (after_one, enrolled(counter, 1).state) == ("PENDING", "DROPPED")
    assert enrolled(counter, 1).reason == "BELOW_MINIMUM"


def test_late_returns_count_from_what_was_settled() -> None:
    """What came back in the hold earned nothing, so that nothing is wanted for it."""
    counter = counter_with("M0", hold_days=7)
    counter.sell(ANN, 10_000)
    counter.take_back(1, 6000)
    counter.wait(days=7)
    points = [counter.book.balance(f"POINTS:{ANN}")]
    for _ in range(2):
        counter.take_back(1, 2000)
        points.append(counter.book.balance(f"POINTS:{ANN}"))

    assert points == [40, 20, 0]


def test_a_voided_sale_is_noted_by_nobody_when_its_hold_ends() -> None:
    """Refer three would keep it as a purchase to refund (4.5)."""
    counter = counter_with("M2", hold_days=7)
    counter.sell(ANN, 20_000)
    counter.void(1)
    counter.wait(days=8)

    assert list(counter.book.scan(FREE_PURCHASES, 1, ANN)) == []


def test_the_latest_purchase_stays_the_price_while_there_is_no_later_one() -> None:
    """LATEST_OWN: without another free purchase the cycle's own counts (4.3)."""
    counter = counter_with("M2", basis="LATEST_OWN")
    counter.sell(ANN, 20_000)
    counter.sell(BOB, 20_000, sponsor=ANN)
    counter.sell(CAROL, 20_000, sponsor=ANN)

    assert counter.book.balance(f"CASH:{ANN}") == 10_000


def test_what_the_buyers_older_ticket_cannot_take_goes_to_the_head() -> None:
    """The repurchase share is capped by the ticket's rest, and not lost (2.6)."""
    counter = queue_counter.counter_with(
        w_exit=0, w_ref=0, w_every=0, w_rep=5000, w_head=5000, target_cap=4500, min_order=4000,
        unit=0,
    )  # fmt: skip
    counter.sell(ANN, 10_000)
    counter.sell(BOB, 10_000)
    counter.sell(ANN, 10_000)

    # 500 of the 1000 fill her first ticket; the head, now his, gets 500 and 1000.
    assert [received for _, received, _, _ in queue_counter.tickets(counter)] == [4500, 1500, 0]


def test_a_months_cap_counts_what_the_month_has_paid() -> None:
    """5 % of what the store sold, less what it paid: 2000, then 1000 more (5.3)."""
    counter = counter_with("M3", monthly_cap_bp=500)
    counter.sell(ANN, 20_000)
    counter.sell(BOB, 20_000, sponsor=ANN)
    counter.sell(CAROL, 20_000, sponsor=ANN)

    assert counter.book.balance(f"CASH:{ANN}") == 2000 + 1000


def test_a_months_cap_begins_anew_with_the_month() -> None:
    """Room that January left is not February's."""
    counter = counter_with("M3", monthly_cap_bp=500)
    counter.sell(ANN, 200_000)
    counter.wait(days=31)
    counter.sell(BOB, 20_000, sponsor=ANN)

    assert counter.book.balance(f"CASH:{ANN}") == 1000


def test_a_bonus_of_one_fen_is_paid() -> None:
    """The floor leaves nothing to the store that is whole (1.1)."""
    counter = counter_with("M3")
    counter.sell(ANN, 20_000)
    counter.sell(BOB, 10, sponsor=ANN)

    assert counter.book.balance(f"CASH:{ANN}") == 1


@pytest.mark.parametrize(
    ("before", "now", "released"),
    [
        (1000, 1150, 277),
        (1000, 1149, 250),
        (0, 1, 277),
        (0, 0, 250),
        (1000, 0, 250),
        (1, 1, 250),
        (1, 2, 277),
    ],
)
def test_the_full_rate_needs_the_whole_growth(before: int, now: int, released: int) -> None:
    """15 % more than the period before; none before counts as none (6.5, 1.12)."""
    fund = GreenFund(1, inflow=Fen(now), prev_inflow=Fen(before))

    assert amount_to_release(fund, GreenParameters(vs_sales_bp=0), value=10_000) == released


def test_a_period_leaves_its_inflow_behind_and_begins_at_nothing() -> None:
    """One fen carried over would be growth that nobody conceded (6.5)."""
    counter = counter_with("M4", rebate_bp=1000)
    counter.sell(ANN, 100_000)
    counter.sell(BOB, 50_000)
    paid = counter.end_period("X")
    fund = counter.book.get(GreenFund, 1)

    assert fund is not None
    assert (fund.prev_inflow, fund.inflow, fund.new_sales, fund.periods) == (15_000, 0, 0, 1)
    # 277 of 10 000 of the pool is 415, shared as 10 000 to 5 000 points.
    assert (paid, counter.book.balance(f"VCH:{ANN}"), counter.book.balance(f"VCH:{BOB}")) == (
        276 + 138,
        276,
        138,
    )


def test_a_day_pays_what_it_says_it_paid() -> None:
    """The figure of a period is the sum of what its holders got (8.5)."""
    counter = counter_with("M6")
    counter.sell(ANN, 100_000)
    counter.sell(BOB, 50_000, sponsor=ANN)
    paid = counter.end_period("X")

    assert paid == counter.book.balance(f"PTS:{ANN}") + counter.book.balance(f"PTS:{BOB}")
    assert (paid, counter.book.balance("POOL:K@X")) == (15_000, 0)
