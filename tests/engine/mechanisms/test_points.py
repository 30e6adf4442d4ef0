"""M0, plain points: the worked examples P1 to P3, and what the text adds (1a)."""

import pytest

from pos_app.domain.moment import DAY_MS
from pos_app.domain.tender import POINTS
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.records.shared import WalletLot
from pos_app.engine.undo import VoidRefused
from tests.engine.counter import Counter
from tests.engine.laws import WALLET_LOTS


def counter_with_points(**changes: object) -> Counter:
    """A counter with a points program."""
    counter = Counter(MemoryBook())
    counter.adopt("P", "M0", changes=changes)
    return counter


def held(counter: Counter, member: int = 1) -> int:
    """A member's points."""
    return counter.book.balance(f"POINTS:{member}")


def give(counter: Counter, points: int) -> None:
    """Let the member have so many points before the example begins."""
    counter.sell(1, points * 100)
    assert held(counter) == points


@pytest.mark.parametrize(("base", "points"), [(9999, 99), (10_000, 100)])
def test_p1_points_are_floored(base: int, points: int) -> None:
    """P1: the leftover of a percentage stays with the payer."""
    counter = counter_with_points()
    counter.sell(1, base)

    assert held(counter) == points
    assert counter.book.balance("SRC:S1") == -points


def test_p2_points_pay_and_the_part_paid_earns_nothing() -> None:
    """P2: 199 held, 150 spent on 10000: due 9850, base 9850, earns 98, balance 147."""
    counter = counter_with_points()
    give(counter, 199)
    sale = counter.sell(1, 10_000, with_rewards=((POINTS, 150),))

    assert sale.base == 9850
    assert held(counter) == 147
    assert counter.book.balance("OUT:till") == 150


def test_p3_a_returned_half_gives_points_back_and_takes_earned_ones() -> None:
    """P3: 75 of the points tender come back, 49 earned go back: 147 + 75 - 49 = 173."""
    counter = counter_with_points()
    give(counter, 199)
    sale = counter.sell(1, 10_000, with_rewards=((POINTS, 150),))
    (taken,) = counter.take_back(sale.number, 5000)

    assert counter.sale(sale.number).returned_base == 4925
    assert (taken.wanted, taken.from_wallet, taken.netted) == (49, 49, 0)
    assert held(counter) == 173


def test_spent_points_are_netted_from_a_voluntary_refund_only() -> None:
    """Goods that were bad are refunded whole; the store bears the points."""
    for reason, netted, absorbed in (("voluntary", 100, 0), ("defect", 0, 100)):
        counter = counter_with_points()
        sale = counter.sell(1, 10_000)
        counter.pay_out(1, "POINTS", 100)
        (taken,) = counter.take_back(sale.number, 10_000, reason=reason)

        assert (taken.from_wallet, taken.netted, taken.absorbed) == (0, netted, absorbed)
        assert counter.book.balance("SRC:S1") == -100


def test_netting_stops_at_the_returned_base() -> None:
    """A customer may be refunded nothing, but never pays for bringing goods back."""
    counter = counter_with_points()
    counter.adopt("T", "M0", priority=1, changes={"earn_bp": 2000})
    first = counter.sell(1, 100)
    counter.pay_out(1, "POINTS", 21)
    taken = counter.take_back(first.number, 100)

    assert [(each.wanted, each.netted) for each in taken] == [(1, 1), (20, 20)]


def test_points_are_taken_from_the_own_lot_first() -> None:
    """Points from another sale may expire sooner; their owner keeps the choice."""
    counter = counter_with_points(expiry_months=1)
    first = counter.sell(1, 10_000)
    counter.wait(days=3)
    second = counter.sell(1, 20_000)
    counter.take_back(second.number, 10_000)

    lots = {lot.sale: lot.left for lot in counter.book.scan(WALLET_LOTS)}
    assert lots == {first.number: 100, second.number: 100}


def test_points_expire_after_their_last_day_to_the_store_that_gave_them() -> None:
    """Given on 5 January for a month: valid on 5 February, gone at its midnight."""
    counter = counter_with_points(expiry_months=1)
    counter.sell(1, 10_000, store="S2")
    counter.wait(days=31)
    valid = held(counter)
    (expired,) = counter.wait(days=1)

    assert (valid, held(counter), expired.concession) == (100, 0, 100)
    assert counter.book.balance("SRC:S2") == 0


def test_points_that_expired_are_not_taken_back_again() -> None:
    """INV-2: the store has them; other points are the member's."""
    counter = counter_with_points(expiry_months=1)
    first = counter.sell(1, 10_000, store="S2")
    counter.wait(days=40)
    counter.sell(1, 10_000)
    (taken,) = counter.take_back(first.number, 10_000)

    assert (taken.wanted, taken.netted, held(counter)) == (0, 0, 100)
    assert (counter.book.balance("SRC:S2"), counter.book.balance("SRC:S1")) == (0, -100)


