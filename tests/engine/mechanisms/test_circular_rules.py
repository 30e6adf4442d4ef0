"""What M6 says in words: days by time, caps, store weight, end, void (8)."""

import pytest

from pos_app.domain.money import Fen
from pos_app.engine.errand_refusals import NothingToRedeem, PointsTooFew
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.records.circular import Circle, CircleHolder
from pos_app.engine.undo import VoidRefused
from tests.engine.counter import Counter


def counter_with(**changes: object) -> Counter:
    """A counter with a circular program that settles at once."""
    counter = Counter(MemoryBook())
    counter.adopt("K", "M6", changes={"hold_days": 0, **changes})
    return counter


def holder(counter: Counter, name: str) -> CircleHolder:
    """What somebody holds."""
    found = counter.book.get(CircleHolder, 1, name)
    assert found is not None
    return found


def test_a_day_ends_at_midnight_by_itself() -> None:
    """1.3: a sale at the instant of a period end belongs to the next period."""
    counter = counter_with()
    counter.sell(1, 10_000)
    counter.wait(ms=15 * 3_600_000 - 1)
    before = counter.book.balance("PTS:1")
    counter.wait(ms=1)

    assert (before, counter.book.balance("PTS:1")) == (0, 1000)


def test_days_caught_up_are_days_one_by_one() -> None:
    """1.3: whether the computer was off must not decide who is paid."""
    balances = []
    for steps in ((10,), (1,) * 10):
        counter = counter_with(payout_bp=3000)
        counter.sell(1, 10_000)
        counter.sell(2, 33_333)
        for days in steps:
            counter.wait(days=days)
        balances.append([counter.book.balance(name) for name in ("PTS:1", "PTS:2", "POOL:K@K")])

    assert balances[0] == balances[1]


def test_nobody_gets_more_than_his_energy_and_the_rest_waits() -> None:
    """M6-2: the ceiling holds, and what is above it is not given to others that day."""
    counter = counter_with(energy_bp=1000, concession_bp=3000)
    counter.sell(1, 10_000)
    counter.end_period("K")

    assert counter.book.balance("PTS:1") == 1000
    assert counter.book.balance("POOL:K@K") == 2000
    assert holder(counter, "1").weight == 0


def test_a_sponsor_without_energy_gets_no_weight() -> None:
    """8.8: who never bought, or has been paid in full, earns nothing by inviting."""
    counter = counter_with(ref_weight_bp=1000)
    counter.sell(2, 10_000, sponsor=1)
    counter.sell(1, 10_000)
    counter.sell(2, 10_000, sponsor=1)

    assert holder(counter, "1").weight == 100 + 10


def test_a_store_may_have_weight_of_its_own() -> None:
    """8.3 merchant weight: out of the same pool, limited by energy in proportion."""
    counter = counter_with(merchant_weight_bp=2000)
    counter.sell(1, 10_000)
    counter.end_period("K")

    assert (counter.book.balance("PTS:1"), counter.book.balance("PTS:@S1")) == (833, 166)
    assert holder(counter, "@S1").energy == 2000 - 166


def test_multipliers_of_the_sources_are_applied_to_energy_and_weight() -> None:
    """8.3: EnergyMultiplier and BonusRate, each of what the base gave."""
    counter = counter_with(energy_bp=5000, energy_multiplier_bp=15_000, bonus_rate_bp=12_000)
    counter.sell(1, 10_050)

    assert (holder(counter, "1").energy, holder(counter, "1").weight) == (7537, 120)


def test_less_than_a_yuan_gives_energy_but_no_weight() -> None:
    """8.8: contribution is counted in whole yuan."""
    counter = counter_with()
    counter.sell(1, 99)

    assert (holder(counter, "1").energy, holder(counter, "1").weight) == (99, 0)


def test_points_become_vouchers_of_the_programs_face_only() -> None:
    """8.5 CONVERT: the rest waits for the next days."""
    counter = counter_with()
    counter.sell(1, 12_340)
    counter.end_period("K")
    converted = counter.convert("K", 1)
    with pytest.raises(PointsTooFew) as refused:
        counter.convert("K", 1)

    assert converted == 1000
    assert (refused.value.has, refused.value.face) == (Fen(234), Fen(500))
    with pytest.raises(NothingToRedeem):
        counter.redeem("K", 1, 1)


