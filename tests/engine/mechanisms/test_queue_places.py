"""Who gets a place in a queue, and whose share goes to the head (2.6, 2.9)."""

import pytest

from pos_app.domain.member import Member
from pos_app.domain.moment import Instant
from pos_app.engine.queue_records import TICKETS
from tests.engine.mechanisms.queue_counter import counter_with, tickets


@pytest.mark.parametrize(("scope", "places"), [("STORE", 2), ("ALLIANCE", 1)])
def test_each_store_counts_the_day_for_itself_unless_they_share_a_queue(
    scope: str, places: int
) -> None:
    """2.6: under STORE scope each store has its own queue, pool and daily count."""
    counter = counter_with("V1", scope=scope, daily_limit=1)
    for store in ("S1", "S2", "S1"):
        counter.sell(1, 10_000, store=store)

    assert len(list(counter.book.scan(TICKETS))) == places


def test_a_place_that_was_left_counts_for_the_day() -> None:
    """2.6: orders that ever got a ticket, later exited ones too."""
    counter = counter_with("V1", daily_limit=1)
    first = counter.sell(1, 10_000)
    counter.leave(first.number)
    counter.sell(1, 10_000)
    counter.wait(days=1)
    counter.sell(1, 10_000)

    assert [(name, state) for name, _, _, state in tickets(counter)] == [
        ("s1.1", "EXITED"),
        ("s3.1", "ACTIVE"),
    ]


def test_leaving_a_partly_returned_sale_gives_its_share_of_what_is_left() -> None:
    """2.9: allowed, the rest is computed on the new target."""
    counter = counter_with(w_exit=10_000, w_head=0, w_every=0, w_ref=0, exit_bp=2000, unit=0)
    first = counter.sell(1, 20_000)
    counter.take_back(first.number, 5000)
    counter.leave(first.number)

    assert counter.book.balance("VCH:1") == 3000


def test_a_sponsor_who_is_no_member_any_more_leaves_his_share_to_the_head() -> None:
    """2.9: also of a sale that was held when his data were erased."""
    counter = counter_with(hold_days=7, unit=0)
    counter.sell(1, 10_000)
    counter.sell(3, 10_000)
    counter.wait(days=7)
    counter.sell(2, 10_000, sponsor=3)
    counter.book.put(Member(3, "3", "", "", None, Instant(0), consent=False, erased_at=counter.at))
    counter.wait(days=7)

    # The second sale: the carry of 1900, head and referral part, everyone's; then the third.
    assert tickets(counter)[:2] == [
        ("s1.1", 1900 + 1000 + 200 + 700 + 1000 + 200 + 350, 10_000, "ACTIVE"),
        ("s2.1", 350, 10_000, "ACTIVE"),
    ]
