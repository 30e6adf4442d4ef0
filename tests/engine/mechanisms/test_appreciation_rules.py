"""What M5 says in words: least, lock, payout, small sales, returns, voids (7)."""

import pytest

from pos_app.domain.moment import business_day
from pos_app.domain.money import Fen, Units
from pos_app.engine.errand_refusals import RedeemTooLittle, UnitsTooFew
from pos_app.engine.records.appreciation import NavFund, NavLot
from pos_app.engine.undo import VoidRefused
from tests.engine.counter import Counter
from tests.engine.laws import check_laws
from tests.engine.mechanisms.test_appreciation_laws import counter_with

POOL = "POOL:N@N"


def fund(counter: Counter) -> NavFund:
    """The program's units."""
    found = counter.book.get(NavFund, 1)
    assert found is not None
    return found


def lot(counter: Counter, sale: int) -> NavLot:
    """The units of one sale."""
    found = counter.book.get(NavLot, 1, sale)
    assert found is not None
    return found


def test_less_than_the_least_redemption_is_refused_and_the_least_is_paid() -> None:
    """7.3 min_redeem: one point of 10 000 units; what is refused burns nothing."""
    counter = counter_with(cap_bp=0)
    counter.sell(1, 100_000)
    with pytest.raises(RedeemTooLittle) as refused:
        counter.redeem("N", 1, 9999)
    before = fund(counter).units
    paid = counter.redeem("N", 1, 10_000).paid

    assert refused.value.facts == {"least": Units(10_000), "asked": Units(9999)}
    assert (before, fund(counter).units) == (2_100_000, 2_090_000)
    # 10 000 of 2 100 000 units of 30 000 fen is 142; 5 % stay.
    assert (paid, counter.book.balance("VCH:1")) == (134, 134)


def test_units_are_locked_for_their_days_and_not_a_moment_longer() -> None:
    """7.3 lock_days: counted from the settlement; other lots are redeemed meanwhile."""
    counter = counter_with(cap_bp=0, lock_days=2)
    counter.sell(1, 100_000)
    counter.wait(days=1)
    counter.sell(1, 100_000)
    counter.wait(ms=24 * 3_600_000 - 1)
    with pytest.raises(UnitsTooFew) as refused:
        counter.redeem("N", 1, 10_000)
    counter.wait(ms=1)
    counter.redeem("N", 1, 10_000)

    assert refused.value.facts == {
        "has": Units(0),
        "asked": Units(10_000),
        "opens": business_day(counter.at),
    }
    assert (lot(counter, 1).units, lot(counter, 2).units) == (2_090_000, 1_470_000)


def test_the_oldest_units_are_burnt_first() -> None:
    """7.5 redeem: burn k units of m's lots, oldest first."""
    counter = counter_with(cap_bp=0)
    counter.sell(1, 100_000)
    counter.sell(1, 100_000)
    counter.redeem("N", 1, 2_200_000)

    assert (lot(counter, 1).units, lot(counter, 2).units) == (0, 1_370_000)
    assert lot(counter, 1).paid + lot(counter, 2).paid == counter.book.balance("VCH:1")


def test_what_is_paid_is_shared_by_the_units_of_each_lot() -> None:
    """7.5: lot.paid is its share by units burnt, floored cumulatively; whole in all."""
    counter = counter_with(cap_bp=0, min_redeem=1)
    for base in (100_000, 10_000, 90_000, 100_000):
        counter.sell(1, base)
    units = [lot(counter, each).units for each in (1, 2, 3, 4)]
    wanted = sum(units[:3]) + 1
    redeemed = counter.redeem("N", 1, wanted)
    paid = [lot(counter, each).paid for each in (1, 2, 3, 4)]

    done = [sum(units[:each]) for each in range(4)] + [wanted]
    assert paid == [
        redeemed.paid * done[each + 1] // wanted - redeemed.paid * done[each] // wanted
        for each in range(4)
    ]
    assert sum(paid) == redeemed.paid == counter.book.balance("VCH:1")
    assert [lot(counter, each).units for each in (1, 2, 3, 4)] == [0, 0, 0, units[3] - 1]


