"""Two members become one in the engine: what each kind hands over (1.10)."""

import pytest

from pos_app.domain.money import Fen
from pos_app.domain.refusals.member import MergeRefused
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.outcomes import ALREADY_COUNTED
from pos_app.engine.records.circular import Circle, CircleHolder
from pos_app.engine.records.draw import DrawEntry
from pos_app.engine.records.green import GREEN_LOTS_OF_SALE, GREEN_MONTHS
from pos_app.engine.records.refer import OPEN_CYCLES, OwnPurchase
from pos_app.engine.records.shared import SKIPPED, Enrolment
from tests.engine.counter import Counter

STAYS, DUPLICATE, SPONSOR = 3, 4, 1


def trading(kind: str, **changes: object) -> Counter:
    """A counter with one program and no hold."""
    counter = Counter(MemoryBook())
    counter.adopt(kind, kind, changes={"hold_days": 0, **changes})
    return counter


def test_the_months_of_both_are_one_persons_month() -> None:
    """6.3: the month's cap is of a member, and one person is one member."""
    counter = trading("M4")
    counter.sell(STAYS, 10_000)
    counter.sell(DUPLICATE, 5_000)
    counter.end_period("M4")
    before = [
        month for who in (STAYS, DUPLICATE) for month in counter.book.scan(GREEN_MONTHS, 1, who)
    ]
    counter.merge(DUPLICATE, STAYS)
    (month,) = counter.book.scan(GREEN_MONTHS, 1, STAYS)
    (empty,) = counter.book.scan(GREEN_MONTHS, 1, DUPLICATE)
    holders = {each.holder for each in counter.book.scan(GREEN_LOTS_OF_SALE, 1, 2)}

    assert [each.spent for each in before] == [10_000, 5_000]
    assert month.spent == 15_000
    assert month.released == sum(each.released for each in before) > 0
    assert (empty.spent, empty.released) == (0, 0)
    assert str(DUPLICATE) not in holders


def test_energy_contribution_and_points_of_both_are_added() -> None:
    """8.4: the sum that the day's money is divided by stays what it was."""
    counter = trading("M6")
    for member, total in ((STAYS, 10_000), (DUPLICATE, 6_000), (SPONSOR, 1_000)):
        counter.sell(member, total)
    counter.end_period("M6")
    book = counter.book
    weight = book.get(Circle, 1)
    had = [book.get(CircleHolder, 1, str(each)) for each in (STAYS, DUPLICATE)]
    counter.merge(DUPLICATE, STAYS)
    now, gone = (book.get(CircleHolder, 1, str(each)) for each in (STAYS, DUPLICATE))

    assert now is not None
    assert gone is not None
    assert (now.energy, now.weight, now.points) == tuple(
        sum(getattr(each, name) for each in had) for name in ("energy", "weight", "points")
    )
    assert (gone.energy, gone.weight, gone.points) == (0, 0, 0)
    assert now.points == book.balance(f"PTS:{STAYS}") > 0
    assert book.balance(f"PTS:{DUPLICATE}") == 0
    assert book.get(Circle, 1) == weight


def test_who_never_shared_gets_a_place_with_what_is_handed_over() -> None:
    """8.4: the duplicate alone bought; the one who stays has all of it from then on."""
    counter = trading("M6")
    counter.sell(DUPLICATE, 6_000)
    counter.merge(DUPLICATE, STAYS)
    now = counter.book.get(CircleHolder, 1, str(STAYS))

    assert now is not None
    assert (now.energy, now.weight, now.last_sale) == (6_000, 60, 1)


def test_a_purchase_of_the_duplicate_is_refunded_by_referrals_of_the_one_who_stays() -> None:
    """4.4: both purchases are one person's own, the older one first."""
    counter = trading("M2", min_order=1000)
    counter.sell(DUPLICATE, 10_000)
    counter.merge(DUPLICATE, STAYS)
    counter.sell(20, 10_000, sponsor=STAYS)
    (cycle,) = counter.book.scan(OPEN_CYCLES, 1, STAYS)
    own = counter.book.get(OwnPurchase, 1, 1)

    assert own is not None
    assert (cycle.sale, own.member, own.cycle) == (1, STAYS, 1)
    assert counter.book.balance(f"CASH:{STAYS}") > 0


def test_a_person_who_was_counted_is_not_counted_again() -> None:
    """4.5: registering twice must not make two referrals of one person afterwards."""
    counter = trading("M2", min_order=1000, count_repeat=False)
    counter.sell(SPONSOR, 10_000)
    counter.sell(DUPLICATE, 10_000, sponsor=SPONSOR)
    counter.merge(DUPLICATE, STAYS)
    counter.sell(STAYS, 10_000, sponsor=SPONSOR)
    enrolment = counter.book.get(Enrolment, 3, 1)

    assert enrolment is not None
    assert (enrolment.state, enrolment.reason) == (SKIPPED, ALREADY_COUNTED)


def test_a_prize_of_a_purchase_handed_over_goes_to_the_one_who_stays() -> None:
    """3.3: the entry keeps its place in the list; who wins is the person."""
    counter = trading("M1b", seed="x", concession_bp=2000, free_rate_bp=1000)
    counter.sell(DUPLICATE, 10_000)
    counter.merge(DUPLICATE, STAYS)
    prize = counter.end_period("M1b")
    entry = counter.book.get(DrawEntry, 1, 1)

    assert entry is not None
    assert entry.member == STAYS
    assert prize > 0
    assert counter.book.balance(f"CASH:{STAYS}") + counter.book.balance(f"VCH:{STAYS}") > 0


def test_money_paid_to_a_ticket_later_goes_to_the_one_who_stays() -> None:
    """2.6: the ticket keeps its seat, what it receives is the person's."""
    counter = trading("M1", min_order=1000, concession_bp=1000)
    counter.sell(DUPLICATE, 10_000)
    counter.merge(DUPLICATE, STAYS)
    before = counter.book.balance(f"CASH:{STAYS}")
    counter.sell(SPONSOR, 10_000)

    assert counter.book.balance(f"CASH:{STAYS}") > before
    assert counter.book.balance(f"CASH:{DUPLICATE}") == 0


def test_a_lot_that_was_spent_takes_back_what_a_return_gives_to_the_one_who_stays() -> None:
    """1a: into the lots it was drawn from; an empty lot has to be the person's too."""
    counter = trading("M0", earn_bp=1000)
    counter.sell(DUPLICATE, 10_000)
    counter.sell(DUPLICATE, 10_000, with_rewards=(("points", 1_000),))
    counter.pay_out(DUPLICATE, "POINTS", counter.book.balance(f"POINTS:{DUPLICATE}"))
    counter.merge(DUPLICATE, STAYS)
    counter.take_back(2, 10_000)
    counter.sell(STAYS, 10_000, with_rewards=(("points", Fen(100)),))

    assert counter.book.balance(f"POINTS:{DUPLICATE}") == 0


def test_the_same_member_is_not_merged_with_himself() -> None:
    """The engine refuses before it moves anything, whoever asks."""
    counter = trading("M0")
    counter.sell(STAYS, 10_000)

    with pytest.raises(MergeRefused) as refused:
        counter.merge(STAYS, STAYS)
    assert refused.value.why == "same"
