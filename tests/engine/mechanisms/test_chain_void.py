"""A void in a chain is the state before it, lock and balance each (1.6, 12.6)."""

import pytest

from pos_app.engine.undo import VoidRefused
from tests.engine.counter import Counter
from tests.engine.mechanisms.test_chain_rules import counter_with, held, make_boss, node


def state(counter: Counter) -> tuple[object, ...]:
    """What member 1 has, and what counts towards a purchase of his own."""
    mine = node(counter, 1)
    return held(counter, 1), mine.in_lock, mine.held, mine.bonuses


def test_a_void_takes_out_of_lock_and_balance_what_the_sale_put_into_each() -> None:
    """Taken out of the lock alone it would set blocked money free."""
    counter = counter_with()
    make_boss(counter)
    counter.sell(2, 10_000, sponsor=1)
    before = state(counter)
    counter.sell(3, 10_000, sponsor=1)
    counter.void(5)

    assert state(counter) == before
    assert held(counter, 1) == (8800, 1200)


def test_a_void_of_his_own_purchase_holds_again_what_it_had_let_come_free() -> None:
    """Otherwise a purchase undone the same day would be a way round HOLD (5.5)."""
    counter = counter_with(repurchase="HOLD", repurchase_threshold=2000, lock_bp=0)
    counter.sell(1, 10_000)
    counter.sell(2, 10_000, sponsor=1)
    counter.sell(2, 10_000, sponsor=1)
    before = state(counter)
    counter.sell(1, 10_000)
    free = held(counter, 1)
    counter.void(4)
    again = state(counter)
    counter.wait(days=181)

    assert (free, again) == ((4000, 0), before)
    assert before == ((2000, 2000), 2000, 2000, 2000)
    assert held(counter, 1) == (4000, 0)


def test_a_void_holds_nothing_again_when_he_has_bought_once_more() -> None:
    """What waits for a purchase has had one."""
    counter = counter_with(repurchase="HOLD", repurchase_threshold=2000, lock_bp=0)
    for member, sponsor in ((1, None), (2, 1), (2, 1), (1, None), (1, None)):
        counter.sell(member, 10_000, sponsor=sponsor)
    counter.void(4)

    assert held(counter, 1) == (4000, 0)


def test_a_void_of_a_held_bonus_leaves_what_was_held_before() -> None:
    """Held and blocked stand in one account and are counted apart."""
    counter = counter_with(repurchase="HOLD", repurchase_threshold=2000)
    make_boss(counter)
    counter.sell(2, 10_000, sponsor=1)
    before = state(counter)
    counter.sell(3, 10_000, sponsor=1)
    counter.void(5)

    assert state(counter) == before


def test_a_void_blocks_again_what_the_helped_recruit_had_opened() -> None:
    """帮扶: with the fifth purchase undone nobody has been helped."""
    counter = counter_with()
    make_boss(counter)
    for member in (2, 3):
        for _ in range(3):
            counter.sell(member, 10_000, sponsor=1)
    counter.sell(2, 10_000, sponsor=1)
    before = state(counter)
    counter.sell(3, 10_000, sponsor=1)
    opened = held(counter, 1)[1]
    counter.void(11)

    assert opened == 0
    assert state(counter) == before


def test_a_void_after_the_end_of_the_program_blocks_nothing_again() -> None:
    """A lock is never forfeited, and none outlives its program (5.5)."""
    counter = counter_with(repurchase="HOLD", repurchase_threshold=2000, lock_bp=0)
    for member, sponsor in ((1, None), (2, 1), (2, 1), (1, None)):
        counter.sell(member, 10_000, sponsor=sponsor)
    counter.close("C")
    counter.void(4)

    assert held(counter, 1) == (4000, 0)


def test_a_void_is_refused_when_money_that_came_free_was_spent() -> None:
    """Every credited member must still have the money."""
    counter = counter_with(repurchase="HOLD", repurchase_threshold=2000, lock_bp=0)
    for member, sponsor in ((1, None), (2, 1), (2, 1), (1, None)):
        counter.sell(member, 10_000, sponsor=sponsor)
    counter.pay_out(1, "CASH", 2001)

    with pytest.raises(VoidRefused) as refused:
        counter.void(4)

    assert refused.value.facts == {"why": "SPENT", "account": "CASH:1"}
    assert held(counter, 1) == (1999, 0)