def test_a_lot_remembers_everything_that_was_paid_for_it() -> None:
    """7.4 `paid`: a return claims its share of all redemptions, not of the last one."""
    counter = counter_with(cap_bp=0)
    counter.sell(1, 100_000)
    for units in (10_000, 30_000, 70_000):
        counter.redeem("N", 1, units)

    assert lot(counter, 1).paid == counter.book.balance("VCH:1") > 0


def test_one_redemption_keeps_the_fee_of_each_lots_own_version() -> None:
    """1.11: the gross amount is shared by units, and each part bears its own fee."""
    counter = counter_with(cap_bp=0, fee_bp=0)
    counter.sell(1, 100_000)
    counter.adopt("N", "M5", changes={"hold_days": 0, "cap_bp": 0, "fee_bp": 3000})
    counter.sell(1, 100_000)
    redeemed = counter.redeem("N", 1, 2_100_000 + 735_000)

    # 2 835 000 of 3 570 000 units of 60 000 fen; 35 294 of them are the first lot's.
    assert redeemed.gross == 47_647
    assert (lot(counter, 1).paid, lot(counter, 2).paid) == (35_294, 12_353 * 7 // 10)


def test_a_redemption_moves_the_price_for_whoever_wants_to_void() -> None:
    """1.6: what was paid for units cannot be had back by undoing the sale before."""
    counter = counter_with(cap_bp=0)
    counter.sell(1, 100_000)
    counter.sell(2, 100_000)
    counter.redeem("N", 1, 10_000)

    with pytest.raises(VoidRefused) as refused:
        counter.void(2)

    assert refused.value.why == "LATER_EVENT"


@pytest.mark.parametrize(("kind", "other"), [("CASH", "VCH"), ("VCH", "CASH")])
def test_units_become_what_the_program_says(kind: str, other: str) -> None:
    """7.3 payout_kind, of what is asked for and of what is forced out (N2)."""
    counter = counter_with(cap_bp=15_000, payout_kind=kind)
    counter.sell(1, 100_000)
    counter.sell(2, 100_000)
    counter.redeem("N", 2, 10_000)

    assert counter.book.balance(f"{kind}:1") == 29_925
    assert counter.book.balance(f"{kind}:2") > 0
    assert [counter.book.balance(f"{other}:{member}") for member in (1, 2)] == [0, 0]


def test_a_sale_too_small_for_a_unit_leaves_its_money_in_the_pool() -> None:
    """7.8: `mv` is 0, so there are no units; who holds some gains by it."""
    counter = counter_with(cap_bp=0)
    counter.sell(1, 3)
    alone = (fund(counter).units, counter.book.balance(POOL))
    counter.sell(2, 4)

    # Nothing of 0 fen; then 70 % of 1 fen is no whole fen, and the fen stays.
    assert alone == (0, 0)
    assert (fund(counter).units, counter.book.balance(POOL)) == (0, 1)
    counter.sell(3, 100_000)
    assert (fund(counter).units, counter.book.balance(POOL)) == (2_100_000, 30_001)


def test_fee_and_cap_of_a_lot_are_those_it_was_sold_under() -> None:
    """1.11: a version counts for sales completed afterwards only."""
    counter = counter_with(cap_bp=0, fee_bp=0)
    counter.sell(1, 100_000)
    counter.adopt("N", "M5", changes={"hold_days": 0, "cap_bp": 15_000, "fee_bp": 3000})
    counter.sell(2, 100_000)
    old = counter.redeem("N", 1, 10_000)

    # The first has no cap: its price rose above 1.5 times and nobody forced it out.
    assert (old.gross, old.fee) == (old.paid, 0)
    assert lot(counter, 1).units == 2_090_000
    new = counter.redeem("N", 2, 10_000)
    assert new.paid == new.gross * 7000 // 10_000


@pytest.mark.parametrize(
    ("reason", "netted", "absorbed"), [("voluntary", 7335, 0), ("defect", 0, 7335)]
)
def test_what_was_redeemed_of_a_returned_part_is_claimed(
    reason: str, netted: int, absorbed: int
) -> None:
    """7.7: vouchers first, the rest netted if voluntary; bad goods are refunded whole."""
    counter = counter_with(cap_bp=0)
    counter.sell(1, 100_000)
    counter.sell(2, 33_333)
    counter.redeem("N", 1, 1_000_000)
    counter.pay_out(1, "VCH", 14_671)
    (taken,) = counter.take_back(1, 50_000, reason=reason)

    assert (taken.wanted, taken.from_wallet) == (7335, 0)
    assert (taken.netted, taken.absorbed) == (netted, absorbed)


def test_what_was_redeemed_is_claimed_once_over_all_returns() -> None:
    """7.7: wv of what the lot was paid and has not given back yet; whole in the end."""
    counter = counter_with(cap_bp=0)
    counter.sell(1, 100_000)
    counter.sell(2, 33_333)
    counter.redeem("N", 1, 1_000_000)
    wanted = [counter.take_back(1, 50_000)[0].wanted for _ in range(2)]

    assert wanted == [7335, 7336]
    assert (counter.book.balance("VCH:1"), lot(counter, 1).paid) == (0, 0)


def test_partial_returns_take_their_share_of_what_is_left() -> None:
    """7.7: r over the base not yet returned; in the end nothing of the sale is left."""
    counter = counter_with(cap_bp=0)
    counter.sell(1, 10_000)
    counter.sell(2, 10_000)
    backs = [counter.take_back(1, part)[0].to_merchant for part in (3333, 3333, 3334)]

    assert lot(counter, 1).units == 0
    assert sum(backs) == 3000
    assert counter.book.balance("SRC:S1") == -3000


def test_a_void_undoes_the_conversions_that_the_sale_forced() -> None:
    """1.6: as if it had not been; the one who was forced out has his units again."""
    counter = counter_with(cap_bp=15_000)
    counter.sell(1, 100_000)
    before = (fund(counter).units, counter.book.balance(POOL), lot(counter, 1))
    counter.sell(2, 100_000)
    forced = (lot(counter, 1).units, counter.book.balance("VCH:1"))
    counter.void(2)

    assert forced == (0, 29_925)
    assert (fund(counter).units, counter.book.balance(POOL), lot(counter, 1)) == before
    assert (counter.book.balance("VCH:1"), counter.book.balance("SRC:S1")) == (0, -30_000)
    check_laws(counter.book)


def test_a_void_is_refused_when_the_forced_out_has_spent_it() -> None:
    """Every credited member must still have the money (1.6)."""
    counter = counter_with(cap_bp=15_000)
    counter.sell(1, 100_000)
    counter.sell(2, 100_000)
    counter.pay_out(1, "VCH", 1)

    with pytest.raises(VoidRefused) as refused:
        counter.void(2)

    assert refused.value.facts == {"why": "SPENT", "account": "VCH:1"}
    assert counter.book.balance("VCH:1") == 29_924


def test_only_the_last_that_moved_the_price_can_be_voided() -> None:
    """Later buyers paid that price; the sale before the last may follow the last."""
    counter = counter_with(cap_bp=0)
    counter.sell(1, 100_000)
    counter.sell(2, 100_000)
    with pytest.raises(VoidRefused) as refused:
        counter.void(1)
    counter.void(2)
    counter.void(1)

    assert refused.value.why == "LATER_EVENT"
    assert (fund(counter).units, counter.book.balance(POOL)) == (0, 0)
    assert counter.book.balance("SRC:S1") == Fen(0)
