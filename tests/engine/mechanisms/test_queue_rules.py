"""What the text of rulebook 2.6 says of settlements beside its worked examples."""

from dataclasses import replace

import pytest

from pos_app.domain.moment import DAY_MS, Instant
from pos_app.domain.tender import REWARD
from pos_app.engine.mechanisms.queue_settlement import cut
from pos_app.engine.parameters.queue import QueueParameters
from pos_app.engine.records.queue import (
    ACTIVE,
    COMPLETED,
)
from pos_app.engine.settle import complete
from tests.engine.counter import make_sale
from tests.engine.mechanisms.queue_counter import counter_with, tickets


@pytest.mark.parametrize(
    ("target", "unit", "smallest", "parts"),
    [
        (10_000, 10_000, 5000, [10_000]),
        (10_001, 10_000, 5000, [10_001]),
        (14_999, 10_000, 5000, [14_999]),
        (15_000, 10_000, 5000, [10_000, 5000]),
        (24_999, 10_000, 5000, [10_000, 14_999]),
        (60_000, 10_000, 5000, [10_000] * 6),
        (99_999, 0, 5000, [99_999]),
        (0, 10_000, 5000, []),
    ],
)
def test_a_large_target_is_cut_into_units(
    target: int, unit: int, smallest: int, parts: list[int]
) -> None:
    """大单拆小单: small customers pass between the parts of a large sale (2.6, cut)."""
    assert list(cut(QueueParameters(unit=unit, min_order=smallest), target)) == parts


def test_concessions_follow_the_funding_sale_and_targets_the_ticket() -> None:
    """A new version must not change what an earlier customer was told (2.9)."""
    counter = counter_with("V1", free_rate_bp=5000, exit_bp=10_000)
    counter.sell(1, 10_000)
    counter.adopt("Q", "M1", preset="V1", changes={"concession_bp": 4000, "hold_days": 0})
    counter.sell(2, 10_000)

    assert tickets(counter) == [
        ("s1.1", 5000, 5000, COMPLETED),
        ("s2.1", 0, 10_000, ACTIVE),
    ]
    assert counter.book.balance("SRC:S1") == -6000


def test_a_sale_is_not_paid_by_itself() -> None:
    """The first sale's money waits for the next (2.6, note)."""
    counter = counter_with("V1")
    counter.sell(1, 10_000)

    assert tickets(counter) == [("s1.1", 0, 10_000, ACTIVE)]
    assert counter.book.balance("POOL:Q@Q/S1") == 2000


def test_the_repurchase_share_goes_to_the_own_oldest_ticket() -> None:
    """加速排队: paid to the person's own ticket, capped by its rest, never extra money."""
    counter = counter_with("V1", w_head=5000, w_rep=5000)
    counter.sell(1, 10_000)
    counter.sell(2, 10_000)
    counter.sell(2, 10_000)

    received = [each[1] for each in tickets(counter)]
    assert received == [2000 + 2000 + 1000, 1000, 0]


def test_a_sponsor_without_a_ticket_leaves_his_share_to_the_head() -> None:
    """Nobody is paid who has bought nothing (2.9)."""
    counter = counter_with("V5_DEFAULT")
    counter.sell(1, 10_000)
    counter.sell(2, 10_000, sponsor=9)

    assert tickets(counter)[0] == ("s1.1", 1900 + 1000 + 200 + 700, 10_000, ACTIVE)


def test_another_referral_program_takes_the_sponsors_share_from_the_queue() -> None:
    """If M2 or M3 takes the sale, the sponsor is not paid twice (1.5, MX2)."""
    counter = counter_with("V5_DEFAULT")
    counter.sell(1, 5000)
    counter.sell(3, 10_000)
    decisions = counter.last_decisions
    referral = replace(decisions[0], program=2, kind="M2", due_at=Instant(counter.at + DAY_MS))
    sale = make_sale(9, at=counter.at, member=2, sponsor=3, total=10_000, base=10_000)
    counter.book.put(sale)
    (settled,) = complete(counter.book, sale, decisions=(referral, *decisions))

    assert [(each.sale, each.why, each.amount) for each in settled.paid] == [
        (1, "HEAD", 1200),
        (1, "EVERY", 350),
        (2, "EVERY", 350),
    ]


