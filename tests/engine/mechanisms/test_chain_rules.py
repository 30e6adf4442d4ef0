"""M3 beyond its examples: what is said in words only (5.3, 5.5, 5.7, 1.8)."""

import pytest

from pos_app.engine.debts import debt_of
from pos_app.engine.mechanisms.chain_lock import wants_repurchase
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.parameters.chain import CHAIN_PRESETS, ChainParameters
from pos_app.engine.parameters.form import Parameters
from pos_app.engine.program import ParameterOutOfRange, ParametersDisagree, read_parameters
from pos_app.engine.records.chain import AGENT, BOSS, CUSTOMER, ChainMember
from pos_app.engine.undo import VoidRefused
from tests.engine.counter import Counter

SOURCED: dict[str, object] = {"rotation": "off", "spill_from": 0, "slip_bp": 0, "threshold": 0}


def counter_with(preset: str = "sourced 2+1", **changes: object) -> Counter:
    """A counter with a chain, without a hold."""
    counter = Counter(MemoryBook())
    counter.adopt("C", "M3", preset=preset, changes={"hold_days": 0, **SOURCED, **changes})
    return counter


def node(counter: Counter, member: int) -> ChainMember:
    """A member's place in the chain."""
    found = counter.book.get(ChainMember, 1, member)
    assert found is not None
    return found


def held(counter: Counter, member: int) -> tuple[int, int]:
    """A member's balance and lock."""
    return counter.book.balance(f"CASH:{member}"), counter.book.balance(f"LOCK:{member}")


def make_boss(counter: Counter) -> None:
    """Member 1 becomes a boss by bringing 2 and 3."""
    counter.sell(1, 10_000)
    counter.sell(2, 10_000, sponsor=1)
    counter.sell(3, 10_000, sponsor=1)
    assert node(counter, 1).identity == BOSS


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"point_bp": 2000}, ParametersDisagree("PAYOUT_ABOVE_CONCESSION", 3300, 3000)),
        ({"leave": 3}, ParametersDisagree("LEAVE_ABOVE_K", 3, 2)),
        ({"spill_from": 2}, ParametersDisagree("SPILL_TOO_EARLY", 2, 4)),
        ({"max_paid_levels": 3}, ParameterOutOfRange("max_paid_levels", "3", 1, 2)),
        ({"concession_bp": 7001}, ParameterOutOfRange("concession_bp", "7001", 1, 7000)),
    ],
)
def test_a_chain_that_pays_too_much_or_too_far_is_refused(
    changes: dict[str, object], refusal: ParametersDisagree | ParameterOutOfRange
) -> None:
    """Payout within the concession, two levels at most (rulebook 5.3, 1.8)."""
    with pytest.raises(type(refusal)) as refused:
        read_parameters("M3", changes=changes)

    assert str(refused.value) == str(refusal)


def test_every_preset_pays_at_most_what_it_concedes() -> None:
    """The figures of 5.3: 2750 of 3000, 6600 of 6600, 1470 of 1500."""
    presets: list[Parameters] = [read_parameters("M3", preset=name) for name in CHAIN_PRESETS]

    assert [each.disagreement() for each in presets] == [None] * len(CHAIN_PRESETS)


def test_nobody_is_paid_three_generations_up() -> None:
    """The level guard counts sponsors, not the team tree (C1, step 7)."""
    counter = counter_with(leave=0)
    make_boss(counter)
    counter.sell(4, 10_000, sponsor=3)
    before = held(counter, 1)
    counter.sell(5, 10_000, sponsor=4)

    assert held(counter, 1) == before


def test_the_safe_preset_pays_one_level() -> None:
    """SAFE30 ships: the sponsor's sponsor gets nothing, boss or not."""
    counter = counter_with("SAFE30", promote_unit=5000)
    make_boss(counter)
    before = held(counter, 1)
    counter.sell(4, 10_000, sponsor=3)

    assert held(counter, 1) == before


def test_becoming_agent_needs_no_price_where_the_threshold_is_zero() -> None:
    """An entry fee is what the law forbids: any settled purchase is enough."""
    free, dear = counter_with(), counter_with(threshold=49_900)
    for counter in (free, dear):
        counter.sell(1, 100)

    assert (node(free, 1).identity, node(dear, 1).identity) == (AGENT, CUSTOMER)


def test_sales_to_recruits_promote_where_heads_do_not_count() -> None:
    """DIRECT_SALES: a repeat purchase of one recruit is as good as a second recruit."""
    counter = counter_with(promote_by="DIRECT_SALES", promote_unit=10_000)
    counter.sell(1, 10_000)
    counter.sell(2, 10_000, sponsor=1)
    first = node(counter, 1).identity
    counter.sell(2, 10_000, sponsor=1)

    assert (first, node(counter, 1).identity) == (AGENT, BOSS)


def test_a_recruit_whose_purchase_came_back_counts_for_no_promotion() -> None:
    """His own identity stays; the promotion to come needs another one (5.7)."""
    counter = counter_with()
    counter.sell(1, 10_000)
    counter.sell(2, 10_000, sponsor=1)
    counter.take_back(2, 10_000)
    counter.sell(3, 10_000, sponsor=1)
    before = node(counter, 1).identity
    counter.sell(4, 10_000, sponsor=1)

    assert (before, node(counter, 1).identity, node(counter, 2).identity) == (AGENT, BOSS, AGENT)


