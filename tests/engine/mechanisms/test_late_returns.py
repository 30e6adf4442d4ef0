"""Who bears what others received of goods that come back late (rulebook 1.6)."""

from collections.abc import Mapping

import pytest

from pos_app.domain.transfer import TRANSFERS
from pos_app.engine.disclosure import rules_text
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.program import ParameterNotAChoice, ParametersDisagree, read_parameters
from pos_app.engine.records.pool import LATE_RESERVES
from pos_app.engine.records.queue import ACTIVE, COMPLETED, EXITED, WAITING
from pos_app.engine.records.shared import Enrolment
from tests.engine.counter import Counter
from tests.engine.laws import check_laws
from tests.engine.mechanisms.queue_counter import counter_with, tickets

CLAWBACK: Mapping[str, object] = {"late_return_policy": "CLAWBACK_BENEFICIARIES"}
RESERVE: Mapping[str, object] = {"late_return_policy": "RESERVE_ABSORBS", "late_reserve_bp": 500}


def test_by_default_the_store_bears_what_others_received() -> None:
    """1.6: MERCHANT_ABSORBS; the allocation stands, nobody is asked."""
    counter = counter_with("V1")
    counter.sell(1, 10_000)
    late = counter.sell(2, 10_000)
    (taken,) = counter.take_back(late.number, 10_000)

    assert (taken.to_merchant, taken.from_reserve, taken.from_others) == (0, 0, 0)
    assert counter.book.balance("SRC:S1") == -4000
    assert counter.book.balance("CASH:1") == 4000


def test_the_reserve_pays_the_store_as_far_as_it_reaches() -> None:
    """1.6: RESERVE_ABSORBS; 500 of each 10 000 are set aside besides the concession.

    Two sales set 1000 aside. The late return lacks 2000 of the concession: the reserve
    has 1000 of it, the store bears the rest; nothing goes below zero.
    """
    counter = counter_with("V1", **RESERVE)
    counter.sell(1, 10_000)
    late = counter.sell(2, 10_000)
    before = counter.book.balance("SRC:S1"), counter.book.balance("FUND:late@Q/S1")
    (taken,) = counter.take_back(late.number, 10_000)

    assert before == (-5000, 1000)
    assert (taken.to_merchant, taken.from_reserve, taken.from_others) == (0, 1000, 0)
    assert counter.book.balance("SRC:S1") == -4000
    assert counter.book.balance("FUND:late@Q/S1") == 0
    assert counter.book.balance("CASH:1") == 4000
    check_laws(counter.book)


def test_partial_late_returns_are_covered_without_drift() -> None:
    """1.6: each return asks for its own part of the concession, never twice."""
    counter = counter_with("V1", **RESERVE)
    for member in (1, 2, 3, 4):
        counter.sell(member, 10_000)
    late = counter.sell(5, 10_000)
    covered = [counter.take_back(late.number, part)[0].from_reserve for part in (3333, 3333, 3334)]

    assert covered == [666, 667, 667]
    assert counter.book.balance("FUND:late@Q/S1") == 500


@pytest.mark.parametrize(
    ("kind", "changes", "needs", "set_aside"),
    [
        ("M1b", {"seed": "a", "concession_bp": 2000}, 0, 500),
        ("M4", {"rebate_bp": 2000, "vs_sales_bp": 0}, 0, 500),
        ("M5", {}, 0, 500),
        ("M6", {}, 1000, 500),
    ],
)
def test_every_kind_that_pays_others_may_keep_a_reserve(
    kind: str, changes: dict[str, object], needs: int, set_aside: int
) -> None:
    """1.6 names the policies for all; what the pool gives back is not covered twice."""
    counter = Counter(MemoryBook())
    counter.adopt("X", kind, changes={"hold_days": 0, **changes, **RESERVE})
    sale = counter.sell(1, 10_000)
    held = counter.book.balance("FUND:late@X/S1")
    if kind == "M6":
        counter.end_period("X")
    (taken,) = counter.take_back(sale.number, 10_000)
    joined = counter.book.get(Enrolment, sale.number, 1)

    assert held == set_aside
    assert joined is not None
    assert joined.concession - taken.to_merchant == needs
    assert taken.from_reserve == min(set_aside, needs)
    check_laws(counter.book)


