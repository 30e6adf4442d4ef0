"""Combinations of rulebook 9.1: budgets, MX1 to MX3, one referral a sale."""

import pytest

from pos_app.domain.money import Fen
from pos_app.domain.settings import ShopRules
from pos_app.engine.combinations import COMBINATIONS, UnknownCombination, combination_of
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.parameters.chain import ChainParameters
from pos_app.engine.parameters.queue import QueueParameters
from pos_app.engine.records.appreciation import OPEN_NAV_LOTS
from pos_app.engine.records.green import GREEN_LOTS_OF_SALE
from pos_app.engine.records.queue import ACTIVE, Queue, Ticket
from pos_app.engine.records.refer import OwnPurchase
from pos_app.engine.records.shared import SETTLED, Enrolment
from tests.engine.counter import OPENING, Counter, make_sale

ANN, BOB, CAROL = 1, 2, 3
OLD_SALE = 99
OWN_SALE = 98


def counter_with(code: str) -> Counter:
    """A counter with a combination, without holds, under the usual limit."""
    counter = Counter(MemoryBook(), max_total_concession_bp=3000)
    for priority, each in enumerate(combination_of(code).programs):
        changes = {**each.changes, "hold_days": 0}
        if each.kind == "M3":
            changes["promote_by"] = "HEADCOUNT"
        counter.adopt(each.kind, each.kind, priority=priority, preset=each.preset, changes=changes)
    return counter


def conceded(counter: Counter) -> dict[str, int | str]:
    """What the last sale conceded to each kind, or why it did not join."""
    return {each.kind: each.reason or each.concession for each in counter.last_decisions}


def wait_in_queue(counter: Counter, member: int) -> None:
    """Stand an unpaid ticket of 10000 in the queue, without any carry."""
    sale = make_sale(OLD_SALE, at=OPENING, member=member, total=10_000, base=10_000)
    counter.book.put(sale)
    counter.book.put(Enrolment(OLD_SALE, 1, 1, SETTLED, "", referral_taken=False, tier_bp=10_000))
    counter.book.put(Queue(1, "S1", active=1, tickets=1))
    target = Fen(10_000)
    counter.book.put(Ticket(1, OLD_SALE, 1, "S1", member, sale.day, 1, target, Fen(0), ACTIVE))


def paid(counter: Counter) -> list[tuple[int | None, str, int]]:
    """Whose tickets the last sale paid, why and how much."""
    return [
        (counter.sale(each.sale).member, each.why, each.amount)
        for settled in counter.last_settled
        for each in settled.paid
    ]


BUDGETS = {
    "seed-000": {"M4": 1000, "M3": 1500},
    "seed-001": {"M1": 1000, "M2": 1700, "M5": 300},
    "seed-002": {"M1": 2000, "M4": 1000},
    "seed-003": {"M5": 1500, "M4": 1500},
    "refer-chain": {"M2": 1700, "M3": 1300},
    "queue-appreciation": {"M1": 2000, "M5": 1000},
    "queue-chain-2": {"M1": 1500, "M3": 1500},
    "queue-chain-3": {"M1": 1500, "M3": 1500},
    "stores-queue": {"M1": 2000, "M4": 1000},
    "circular-stores": {"M6": 1000, "M4": 1000},
    "shared-queue": {"M1": 2000},
}


def test_every_combination_has_the_budget_of_the_rulebook() -> None:
    """A title's programs share a base, so each must say what it takes of it (9.1)."""
    assert {
        each.code: {program.kind: program.budget_bp for program in each.programs}
        for each in COMBINATIONS
    } == BUDGETS


def test_every_combination_fits_the_limit_that_a_shop_starts_with() -> None:
    """A preset whose last program is always skipped would be no combination (1.5)."""
    limit = ShopRules().max_total_concession_bp

    assert [each.code for each in COMBINATIONS if each.budget_bp > limit] == []


