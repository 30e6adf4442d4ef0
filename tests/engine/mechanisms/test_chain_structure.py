"""M3: who stands where, and in which sequence it is decided (5.5, 5.7, 5.8)."""

import pytest

from pos_app.engine.debts import debt_of
from pos_app.engine.records.chain import AGENT, BOSS, CUSTOMER
from tests.engine.counter import Counter
from tests.engine.mechanisms.test_chain_rules import counter_with, held, make_boss, node


def test_one_recruit_may_be_enough() -> None:
    """5.8: k = 1 (1+1) is allowed; the one recruit stays with the boss above."""
    counter = counter_with(k=1, leave=1)
    counter.sell(1, 10_000)
    counter.sell(2, 10_000, sponsor=1)
    counter.sell(3, 10_000, sponsor=2)

    assert [node(counter, each).identity for each in (1, 2, 3)] == [BOSS, BOSS, AGENT]
    assert [node(counter, each).parent for each in (1, 2, 3)] == [None, None, 1]


@pytest.mark.parametrize(("leave", "parents"), [(2, [1, 1]), (1, [1, 4]), (0, [4, 4])])
def test_the_first_recruits_stay_with_the_old_boss(leave: int, parents: list[int]) -> None:
    """留人: of the first recruits so many as the program says; the rest go along."""
    counter = counter_with(leave=leave)
    make_boss(counter)
    counter.sell(4, 10_000, sponsor=1)
    counter.sell(5, 10_000, sponsor=4)
    counter.sell(6, 10_000, sponsor=4)

    assert node(counter, 4).identity == BOSS
    assert [node(counter, each).parent for each in (5, 6)] == parents


def test_without_a_boss_above_nobody_is_left_behind() -> None:
    """5.5 promote: up = none."""
    counter = counter_with()
    make_boss(counter)

    assert [node(counter, each).parent for each in (2, 3)] == [1, 1]
    assert node(counter, 1).left == 0


def test_of_two_promotions_in_one_event_the_sponsor_is_first() -> None:
    """5.8: then the buyer's first recruits stay with the sponsor, a boss by now.

    Member 2 brought 4 and 5 while he was still a customer; his own purchase makes him an
    agent, his sponsor a boss, and himself a boss too.
    """
    counter = counter_with(threshold=10_000)
    counter.sell(1, 10_000)
    counter.sell(3, 10_000, sponsor=1)
    counter.sell(2, 100, sponsor=1)
    counter.sell(4, 10_000, sponsor=2)
    counter.sell(5, 10_000, sponsor=2)
    before = [node(counter, each).identity for each in (1, 2)]
    counter.sell(2, 10_000, sponsor=1)

    assert before == [AGENT, CUSTOMER]
    assert [node(counter, each).identity for each in (1, 2)] == [BOSS, BOSS]
    assert [node(counter, each).parent for each in (4, 5)] == [1, 1]


def slid_under(counter: Counter, member: int) -> int | None:
    """Under whom a member was put."""
    assert node(counter, member).slid
    return node(counter, member).parent


def four_lines(*bases: int) -> Counter:
    """Member 1 is a boss with lines 2, 3, 4 of these purchases; the next one slides."""
    counter = counter_with(spill_from=4, spill_width=2, leave=0)
    counter.sell(1, 10_000)
    for member, base in enumerate(bases, start=2):
        counter.sell(member, base, sponsor=1)
    return counter


def test_a_spill_goes_to_the_line_that_sold_least() -> None:
    """滑落: the child with least perf, whoever has more below him."""
    counter = four_lines(10_000, 9000, 9500)
    counter.sell(20, 500, sponsor=3)
    counter.sell(5, 10_000, sponsor=1)

    assert slid_under(counter, 5) == 3


def test_of_equal_lines_the_one_with_fewest_below_gets_the_spill() -> None:
    """滑落: then fewest children, then earliest joined."""
    counter = four_lines(10_000, 10_000, 10_000)
    counter.sell(20, 500, sponsor=2)
    counter.sell(5, 10_000, sponsor=1)
    counter.sell(6, 10_000, sponsor=1)

    # 2 has one below him; of 3 and 4 the earlier, then the other.
    assert [slid_under(counter, each) for each in (5, 6)] == [3, 4]


def test_a_line_without_room_gets_no_spill() -> None:
    """滑落: fewer than `spill_width` children, and a customer is no line."""
    counter = four_lines(1000, 10_000, 10_000)
    counter.sell(20, 500, sponsor=2)
    counter.sell(21, 500, sponsor=2)
    counter.sell(5, 10_000, sponsor=1)

    assert slid_under(counter, 5) == 3


def test_a_late_return_takes_no_identity_away() -> None:
    """5.7: it would change other people's rights; the bonuses alone go back."""
    counter = counter_with()
    make_boss(counter)
    counter.sell(4, 10_000, sponsor=2)
    for sale in (1, 2, 3, 4):
        counter.take_back(sale, 10_000)

    assert [node(counter, each).identity for each in (1, 2, 3, 4)] == [BOSS, AGENT, AGENT, AGENT]
    assert [node(counter, each).parent for each in (2, 3, 4)] == [1, 1, 2]
    assert sum(counter.book.balance(f"CASH:{each}") for each in (1, 2)) == 0


def test_a_debt_is_set_off_before_anything_is_blocked() -> None:
    """5.5: first debt offset, then for a boss part(amount, lock), the rest in cash."""
    counter = counter_with()
    make_boss(counter)
    counter.pay_out(1, "CASH", 4000)
    counter.take_back(3, 10_000)
    owed = debt_of(counter.book, 1, member=1)
    counter.sell(2, 10_000, sponsor=1)

    # 2000 direct pays the debt; of the point's 4000 a fifth is blocked.
    assert owed == 2000
    assert debt_of(counter.book, 1, member=1) == 0
    assert held(counter, 1) == (3200, 800)
    # The store had back nothing of sale 3, and keeps the 2000 of the debt.
    assert counter.book.balance("SRC:S1") == -(2000 + 2000 + 4000)


def test_registering_rising_and_sliding_pay_nothing() -> None:
    """M3-5, and 5.8: a sponsor who is a customer is paid no direct bonus."""
    counter = counter_with(threshold=10_000)
    counter.sell(1, 9999)
    counter.sell(2, 10_000, sponsor=1)
    paid = held(counter, 1)
    counter.sell(1, 10_000)

    assert (paid, node(counter, 1).identity) == ((0, 0), AGENT)
    assert counter.book.balance("SRC:S1") == 0