def test_what_is_due_in_a_hold_is_settled_on_what_was_kept() -> None:
    """Return in the window: nobody was paid, nobody is asked (1.6)."""
    counter = counter_with("V1", hold_days=7)
    first = counter.sell(1, 20_000)
    second = counter.sell(2, 10_000)
    counter.take_back(first.number, 10_000)
    counter.take_back(second.number, 5001)
    counter.wait(days=7)

    assert tickets(counter) == [("s1.1", 0, 10_000, ACTIVE)]
    assert counter.book.balance("SRC:S1") == -2000


def test_a_concession_below_one_fen_still_gives_a_place() -> None:
    """The leftover of a percentage stays with the payer; the purchase qualifies."""
    counter = counter_with("V1", min_order=1, concession_bp=300)
    counter.sell(1, 33)

    assert tickets(counter) == [("s1.1", 0, 33, ACTIVE)]
    assert counter.book.balance("SRC:S1") == 0


def test_a_target_below_one_fen_gives_no_place() -> None:
    """A ticket that can receive nothing would stand in the queue for ever."""
    counter = counter_with("V1", min_order=1, free_rate_bp=1000)
    counter.sell(1, 9)

    assert tickets(counter) == []


def test_everyone_gets_at_least_the_smallest_share_from_the_front() -> None:
    """Fewer are paid rather than each a crumb; the remainder goes to the front (2.6)."""
    counter = counter_with("V1", w_head=0, w_every=10_000, min_share=90, min_order=1000, unit=0)
    for member in (1, 2, 3, 4):
        counter.sell(member, 1000)
    received = [each[1] for each in tickets(counter)]

    # 200 carried to the head; then 200 to one; 200 to two; 200 to two, not to three.
    assert received == [200 + 200 + 100 + 100, 100 + 100, 0, 0]


def test_what_the_front_cannot_take_overflows_to_the_next_seat() -> None:
    """Nobody receives more than his target; the rest goes on from the front (2.6)."""
    counter = counter_with("V1", w_head=0, w_every=10_000, min_share=100, min_order=1, unit=0)
    counter.sell(1, 100)
    counter.sell(2, 150)
    counter.sell(3, 750)

    # 20 carried to the first; 30 to it alone, because two shares would be below 100; then
    # 150: again to it alone, who takes 50, and 100 overflow.
    assert tickets(counter) == [
        ("s1.1", 100, 100, COMPLETED),
        ("s2.1", 100, 150, ACTIVE),
        ("s3.1", 0, 750, ACTIVE),
    ]


def test_the_window_bounds_who_shares() -> None:
    """V2B: only the first five share the everyone part (2.3)."""
    counter = counter_with("V1", w_head=0, w_every=10_000, window=2, unit=0)
    for member in (1, 2, 3, 4):
        counter.sell(member, 100_000)
    received = [each[1] for each in tickets(counter)]

    assert received == [20_000 + 20_000 + 10_000 + 10_000, 10_000 + 10_000, 0, 0]


def test_the_daily_limit_counts_sales_that_were_voided_too() -> None:
    """Else one could void and ring up again for ever (2.6, exactly)."""
    counter = counter_with("V1", daily_limit=1)
    first = counter.sell(1, 10_000)
    counter.void(first.number)
    counter.sell(1, 10_000)
    counter.wait(days=1)
    counter.sell(1, 10_000)

    assert [each[0] for each in tickets(counter)] == ["s1.1", "s3.1"]


def test_a_reward_balance_may_pay_a_whole_sale_which_then_earns_nothing() -> None:
    """Money from rewards creates no new reward: the circle would multiply (1.4)."""
    counter = counter_with("V1")
    counter.sell(1, 10_000)
    counter.sell(2, 10_000)
    sale = counter.sell(1, 4000, with_rewards=((REWARD, 4000),))

    assert sale.base == 0
    assert counter.last_decisions[0].reason == "NO_BASE"
    assert counter.book.balance("CASH:1") == 0
