"""Who gets a place in a queue, and whose share goes to the head (2.6, 2.9)."""

import pytest

from pos_app.domain.member import Member
from pos_app.domain.moment import Instant
from pos_app.engine.records.queue import TICKETS
from tests.engine.counter import Counter
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


def received(counter: Counter) -> list[int]:
    """What every ticket has received, in the sequence of the sales."""
    return [each[1] for each in tickets(counter)]


@pytest.mark.parametrize(
    ("base", "reason", "places"),
    [
        (4999, "BELOW_MINIMUM", 0),
        (5000, "", 1),
        (20_000, "", 1),
        (20_001, "ABOVE_MAXIMUM", 0),
    ],
)
def test_a_purchase_above_the_maximum_takes_no_part_where_the_owner_says_skip(
    base: int, reason: str, places: int
) -> None:
    """2.6: both ends of the range are within it; SKIP concedes nothing above."""
    counter = counter_with("V1", max_order=20_000, over_policy="SKIP", unit=0)
    counter.sell(1, base)
    conceded = 0 if reason else base // 5

    assert counter.last_decisions[0].reason == reason
    assert (len(tickets(counter)), counter.book.balance("SRC:S1")) == (places, -conceded)


def test_a_purchase_above_the_maximum_only_speeds_the_others_up() -> None:
    """2.3 FUND_ONLY, Qg: it funds the queue and takes no place in it."""
    counter = counter_with("V1", max_order=20_000, unit=0)
    counter.sell(1, 20_000)
    counter.sell(2, 20_001)

    assert tickets(counter) == [("s1.1", 4000 + 4000, 20_000, "ACTIVE")]


def test_a_target_is_at_most_its_cap_and_its_share_of_the_base() -> None:
    """2.3: `free_rate_bp` of the base, then `target_cap`."""
    counter = counter_with("V1", free_rate_bp=5000, target_cap=7000, unit=0)
    counter.sell(1, 13_999)
    counter.sell(1, 14_001)

    assert [each[2] for each in tickets(counter)] == [6999, 7000]


@pytest.mark.parametrize("sponsor", [2, 3], ids=["himself", "whose ticket is full"])
def test_a_share_that_no_sponsor_can_take_goes_to_the_head(sponsor: int) -> None:
    """2.9: sponsor = buyer, and a sponsor without an ACTIVE ticket."""
    counter = counter_with("V4", min_order=1, unit=0)
    counter.sell(3, 100)
    counter.sell(1, 10_000)
    counter.sell(2, 10_000)
    before = received(counter)
    counter.sell(2, 10_000, sponsor=sponsor)

    # Of 2000: 1000 and the 200 to the head, half of the 800 to each of two.
    assert before[0] == 100
    assert received(counter)[1] == before[1] + 1000 + 200 + 400


def test_a_referral_program_that_does_not_take_the_sale_leaves_the_sponsor_his_share() -> None:
    """1.5: only if M2 or M3 will take the sale does M1's part go to the head."""
    counter = counter_with("V4", unit=0)
    counter.adopt("R", "M2", priority=1, changes={"hold_days": 0, "min_order": 20_000})
    counter.sell(1, 10_000)
    counter.sell(3, 10_000)
    counter.sell(2, 10_000, sponsor=3)

    assert [each.reason for each in counter.last_decisions] == ["", "BELOW_MINIMUM"]
    # 200 of 2000 to the sponsor's ticket; then the head, then everyone's 800 in halves.
    assert [(each.sale, each.why, each.amount) for each in counter.last_settled[0].paid] == [
        (2, "ACCEL", 200),
        (1, "HEAD", 1000),
        (1, "EVERY", 400),
        (2, "EVERY", 400),
    ]


def test_switching_a_queue_off_only_stops_new_enrolments() -> None:
    """2.6: what was promised before still settles, and members may still leave."""
    held = counter_with("V5_DEFAULT", hold_days=7, unit=0)
    held.sell(1, 10_000)
    held.sell(2, 10_000)
    held.adopt("Q", "M1", preset="V5_DEFAULT", enabled=False, changes={"unit": 0})
    held.sell(3, 10_000)
    held.wait(days=7)
    held.leave(2)

    assert held.last_decisions == ()
    assert tickets(held) == [
        ("s1.1", 1900 + 1000 + 200 + 700, 10_000, "ACTIVE"),
        ("s2.1", 0, 10_000, "EXITED"),
    ]
    assert held.book.balance("VCH:2") == 200


def test_a_later_version_changes_nothing_for_who_waits() -> None:
    """2.9: concessions follow the funding sale, target and exit the ticket (12.10).

    In the hold too: a sale settles under the version that it was rung up under.
    """
    counter = counter_with("V1", hold_days=7, unit=0, free_rate_bp=5000)
    counter.sell(1, 10_000)
    counter.adopt("Q", "M1", preset="V1", changes={"concession_bp": 4000, "hold_days": 0})
    counter.sell(2, 10_000)
    before = counter.book.balance("SRC:S1")
    counter.wait(days=7)

    assert (before, counter.book.balance("SRC:S1")) == (-4000, -4000 - 2000)
    assert [(each[0], each[2]) for each in tickets(counter)] == [("s1.1", 5000), ("s2.1", 10_000)]