def test_helping_two_recruits_opens_the_lock() -> None:
    """Rule of Ca: five settled purchases of two recruits, before the 180 days."""
    counter = counter_with(repurchase_threshold=0)
    make_boss(counter)
    for member in (2, 3):
        for _ in range(3):
            counter.sell(member, 10_000, sponsor=1)
    counter.sell(2, 10_000, sponsor=1)
    blocked = held(counter, 1)[1]
    counter.sell(3, 10_000, sponsor=1)

    assert (blocked, held(counter, 1)[1]) == (7 * (400 + 800), 0)


def test_a_later_entry_moves_the_day_on_which_the_lock_opens() -> None:
    """180 days run from the last blocking entry."""
    counter = counter_with(unlock="180_DAYS")
    make_boss(counter)
    counter.sell(2, 10_000, sponsor=1)
    counter.wait(days=100)
    counter.sell(3, 10_000, sponsor=1)
    counter.wait(days=100)
    waiting = held(counter, 1)[1]
    counter.wait(days=81)

    assert (waiting, held(counter, 1)[1]) == (2400, 0)


def test_the_end_of_the_program_opens_every_lock() -> None:
    """A lock is never forfeited."""
    counter = counter_with()
    make_boss(counter)
    counter.sell(2, 10_000, sponsor=1)
    locked = held(counter, 1)[1]
    counter.close("C")

    assert (locked, held(counter, 1)[1]) == (1200, 0)


def test_bonuses_above_the_threshold_ask_for_a_purchase_and_may_be_held() -> None:
    """复购: the next own purchase frees what was held, and counting begins anew."""
    counter = counter_with(repurchase="HOLD", repurchase_threshold=4000, lock_bp=0)
    counter.sell(1, 10_000)
    counter.sell(2, 10_000, sponsor=1)
    counter.sell(2, 10_000, sponsor=1)
    counter.sell(2, 10_000, sponsor=1)
    waiting = held(counter, 1)
    parameters = read_parameters("M3", changes={"repurchase_threshold": 4000})
    assert isinstance(parameters, ChainParameters)
    asked = wants_repurchase(node(counter, 1), parameters)
    counter.sell(1, 10_000)

    assert (waiting, asked) == ((4000, 2000), True)
    assert held(counter, 1) == (6000, 0)
    assert not wants_repurchase(node(counter, 1), parameters)


def test_a_held_bonus_comes_free_after_180_days_too() -> None:
    """A block without end would be unfair."""
    counter = counter_with(repurchase="HOLD", repurchase_threshold=2000, lock_bp=0)
    counter.sell(1, 10_000)
    counter.sell(2, 10_000, sponsor=1)
    counter.sell(2, 10_000, sponsor=1)
    waiting = held(counter, 1)
    counter.wait(days=181)

    assert (waiting, held(counter, 1)) == ((2000, 2000), (4000, 0))


def test_a_prompt_alone_holds_nothing() -> None:
    """REMIND_ONLY is the default: seed 000 says prompt."""
    counter = counter_with(repurchase="REMIND_ONLY", repurchase_threshold=1, lock_bp=0)
    counter.sell(1, 10_000)
    counter.sell(2, 10_000, sponsor=1)
    counter.sell(2, 10_000, sponsor=1)

    assert held(counter, 1) == (4000, 0)


def test_a_month_pays_at_most_its_share_of_what_was_sold() -> None:
    """The cap counts the month; a new one begins with nothing paid."""
    counter = counter_with(monthly_cap_bp=500)
    counter.sell(1, 10_000)
    counter.sell(2, 10_000, sponsor=1)
    capped = held(counter, 1)[0]
    counter.wait(days=31)
    counter.sell(2, 10_000, sponsor=1)

    assert (capped, held(counter, 1)[0]) == (1000, 1500)


def test_a_void_puts_the_structure_back_when_nothing_moved_since() -> None:
    """A full technical reversal: the boss is an agent again."""
    counter = counter_with()
    counter.sell(1, 10_000)
    counter.sell(2, 10_000, sponsor=1)
    before = (node(counter, 1), held(counter, 1))
    counter.sell(3, 10_000, sponsor=1)
    promoted = node(counter, 1).identity
    counter.void(3)

    assert promoted == BOSS
    assert (node(counter, 1).identity, node(counter, 3).identity) == (AGENT, CUSTOMER)
    assert (node(counter, 1).counted, held(counter, 1)) == (before[0].counted, before[1])


def test_a_void_is_refused_when_a_bonus_was_spent() -> None:
    """The till offers a return, which makes a debt."""
    counter = counter_with()
    counter.sell(1, 10_000)
    counter.sell(2, 10_000, sponsor=1)
    counter.pay_out(1, "CASH", 1)

    with pytest.raises(VoidRefused) as refused:
        counter.void(2)
    (taken,) = counter.take_back(2, 10_000)

    assert refused.value.facts == {"why": "SPENT", "account": "CASH:1"}
    assert (taken.from_wallet, taken.debt) == (1999, 1)
    assert debt_of(counter.book, 1, member=1) == 1


def test_a_week_ends_on_monday_and_by_request() -> None:
    """轮动 goes by the weeks since adoption, an extra end counted (1.12)."""
    counter = counter_with()
    counter.wait(days=6)
    before = len(counter.wait(days=1))
    counter.end_period("C")
    (ended,) = counter.wait(days=7)

    assert before == 1
    assert ended.what == "END_PERIOD"