def test_points_without_expiry_are_spent_last() -> None:
    """What runs out first is used first (rulebook 1a)."""
    counter = counter_with_points()
    counter.sell(1, 10_000)
    counter.adopt("P", "M0", changes={"expiry_months": 60})
    counter.sell(1, 10_000)
    counter.pay_out(1, "POINTS", 150)

    assert {lot.sale: lot.left for lot in counter.book.scan(WALLET_LOTS)} == {1: 50, 2: 0}


def test_a_held_sale_earns_when_the_hold_ends_and_on_what_was_kept() -> None:
    """A return in the window leaves no ledger entry, only a smaller reward."""
    counter = counter_with_points(hold_days=7)
    sale = counter.sell(1, 10_000)
    counter.take_back(sale.number, 2500)
    counter.wait(ms=7 * DAY_MS - 1)
    before = held(counter)
    counter.wait(ms=1)

    assert (before, held(counter)) == (0, 75)


def test_a_void_puts_spent_points_back_into_their_lots() -> None:
    """A void is as if the sale had not been: the points keep their expiry."""
    counter = counter_with_points(expiry_months=1)
    give(counter, 199)
    sale = counter.sell(1, 10_000, with_rewards=((POINTS, 150),))
    before = counter.book.get(WalletLot, "POINTS", 1, 1, 1)
    counter.void(sale.number)
    after = counter.book.get(WalletLot, "POINTS", 1, 1, 1)

    assert (before and before.left, after and after.left) == (49, 199)
    assert held(counter) == 199
    assert counter.book.balance("OUT:till") == 0


def test_a_void_is_refused_when_earned_points_are_spent() -> None:
    """The till offers a return instead, which may net them."""
    counter = counter_with_points()
    sale = counter.sell(1, 10_000)
    counter.pay_out(1, "POINTS", 1)

    with pytest.raises(VoidRefused) as refused:
        counter.void(sale.number)

    assert refused.value.facts == {"why": "SPENT", "account": "POINTS:1"}


def test_a_tier_multiplies_the_points() -> None:
    """part(part(base, earn_bp), tier_bp): floored twice (rulebook 1a)."""
    counter = counter_with_points(earn_bp=333, tier_bp=15_000)
    counter.sell(1, 999)

    assert held(counter) == 49


def test_what_the_wallet_lacks_is_netted_and_no_more() -> None:
    """Wallet first, then the refund: 49 wanted, 23 held, 26 kept back (1.6)."""
    counter = counter_with_points(earn_bp=49)
    sale = counter.sell(1, 10_000)
    counter.pay_out(1, "POINTS", 26)
    (taken,) = counter.take_back(sale.number, 10_000)

    assert (taken.wanted, taken.from_wallet, taken.netted, taken.absorbed) == (49, 23, 26, 0)


def test_a_single_point_goes_back_too() -> None:
    """The smallest reward is a reward: the books must end at nothing."""
    counter = counter_with_points()
    sale = counter.sell(1, 100)
    counter.take_back(sale.number, 100)

    assert (held(counter), counter.book.balance("SRC:S1")) == (0, 0)


@pytest.mark.parametrize(
    ("points_first", "expected"),
    [
        (False, [("M1", 10_000, 10_000, 0), ("M0", 2000, 0, 2000)]),
        (True, [("M0", 2000, 2000, 0), ("M1", 10_000, 8000, 2000)]),
    ],
)
def test_programs_net_from_one_refund_in_their_sequence(
    *, points_first: bool, expected: list[tuple[str, int, int, int]]
) -> None:
    """1.6: each at most the returned base less what earlier programs netted of it."""
    counter = Counter(MemoryBook())
    counter.adopt("Q", "M1", preset="V1", priority=1, changes={"hold_days": 0, "unit": 0})
    counter.adopt("P", "M0", priority=0 if points_first else 2, changes={"earn_bp": 2000})
    for member in range(1, 6):
        counter.sell(member, 10_000)
    counter.pay_out(1, "CASH", 10_000)
    counter.pay_out(1, "POINTS", 2000)
    taken = counter.take_back(1, 10_000)

    assert [(each.kind, each.wanted, each.netted, each.absorbed) for each in taken] == expected


def test_a_void_counts_what_it_gives_back_before_it_takes() -> None:
    """1.6: the reward tenders come back first; 100 and 50 of two lots cover the 98."""
    counter = counter_with_points()
    give(counter, 100)
    counter.sell(1, 9900)
    sale = counter.sell(1, 10_000, with_rewards=((POINTS, 150),))
    counter.pay_out(1, "POINTS", 147)
    counter.void(sale.number)

    assert held(counter) == 150 - 98
    assert counter.book.balance("OUT:till") == 147