def test_a_reserve_never_pays_for_another_store() -> None:
    """1.9: money pooled between shops would need a payment licence."""
    counter = counter_with("V5_ALLIANCE", **RESERVE)
    counter.sell(1, 10_000, store="S1")
    late = counter.sell(2, 10_000, store="S2")
    counter.sell(3, 10_000, store="S1")
    counter.take_back(late.number, 10_000)

    assert counter.book.balance("FUND:late@Q/S1") == 1000
    assert counter.book.balance("FUND:late@Q/S2") == 0
    assert [(each.store, each.covered) for each in counter.book.scan(LATE_RESERVES)] == [
        ("S1", 0),
        ("S2", 500),
    ]


def test_the_end_of_a_program_gives_every_store_its_own_reserve_back() -> None:
    """1.6: it was the store's own money all the time."""
    counter = counter_with("V5_ALLIANCE", **RESERVE)
    counter.sell(1, 10_000, store="S1")
    counter.sell(2, 20_000, store="S2")
    counter.close("Q")
    back = {
        store: sum(
            each.amount
            for each in counter.book.scan(TRANSFERS)
            if each.why == "M1.CLOSE" and each.debit == f"FUND:late@Q/{store}"
        )
        for store in ("S1", "S2")
    }

    assert back == {"S1": 500, "S2": 1000}
    check_laws(counter.book)


def test_a_late_return_after_the_end_finds_no_reserve() -> None:
    """2.6: the program is over, and its money is back with the stores."""
    counter = counter_with("V1", **RESERVE)
    counter.sell(1, 10_000)
    late = counter.sell(2, 10_000)
    counter.close("Q")
    (taken,) = counter.take_back(late.number, 10_000)

    assert taken.from_reserve == 0
    check_laws(counter.book)


def test_a_void_takes_the_sales_part_out_of_the_reserve() -> None:
    """1.6: VOID of the last sale is the state before it."""
    counter = counter_with("V1", **RESERVE)
    counter.sell(1, 10_000)
    before = counter.book.balance("SRC:S1"), counter.book.balance("FUND:late@Q/S1")
    last = counter.sell(2, 10_000)
    counter.void(last.number)

    assert before == (-2500, 500)
    assert (counter.book.balance("SRC:S1"), counter.book.balance("FUND:late@Q/S1")) == before


def test_what_others_still_have_is_taken_back_where_the_rules_say_so() -> None:
    """1.6: CLAWBACK_BENEFICIARIES; the ticket keeps its place and is open again."""
    counter = counter_with("V1", **CLAWBACK)
    counter.sell(1, 10_000)
    late = counter.sell(2, 10_000)
    (taken,) = counter.take_back(late.number, 10_000)

    assert (taken.to_merchant, taken.from_others, taken.wanted) == (0, 2000, 0)
    assert counter.book.balance("SRC:S1") == -2000
    assert counter.book.balance("CASH:1") == 2000
    assert tickets(counter)[0] == ("s1.1", 2000, 10_000, ACTIVE)
    check_laws(counter.book)


def test_what_is_spent_is_not_taken_back_from_anybody() -> None:
    """1.6: unspent only; each gives his own share at most, the store bears the rest."""
    counter = counter_with("V2A", **CLAWBACK)
    counter.sell(1, 10_000)
    counter.sell(2, 10_000)
    counter.pay_out(1, "CASH", 3500)
    late = counter.sell(3, 10_000)
    # The sale pays 400 + 800 to A, who keeps 1200 + 500, and 800 to B.
    counter.pay_out(1, "CASH", 1500)
    (taken,) = counter.take_back(late.number, 10_000)

    assert taken.from_others == 200 + 800
    assert (counter.book.balance("CASH:1"), counter.book.balance("CASH:2")) == (0, 0)
    assert counter.book.balance("SRC:S1") == -5000
    check_laws(counter.book)


