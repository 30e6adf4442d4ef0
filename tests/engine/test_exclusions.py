"""Who takes no part: minors, staff, one household (rulebook 1.10, 3.4, 10.6)."""

from dataclasses import replace

import pytest

from pos_app.domain.member import MINOR, Member, bars_referral
from pos_app.domain.moment import Instant
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.records.circular import CircleHolder
from pos_app.engine.records.refer import FREE_PURCHASES
from tests.engine.counter import Counter

ANN, BOB, CAROL, DORA = 1, 2, 3, 4
SPECIAL: dict[str, dict[str, object]] = {
    "M1b": {"seed": "s"},
    "M2": {"min_order": 1},
    "M4": {"ref_points_bp": 500},
    "M6": {"ref_weight_bp": 1000},
}
BUYER = Member(BOB, "2", "", "", ANN, Instant(0), consent=True)
SPONSOR = Member(ANN, "1", "", "", None, Instant(0), consent=True)


def counter_with(kind: str, **changes: object) -> Counter:
    """A counter with one program that settles at once."""
    counter = Counter(MemoryBook())
    named = {"hold_days": 0, **SPECIAL.get(kind, {}), **changes}
    counter.adopt("X", kind, changes=named)
    return counter


def reason(counter: Counter) -> str:
    """Why the last sale did not join."""
    (decision,) = counter.last_decisions
    return decision.reason


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("M0", ""),
        ("M1", ""),
        ("M1b", "UNDER_AGE"),
        ("M2", "UNDER_AGE"),
        ("M3", "UNDER_AGE"),
        ("M4", ""),
        ("M5", ""),
        ("M6", ""),
    ],
)
def test_under_eighteen_there_is_no_draw_and_no_referral_program(kind: str, expected: str) -> None:
    """A minor may collect points, but not gamble or recruit (10.6)."""
    counter = counter_with(kind)
    counter.sell(ANN, 20_000)
    counter.sell(BOB, 20_000, sponsor=ANN, minor=True)

    assert reason(counter) == expected


def test_a_minors_purchase_is_not_kept_for_referrals_to_refund() -> None:
    """Taking no part means no own purchase either, or the sponsor role would follow."""
    counter = counter_with("M2")
    counter.sell(ANN, 20_000, minor=True)

    assert list(counter.book.scan(FREE_PURCHASES, 1, ANN)) == []


def test_staff_and_owners_are_drawn_by_nobody() -> None:
    """A prize that the house wins is no prize (3.4, 10.2 articles 15 and 16)."""
    counter = counter_with("M1b")
    counter.sell(ANN, 20_000, employee=True)

    assert reason(counter) == "EMPLOYEE"
    assert counter.book.balance("SRC:S1") == 0


@pytest.mark.parametrize("kind", ["M2", "M3"])
def test_a_barred_referral_joins_no_referral_program(kind: str) -> None:
    """A household that refers itself takes the shop's money for nothing (1.10)."""
    counter = counter_with(kind)
    counter.sell(ANN, 20_000)
    counter.sell(BOB, 20_000, sponsor=ANN, barred=True)

    assert reason(counter) == "SELF_REFERRAL"
    assert counter.book.balance(f"CASH:{ANN}") == 0


def test_a_barred_referral_still_leaves_the_buyers_own_purchase() -> None:
    """The flag removes no right of the buyer's own (1.10)."""
    counter = counter_with("M2")
    counter.sell(BOB, 20_000, sponsor=ANN, barred=True)

    assert [each.sale for each in counter.book.scan(FREE_PURCHASES, 1, BOB)] == [1]


def test_the_queues_referral_part_of_a_barred_sale_goes_to_the_head() -> None:
    """The sponsor's own ticket is not sped up, the money is not lost (2.6)."""
    counter = counter_with("M1")
    counter.sell(CAROL, 10_000)
    counter.sell(ANN, 10_000)
    counter.sell(BOB, 10_000, sponsor=ANN, barred=True)
    paid = [(each.why, each.amount) for one in counter.last_settled for each in one.paid]

    assert paid == [("HEAD", 1000 + 200), ("EVERY", 350), ("EVERY", 350)]


def test_a_barred_sale_gives_the_sponsor_no_points() -> None:
    """Green points for a referral are a referral reward too (6.5)."""
    counter = counter_with("M4")
    counter.sell(BOB, 10_000, sponsor=ANN, barred=True)
    counter.wait(days=10)

    assert counter.book.balance(f"VCH:{ANN}") == 0
    assert counter.book.balance(f"VCH:{BOB}") == 13


def test_a_barred_sale_gives_the_sponsor_no_weight() -> None:
    """Weight for a referral takes from every other holder (8.5)."""
    counter = counter_with("M6")
    counter.sell(ANN, 10_000)
    counter.sell(BOB, 10_000, sponsor=ANN, barred=True)
    holder = counter.book.get(CircleHolder, 1, str(ANN))

    assert holder is not None
    assert holder.weight == 100


@pytest.mark.parametrize(
    ("buyer", "sponsor", "barred"),
    [
        (BUYER, None, False),
        (BUYER, SPONSOR, False),
        (replace(BUYER, household="1"), SPONSOR, False),
        (replace(BUYER, household="1"), replace(SPONSOR, household="2"), False),
        (replace(BUYER, household="1"), replace(SPONSOR, household="1"), True),
        (replace(BUYER, employee=True), SPONSOR, True),
        (BUYER, replace(SPONSOR, employee=True), True),
        (BUYER, replace(SPONSOR, age_band=MINOR), True),
    ],
)
def test_a_referral_is_barred_within_a_household_and_for_staff_and_minors(
    buyer: Member, sponsor: Member | None, *, barred: bool
) -> None:
    """The flags of rulebook 1.10, each alone; an empty household is nobody's."""
    assert bars_referral(buyer, sponsor) is barred


@pytest.mark.parametrize("flag", [{"employee": True}, {"age_band": MINOR}])
def test_a_boss_who_is_staff_or_a_minor_claims_no_bonus_of_a_chain(
    flag: dict[str, object],
) -> None:
    """Two levels up is a referral reward too; what nobody claims is the store's (5.8)."""
    counter = counter_with(
        "M3", promote_by="HEADCOUNT", k=1, leave=0, max_paid_levels=2, peer_bp=1000
    )
    counter.sell(ANN, 20_000)
    counter.sell(BOB, 20_000, sponsor=ANN)
    counter.book.put(replace(SPONSOR, **flag))  # type: ignore[arg-type]  # one field each
    before = counter.book.balance(f"CASH:{ANN}")
    counter.sell(CAROL, 20_000, sponsor=BOB)

    assert before == 2000
    assert counter.book.balance(f"CASH:{ANN}") == before
    assert counter.book.balance(f"CASH:{BOB}") == 2000