def test_no_queue_accelerates_by_referral_beside_a_chain() -> None:
    """The direct referrer would be paid twice on one sale (9.1)."""
    beside = {
        program.parameters.w_ref
        for each in COMBINATIONS
        if any(isinstance(program.parameters, ChainParameters) for program in each.programs)
        for program in each.programs
        if isinstance(program.parameters, QueueParameters)
    }

    assert beside == {0}


def test_an_unknown_code_is_refused() -> None:
    """A file that names a combination of a later version must not be half adopted."""
    with pytest.raises(UnknownCombination) as refused:
        combination_of("seed-999")

    assert refused.value.facts == {"code": "seed-999"}


def test_mx1_queue_and_green_points_on_one_sale() -> None:
    """Each program takes its own concession; the merchant keeps 7000 (MX1)."""
    counter = counter_with("seed-002")
    wait_in_queue(counter, ANN)
    counter.sell(BOB, 10_000)

    assert paid(counter) == [(ANN, "HEAD", 1000 + 200), (ANN, "EVERY", 700)]
    assert counter.book.balance("FUND:Q:exit@M1/S1") == 100
    assert counter.book.balance("POOL:G@M4") == 1000
    assert [lot.points for lot in counter.book.scan(GREEN_LOTS_OF_SALE, 2, 1)] == [1000]
    assert 10_000 + counter.book.balance("SRC:S1") == 7000


def test_mx2_three_programs_on_a_sale_with_a_sponsor() -> None:
    """Refer three refers for all three: the queue's 100 goes to the head (MX2)."""
    counter = counter_with("seed-001")
    wait_in_queue(counter, CAROL)
    counter.book.put(make_sale(OWN_SALE, at=OPENING, member=ANN, total=10_000, base=10_000))
    counter.book.put(Enrolment(OWN_SALE, 2, 1, SETTLED, "", referral_taken=False, tier_bp=10_000))
    counter.book.put(OwnPurchase(2, OWN_SALE, ANN, Fen(10_000), free=True))
    counter.sell(BOB, 10_000, sponsor=ANN)

    assert conceded(counter) == {"M1": 1000, "M2": 1700, "M5": 300}
    assert paid(counter) == [(CAROL, "HEAD", 500 + 100), (CAROL, "EVERY", 350)]
    assert counter.book.balance("FUND:Q:exit@M1/S1") == 50
    assert counter.book.balance(f"CASH:{ANN}") == 1000
    assert counter.book.balance(f"FUND:R3:{ANN}#1@M2") == 700
    assert [lot.minted for lot in counter.book.scan(OPEN_NAV_LOTS, 3)] == [21_000]
    assert 10_000 + counter.book.balance("SRC:S1") == 7000


def test_mx3_the_same_sale_without_a_sponsor() -> None:
    """Nobody referred, so nothing is conceded for it; the merchant keeps 8700 (MX3)."""
    counter = counter_with("seed-001")
    counter.sell(BOB, 10_000)

    assert conceded(counter) == {"M1": 1000, "M2": "NO_SPONSOR", "M5": 300}
    assert 10_000 + counter.book.balance("SRC:S1") == 8700


def test_refer_three_wins_over_the_chain_by_priority() -> None:
    """The direct referrer would be paid twice (9.1)."""
    counter = counter_with("refer-chain")
    counter.sell(ANN, 10_000)
    counter.sell(BOB, 10_000, sponsor=ANN)
    counter.sell(CAROL, 9999, sponsor=ANN)

    assert counter.last_decisions[0].reason == "BELOW_MINIMUM"
    assert conceded(counter)["M3"] == 1299
    assert counter.book.balance(f"CASH:{ANN}") == 1000 + 999


def test_a_chain_takes_the_sales_that_refer_three_leaves() -> None:
    """A skipped program has taken nothing; the next may still join (1.5)."""
    counter = counter_with("refer-chain")
    counter.sell(ANN, 10_000)

    assert conceded(counter) == {"M2": "NO_SPONSOR", "M3": 1300}
