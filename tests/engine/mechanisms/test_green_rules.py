"""What M4 says in words: periods by time, caps, stores, vouchers, end (6)."""

from typing import Any

import pytest

from pos_app.domain.money import part
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.program import ParametersDisagree, read_parameters
from pos_app.engine.records.green import GreenFund, GreenLot
from pos_app.engine.undo import VoidRefused
from tests.engine.counter import Counter


def counter_with(**changes: object) -> Counter:
    """A counter with green points that settle at once, no month's cap."""
    counter = Counter(MemoryBook())
    fixed = {"hold_days": 0, "rebate_bp": 1000, "member_month_cap_bp": 0}
    counter.adopt("G", "M4", changes={**fixed, **changes})
    return counter


def fund(counter: Counter) -> GreenFund:
    """The program's sums."""
    found = counter.book.get(GreenFund, 1)
    assert found is not None
    return found


def test_periods_end_at_midnight_counted_from_the_adoption_day() -> None:
    """1.12: adopted on the 5th, ten days: the first period ends on the 15th at 00:00."""
    counter = counter_with()
    counter.sell(1, 100_000)
    counter.wait(days=9, ms=15 * 3_600_000 - 1)
    before = counter.book.balance("VCH:1")
    counter.wait(ms=1)

    assert (before, counter.book.balance("VCH:1")) == (0, 277)
    assert fund(counter).periods == 1


def test_a_month_releases_at_most_twice_what_was_bought_in_it() -> None:
    """6.3 member_month_cap_bp: what the cap keeps back stays in the pool."""
    counter = counter_with(member_month_cap_bp=100, vs_sales_bp=0)
    counter.sell(1, 10_000)
    counter.sell(2, 1_000_000)
    for _ in range(6):
        counter.end_period("G")
    january = counter.book.balance("VCH:1")
    counter.wait(days=27)

    assert january == part(10_000, 100)
    assert counter.book.balance("VCH:1") == january


def test_a_store_may_have_a_rebate_of_its_own() -> None:
    """6.3: each merchant chooses; the limit of 1.5 looks at the highest."""
    counter = counter_with(store_rebates=["S2=2000"])
    counter.sell(1, 10_000, store="S1")
    counter.sell(1, 10_000, store="S2")

    assert counter.book.balance("SRC:S1") == -1000
    assert counter.book.balance("SRC:S2") == -2000
    assert [decision.rate_bp for decision in counter.last_decisions] == [2000]


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"store_rebates": ["S2"]}, "STORE_REBATE"),
        ({"store_rebates": ["S2=299"]}, "STORE_REBATE"),
        ({"store_rebates": ["S2=2001"]}, "STORE_REBATE"),
        ({"store_rebates": ["=500"]}, "STORE_REBATE"),
        ({"split_display": 3}, "SPLIT_DISPLAY"),
    ],
)
def test_a_rebate_outside_the_range_is_refused(changes: dict[str, Any], rule: str) -> None:
    """A store's own figure must not be a way around the rulebook's range."""
    with pytest.raises(ParametersDisagree) as refused:
        read_parameters("M4", changes=changes)
    assert refused.value.rule == rule


def test_the_sponsor_gets_points_and_only_the_direct_one() -> None:
    """6.5: of the points, not of the money, and never for oneself."""
    counter = counter_with(ref_points_bp=500)
    counter.sell(2, 10_000, sponsor=1)
    counter.sell(3, 10_000, sponsor=3)
    sponsor = counter.book.get(GreenLot, 1, 1, 3)

    assert sponsor is not None
    assert (sponsor.holder, sponsor.granted) == ("1", 50)
    assert counter.book.get(GreenLot, 1, 2, 3) is None


def test_consumer_points_and_fee_are_parts_of_the_concession() -> None:
    """6.3: at 60 % a point for 0.6 cents; the fee leaves the pool at once."""
    counter = counter_with(consumer_points_bp=6000, fee_bp=1000)
    counter.sell(1, 10_000)

    assert fund(counter).points == 600
    assert (counter.book.balance("POOL:G@G"), counter.book.balance("FEE")) == (900, 100)


def test_an_expired_voucher_goes_back_to_the_pool() -> None:
    """6.8: never to the platform; the next period divides it."""
    counter = counter_with(validity_days=30, period_days=31)
    counter.sell(1, 1_000_000)
    counter.end_period("G")
    released = counter.book.balance("VCH:1")
    counter.wait(days=32)

    assert released == 2770
    assert counter.book.balance("VCH:1") == 0
    assert counter.book.balance("POOL:G@G") == 100_000


def test_a_voucher_pays_at_most_a_fifth_of_a_sale() -> None:
    """6.3 voucher_max_bp: 2000 of what is to pay."""
    counter = counter_with()
    counter.sell(1, 1_000_000)
    counter.end_period("G")
    counter.sell(1, 10_000, with_rewards=(("voucher", 2000),))

    assert counter.book.balance("VCH:1") == 770


def test_without_sales_nothing_is_released_and_lots_still_come_to_their_end() -> None:
    """6.8: R = 0 counts as a release; a pool without points waits for the next lots."""
    counter = counter_with(max_releases=2)
    counter.sell(1, 10_000)
    counter.wait(days=21)
    lot = counter.book.get(GreenLot, 1, 1, 1)

    assert lot is not None
    assert (lot.open, lot.released) == (False, 27)
    assert (fund(counter).points, counter.book.balance("POOL:G@G")) == (0, 973)


def test_at_the_end_the_pool_goes_to_the_stores_by_what_they_have_in_it() -> None:
    """2.6 for every pool: nobody's money stays behind, no store above zero."""
    counter = counter_with(store_rebates=["S2=2000"])
    counter.sell(1, 100_000, store="S1")
    counter.sell(2, 100_000, store="S2")
    counter.end_period("G")
    paid = counter.book.balance("VCH:1") + counter.book.balance("VCH:2")
    counter.close("G")

    assert counter.book.balance("POOL:G@G") == 0
    assert counter.book.balance("SRC:S1") + counter.book.balance("SRC:S2") == -paid
    assert max(counter.book.balance("SRC:S1"), counter.book.balance("SRC:S2")) < 0


def test_a_void_is_possible_until_a_period_has_ended() -> None:
    """1.6: then others were paid out of what the sale brought."""
    counter = counter_with(fee_bp=1000)
    counter.sell(1, 10_000)
    counter.sell(2, 20_000)
    counter.void(2)
    state = (fund(counter).points, fund(counter).inflow, counter.book.balance("POOL:G@G"))
    counter.end_period("G")

    assert state == (1000, 1000, 900)
    with pytest.raises(VoidRefused) as refused:
        counter.void(1)
    assert refused.value.why == "LATER_EVENT"