def test_after_the_end_every_point_can_be_converted() -> None:
    """A reward once given is its member's; no later day would fill a voucher up."""
    counter = counter_with()
    counter.sell(1, 12_340)
    counter.end_period("K")
    counter.sell(2, 10_000)
    counter.close("K")

    assert counter.convert("K", 1) == 1234
    assert counter.book.balance("POOL:K@K") == 0
    assert counter.book.balance("SRC:S1") == -1234


def test_an_expired_voucher_is_a_lot_of_the_pool_again() -> None:
    """1.7: it goes back to the pool it came from, and the next day divides it."""
    counter = counter_with(validity_days=30)
    counter.sell(1, 12_340)
    counter.end_period("K")
    counter.convert("K", 1)
    counter.wait(days=33)

    assert counter.book.balance("VCH:1") == 0
    assert counter.book.balance("POOL:K@K") + counter.book.balance("PTS:1") == 1234


def test_a_void_is_possible_until_a_day_has_paid_on_the_sale() -> None:
    """1.6: everything as before, or a return instead."""
    counter = counter_with(ref_weight_bp=1000)
    counter.sell(1, 10_000)
    counter.sell(2, 10_000, sponsor=1)
    counter.void(2)
    circle = counter.book.get(Circle, 1)
    assert circle is not None
    weights = (circle.weight, holder(counter, "1").weight, counter.book.balance("POOL:K@K"))
    counter.end_period("K")

    assert weights == (100, 100, 1000)
    with pytest.raises(VoidRefused) as refused:
        counter.void(1)
    assert refused.value.why == "LATER_EVENT"


def test_the_reset_of_a_day_wins_over_weight_from_a_referral() -> None:
    """8.8: processed at the day's end; only a purchase of one's own starts anew."""
    counter = counter_with(energy_bp=1000, ref_weight_bp=1000)
    counter.sell(1, 10_000)
    counter.sell(2, 10_000, sponsor=1)
    before = holder(counter, "1").weight
    counter.end_period("K")

    assert before == 100 + 10
    assert (holder(counter, "1").energy, holder(counter, "1").weight) == (0, 0)


def test_a_day_pays_out_its_part_of_the_pool() -> None:
    """8.5: D = part(pool, payout); the rest is divided tomorrow."""
    counter = counter_with(payout_bp=3333)
    counter.sell(1, 10_000)
    counter.sell(2, 20_000)
    counter.end_period("K")

    # 3333 of 10 000 of 3000 is 999: a third and two thirds of it.
    assert [counter.book.balance(f"PTS:{each}") for each in (1, 2)] == [333, 666]
    assert counter.book.balance("POOL:K@K") == 3000 - 999


def test_without_a_holder_the_pool_waits() -> None:
    """8.8: no holder, no division; who comes next is paid out of it."""
    counter = counter_with(energy_bp=1000, concession_bp=3000)
    counter.sell(1, 10_000)
    for _ in range(3):
        counter.end_period("K")
    waiting = counter.book.balance("POOL:K@K")
    counter.sell(2, 100_000)
    counter.end_period("K")

    assert waiting == 2000
    assert counter.book.balance("PTS:2") == 10_000


@pytest.mark.parametrize(
    ("reason", "netted", "absorbed"), [("voluntary", 200, 0), ("defect", 0, 200)]
)
def test_what_was_received_too_much_is_taken_from_points_then_vouchers_then_netted(
    reason: str, netted: int, absorbed: int
) -> None:
    """8.7: X: PTS, then VCH, then the refund; it is a new lot of the pool."""
    counter = counter_with()
    counter.sell(1, 12_000)
    counter.end_period("K")
    counter.convert("K", 1)
    counter.pay_out(1, "VCH", 200)
    (taken,) = counter.take_back(1, 12_000, reason=reason)

    assert (taken.wanted, taken.from_wallet) == (1200, 200 + 800)
    assert (taken.netted, taken.absorbed) == (netted, absorbed)
    assert [counter.book.balance(name) for name in ("PTS:1", "VCH:1")] == [0, 0]
    assert counter.book.balance("POOL:K@K") == 1000 + netted
    assert counter.book.balance("SRC:S1") == -(1200 + netted)


def test_energy_that_is_left_pays_for_a_return_first() -> None:
    """8.7: X = max(0, de - E): what the member may still be paid is not asked of him."""
    counter = counter_with()
    counter.sell(1, 12_000)
    counter.end_period("K")
    (taken,) = counter.take_back(1, 6000)

    assert taken.wanted == 0
    assert (holder(counter, "1").energy, holder(counter, "1").weight) == (4800, 60)