def test_a_completed_ticket_stands_again_where_it_stood() -> None:
    """2.8: as in a void, with its old seat; its untouched successor waits again."""
    counter = counter_with("V1", unit=5000, **CLAWBACK)
    counter.sell(1, 10_000)
    counter.sell(2, 10_000)
    late = counter.sell(3, 10_000)
    between = tickets(counter)[:2]
    counter.take_back(late.number, 10_000)

    assert between == [("s1.1", 5000, 5000, COMPLETED), ("s1.2", 0, 5000, ACTIVE)]
    assert tickets(counter)[:2] == [("s1.1", 4000, 5000, ACTIVE), ("s1.2", 0, 5000, WAITING)]
    check_laws(counter.book)


def test_who_left_the_queue_keeps_what_he_received() -> None:
    """His voucher was counted on it, and he has no place where it could come back."""
    counter = counter_with("V5_DEFAULT", **CLAWBACK)
    first = counter.sell(1, 10_000)
    late = counter.sell(2, 10_000)
    received = counter.book.balance("CASH:1")
    counter.leave(first.number)
    (taken,) = counter.take_back(late.number, 10_000)

    assert taken.from_others == 0
    assert counter.book.balance("CASH:1") == received
    assert tickets(counter)[0][3] == EXITED


def test_after_the_end_of_the_program_nothing_is_taken_from_others() -> None:
    """2.6: no ticket could receive it again."""
    counter = counter_with("V1", **CLAWBACK)
    counter.sell(1, 10_000)
    late = counter.sell(2, 10_000)
    counter.close("Q")
    (taken,) = counter.take_back(late.number, 10_000)

    assert taken.from_others == 0


def test_a_void_after_it_undoes_only_what_still_stands() -> None:
    """2.8: a cent that was taken back cannot be taken back again."""
    counter = counter_with("V1", **CLAWBACK)
    first = counter.sell(1, 10_000)
    late = counter.sell(2, 10_000)
    counter.take_back(late.number, 5000)
    counter.void(first.number)

    assert counter.book.balance("CASH:1") == 0
    assert counter.book.balance("SRC:S1") + counter.book.balance("POOL:Q@Q/S1") == 0
    check_laws(counter.book)


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"late_return_policy": "RESERVE_ABSORBS"}, ("RESERVE_NOT_FUNDED", 0, 1)),
        ({"late_reserve_bp": 100}, ("RESERVE_NOT_USED", 100, 1)),
        ({**CLAWBACK, "scope": "ALLIANCE"}, ("CLAWBACK_ACROSS_STORES", 0, 1)),
    ],
)
def test_a_policy_that_nothing_stands_behind_is_refused(
    changes: dict[str, object], rule: tuple[str, int, int]
) -> None:
    """1.6, 1.9: unfunded it would be a promise; stores do not pay for each other."""
    with pytest.raises(ParametersDisagree) as refused:
        read_parameters("M1", changes=changes)

    assert (refused.value.rule, refused.value.found, refused.value.needed) == rule


def test_only_the_queue_knows_who_was_paid_out_of_which_sale() -> None:
    """1.6: elsewhere shares are mixed in a pool, and a prize once drawn stays (10.2)."""
    for kind in ("M1b", "M4", "M5", "M6"):
        with pytest.raises(ParameterNotAChoice) as refused:
            read_parameters(kind, changes=CLAWBACK)

        assert refused.value.name == "late_return_policy"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, ""),
        (RESERVE, "sets {r} yuan of each 100 aside"),
        (CLAWBACK, "taken back as far as it is still in your balance"),
    ],
)
def test_the_published_rules_name_the_policy(changes: dict[str, object], told: str) -> None:
    """1.6: who may lose something again has to be told before he takes part."""
    usual = rules_text(read_parameters("M1"))
    told_now = rules_text(read_parameters("M1", changes=changes))

    assert len(told_now) == len(usual) + bool(told)
    assert told in told_now[-1].text
