"""M2: what comes back late, and which purchase and cycle serve first (4.7, 4.8)."""

import pytest

from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.records.refer import CANCELLED, CLOSED, OPEN, OwnPurchase
from pos_app.engine.undo import VoidRefused
from tests.engine.counter import Counter
from tests.engine.mechanisms.test_refer_rules import cash, counter_with, cycle, fund, refer


def own(counter: Counter, sale: int) -> OwnPurchase:
    """A purchase that referrals may refund."""
    found = counter.book.get(OwnPurchase, 1, sale)
    assert found is not None
    return found


def test_a_smaller_own_purchase_lowers_what_was_due_for_it() -> None:
    """4.7: T := remaining base, recompute; what is above goes back into the fund."""
    counter = counter_with()
    counter.sell(1, 20_000)
    refer(counter, 20_000, 20_000)
    (taken,) = counter.take_back(1, 8000)

    # 50 % of 12 000 instead of 20 000; the cycle stays open for the third.
    assert (taken.wanted, taken.from_wallet) == (4000, 4000)
    assert (cash(counter), fund(counter), cycle(counter).target) == (6000, 7600, 12_000)
    counter.sell(4, 20_000, sponsor=1)
    assert (cash(counter), cycle(counter).state) == (12_000, CLOSED)


def test_an_own_purchase_returned_below_the_minimum_ends_its_cycle() -> None:
    """4.7: CANCELLED, d = all paid: wallet, then netted; the fund goes to the store."""
    counter = counter_with()
    counter.sell(1, 20_000)
    refer(counter, 20_000)
    counter.pay_out(1, "CASH", 1500)
    (taken,) = counter.take_back(1, 10_001)

    assert cycle(counter).state == CANCELLED
    assert (taken.wanted, taken.from_wallet, taken.netted) == (4000, 2500, 1500)
    assert (cash(counter), fund(counter)) == (0, 0)
    assert counter.book.balance("SRC:S1") == -1500


def test_an_unused_own_purchase_is_lessened_and_then_removed() -> None:
    """4.7: reduced, and removed below `min_order`; nobody refunds what was given back."""
    counter = counter_with()
    counter.sell(1, 30_000)
    counter.take_back(1, 15_000)
    lessened = own(counter, 1)
    counter.take_back(1, 5001)
    removed = own(counter, 1)
    refer(counter, 20_000)

    assert (lessened.base, lessened.free) == (15_000, True)
    assert (removed.base, removed.free) == (9999, False)
    assert counter.last_decisions[0].reason == "NO_OWN_PURCHASE"
    assert counter.book.balance("SRC:S1") == 0


def test_a_referee_whose_purchase_came_back_may_count_again() -> None:
    """4.7: below the minimum it leaves the cycle; the friend is as new."""
    counter = counter_with()
    counter.sell(1, 10_000)
    refer(counter, 10_000)
    counter.take_back(2, 10_000)
    without = cash(counter)
    counter.sell(2, 10_000, sponsor=1)

    assert (without, cash(counter)) == (0, 2000)
    assert cycle(counter).state == OPEN


def test_the_oldest_unused_purchase_is_refunded_first() -> None:
    """4.8: deterministic; the second cycle is for the second purchase."""
    counter = counter_with()
    counter.sell(1, 12_000)
    counter.sell(1, 30_000)
    refer(counter, 30_000, 30_000, 30_000)
    refer(counter, 30_000, first=5)

    assert (cycle(counter, 1).sale, cycle(counter, 1).paid) == (1, 12_000)
    assert (cycle(counter, 2).sale, cycle(counter, 2).paid) == (2, 6000)


def test_the_oldest_open_cycle_serves_first() -> None:
    """4.8: one that a return opened again comes before the one that is running."""
    counter = counter_with()
    counter.sell(1, 10_000)
    counter.sell(1, 20_000)
    refer(counter, 10_000, 10_000, 10_000)
    refer(counter, 20_000, first=5)
    counter.take_back(4, 10_000)
    reopened = (cycle(counter, 1).state, cycle(counter, 2).state)
    refer(counter, 20_000, first=6)

    assert reopened == (OPEN, OPEN)
    assert (cycle(counter, 1).state, cycle(counter, 1).paid) == (CLOSED, 10_000)
    assert cycle(counter, 2).paid == 4000


