"""M4: what comes back late, whose money it is, a changed rebate (6.7, 6.8)."""

import pytest

from pos_app.engine.records.green import GreenLot
from tests.engine.counter import Counter
from tests.engine.mechanisms.test_green_rules import counter_with, fund


def lot(counter: Counter, sale: int, part: int = 1) -> GreenLot:
    """A lot of a sale: 1 the buyer's, 2 the store's, 3 the sponsor's."""
    found = counter.book.get(GreenLot, 1, sale, part)
    assert found is not None
    return found


def test_points_of_all_lots_of_a_sale_shrink_without_drift() -> None:
    """6.7: newp = p0 - p0*ret//base, cumulative, for buyer, store and sponsor."""
    counter = counter_with(merchant_points_bp=5000, ref_points_bp=1000)
    counter.sell(2, 3333, sponsor=1)
    points = []
    for part in (1111, 1111, 1111):
        counter.take_back(1, part)
        points.append(tuple(lot(counter, 1, each).points for each in (1, 2, 3)))

    assert points == [(222, 111, 22), (111, 56, 11), (0, 0, 0)]
    # Each fair share is floored, and by one fen together; it waits for the next lots.
    assert (fund(counter).points, counter.book.balance("POOL:G@G")) == (0, 1)
    assert counter.book.balance("SRC:S1") == -1


@pytest.mark.parametrize(
    ("reason", "netted", "absorbed"), [("voluntary", 77, 0), ("defect", 0, 77)]
)
def test_releases_already_spent_are_netted_or_borne_by_the_store(
    reason: str, netted: int, absorbed: int
) -> None:
    """6.7: want = rel * r // base of the buyer's own lot: VCH, then the refund."""
    counter = counter_with()
    counter.sell(1, 100_000)
    counter.end_period("G")
    counter.pay_out(1, "VCH", 200)
    (taken,) = counter.take_back(1, 55_789, reason=reason)

    # 277 were released; of them 154 for the part that came back, 77 of which are there.
    assert (taken.wanted, taken.from_wallet) == (154, 77)
    assert (taken.netted, taken.absorbed) == (netted, absorbed)
    assert counter.book.balance("VCH:1") == 0


def test_the_store_gets_its_fair_share_of_what_is_left_and_no_more() -> None:
    """6.7: fair = V * dp // P before removal; what others received is its loss."""
    counter = counter_with()
    counter.sell(1, 100_000)
    counter.sell(2, 100_000)
    counter.end_period("G")
    value = counter.book.balance("POOL:G@G")
    (taken,) = counter.take_back(1, 100_000)

    assert value == 20_000 - 2 * 277
    assert taken.to_merchant == value * 10_000 // 20_000
    # 277 of his own came back into the pool: V'/P' is more than V/P was.
    assert counter.book.balance("POOL:G@G") == value - taken.to_merchant + 277


def test_a_changed_rebate_counts_for_later_sales_only() -> None:
    """6.8: the merchant changes the ratio; what was conceded stays as it was."""
    counter = counter_with()
    counter.sell(1, 10_000)
    counter.adopt("G", "M4", changes={"hold_days": 0, "rebate_bp": 2000, "member_month_cap_bp": 0})
    counter.sell(2, 10_000)
    counter.take_back(1, 10_000)

    assert [lot(counter, each).granted for each in (1, 2)] == [1000, 2000]
    assert counter.book.balance("SRC:S1") == -2000


def test_a_store_holds_points_of_its_own_and_has_no_months_cap() -> None:
    """6.5: (merchant "@store", part(C, merchant_points)); 6.3: the cap is a member's."""
    counter = counter_with(merchant_points_bp=10_000, member_month_cap_bp=1, vs_sales_bp=0)
    counter.sell(1, 100_000, store="S2")
    counter.end_period("G")

    assert (lot(counter, 1, 2).holder, lot(counter, 1, 2).granted) == ("@S2", 10_000)
    # 277 of 10 000 in the pool, half to each; of the member's half 10 at most.
    assert counter.book.balance("VCH:@S2") == 138
    assert counter.book.balance("VCH:1") == 10


def test_without_the_limit_by_sales_the_pool_is_never_overdrawn() -> None:
    """M4-2: R <= V, also where new sales bound nothing and everybody is paid."""
    counter = counter_with(vs_sales_bp=0, rate_full_bp=1000, rate_base_bp=1000, max_releases=120)
    counter.sell(1, 1000)
    seen = []
    for _ in range(60):
        counter.end_period("G")
        seen.append(counter.book.balance("POOL:G@G"))

    assert seen == sorted(seen, reverse=True)
    # A tenth of 9 is below one fen: what is left waits.
    assert seen[-1] == 9


def test_vouchers_stay_good_to_their_date_when_the_program_ends() -> None:
    """10.3: refusing vouchers as agreed is price fraud; what is left is the stores'."""
    counter = counter_with(validity_days=30, voucher_max_bp=10_000)
    counter.sell(1, 1_000_000)
    counter.end_period("G")
    counter.close("G")
    counter.wait(days=30)
    counter.sell(1, 770, with_rewards=(("voucher", 770),))
    left = counter.book.balance("VCH:1")
    before = counter.book.balance("SRC:S1")
    counter.wait(days=1)

    assert (left, counter.book.balance("VCH:1")) == (2000, 0)
    assert counter.book.balance("SRC:S1") == before + 2000