def test_a_referral_that_shrinks_lowers_the_smallest_of_the_cycle() -> None:
    """4.7: B := remaining base; d = paid - due, and the store's part of C comes back."""
    counter = counter_with()
    counter.sell(1, 20_000)
    refer(counter, 20_000)
    (taken,) = counter.take_back(2, 5000)

    # 20 % of 15 000 instead of 20 000; C was 6800 and is 5100.
    assert (taken.wanted, taken.from_wallet, taken.to_merchant) == (1000, 1000, 1700)
    assert (cash(counter), fund(counter)) == (3000, 2100)


def test_without_an_own_purchase_nobody_is_charged() -> None:
    """4.5: skipped with its reason, and NO concession is taken."""
    counter = Counter(MemoryBook())
    counter.adopt("R", "M2", changes={"hold_days": 0})
    refer(counter, 20_000)

    assert counter.last_decisions[0].reason == "NO_OWN_PURCHASE"
    assert counter.book.balance("SRC:S1") == 0


def paid_for_a_dear_second_purchase() -> Counter:
    """A cycle for 10 000 whose last stage was paid at the price of 300 000."""
    counter = counter_with(basis="LATEST_OWN")
    counter.sell(1, 10_000)
    refer(counter, 10_000, 10_000)
    counter.sell(1, 300_000)
    refer(counter, 300_000, first=4)
    return counter


def test_the_price_of_a_latest_purchase_goes_back_with_it() -> None:
    """1.6: benefits that arose from the returned order are taken back, wallet first.

    Else one buys something dear, is refunded for it, and brings it back for its money.
    """
    counter = paid_for_a_dear_second_purchase()
    before = cash(counter)
    (taken,) = counter.take_back(4, 300_000)

    assert (before, cycle(counter).state) == (108_800, CLOSED)
    assert (taken.wanted, taken.from_wallet, taken.netted) == (98_800, 98_800, 0)
    assert (cash(counter), cycle(counter).target, fund(counter)) == (10_000, 10_000, 0)
    assert counter.book.balance("SRC:S1") == -10_000


def test_what_was_spent_of_a_latest_price_is_netted_from_the_refund() -> None:
    """1.6: netted if voluntary; for defective goods the store absorbs it."""
    wanted = []
    for reason in ("voluntary", "defect"):
        counter = paid_for_a_dear_second_purchase()
        counter.pay_out(1, "CASH", 100_000)
        (taken,) = counter.take_back(4, 300_000, reason=reason)
        wanted.append((taken.from_wallet, taken.netted, taken.absorbed))

    assert wanted == [(8800, 90_000, 0), (8800, 0, 90_000)]


def test_part_of_a_latest_purchase_goes_on_setting_the_price() -> None:
    """4.7: T := remaining base, recompute; an open cycle keeps it in its fund."""
    counter = counter_with(basis="LATEST_OWN")
    counter.sell(1, 10_000)
    counter.sell(1, 40_000)
    refer(counter, 40_000)
    counter.take_back(2, 20_000)
    lessened = (cash(counter), fund(counter), cycle(counter).target)
    counter.take_back(2, 20_000)

    assert lessened == (4000, 9600, 20_000)
    assert (cash(counter), fund(counter), cycle(counter).target) == (2000, 11_600, 10_000)


def test_a_cheaper_purchase_in_between_takes_nothing_when_it_comes_back() -> None:
    """1.6: only benefits of the returned order; a dearer one earned the rest."""
    counter = counter_with(basis="LATEST_OWN")
    counter.sell(1, 40_000)
    refer(counter, 40_000)
    counter.sell(1, 12_000)
    refer(counter, 10_000, first=3)
    counter.take_back(3, 12_000)

    assert (cash(counter), cycle(counter).target) == (8000, 12_000)


def test_a_void_of_the_latest_purchase_needs_what_it_paid() -> None:
    """1.6: refused unless every credited member still has the money; else whole."""
    counter, spent = paid_for_a_dear_second_purchase(), paid_for_a_dear_second_purchase()
    spent.pay_out(1, "CASH", 10_001)
    counter.void(4)
    with pytest.raises(VoidRefused):
        spent.void(4)

    assert (cash(counter), cash(spent)) == (10_000, 98_799)
