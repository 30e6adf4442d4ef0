"""Which programs a sale joins: examples ST1 to ST3, and each reason not to."""

from dataclasses import replace

import pytest

from pos_app.domain.moment import DAY_MS, Instant, business_day
from pos_app.domain.money import Fen
from pos_app.domain.program import Program, ProgramVersion
from pos_app.engine.enrol import enrol, foresee
from pos_app.engine.mechanisms import MECHANISMS
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.outcomes import SaleAsk
from pos_app.engine.parameters.form import Parameters
from pos_app.engine.parameters.green import GreenParameters
from pos_app.engine.parameters.kinds import KINDS
from pos_app.engine.parameters.points import PointsParameters
from pos_app.engine.parameters.queue import QueueParameters
from pos_app.engine.parameters.refer import ReferThreeParameters
from pos_app.engine.program import parameters_text
from tests.engine.counter import OPENING, Counter

STACK = (QueueParameters(), ReferThreeParameters(), GreenParameters(rebate_bp=300))


def book_with(*programs: Parameters) -> MemoryBook:
    """A book in which these programs run, tried in this sequence."""
    book = MemoryBook()
    for number, parameters in enumerate(programs, start=1):
        book.put(Program(number, parameters.KIND, parameters.KIND, number, 1, enabled=True))
        book.put(ProgramVersion(number, 1, OPENING, parameters_text(parameters)))
    return book


def ask(
    base: int,
    *,
    member: int | None = 1,
    sponsor: int | None = 2,
    limit: int = 3000,
    costs: tuple[int | None, ...] = (None,),
) -> SaleAsk:
    """A sale about to be completed at opening time."""
    return SaleAsk(
        store="S1",
        member=member,
        sponsor=sponsor,
        base=Fen(base),
        costs=tuple(None if each is None else Fen(each) for each in costs),
        at=OPENING,
        day=business_day(OPENING),
        max_total_concession_bp=limit,
        max_margin_share_bp=8000,
    )


def decided(book: MemoryBook, asked: SaleAsk) -> dict[str, str | int]:
    """What each program concedes, or why it does not."""
    return {each.kind: each.reason or each.concession for each in enrol(book, asked)}


@pytest.mark.parametrize(
    ("limit", "costs", "expected"),
    [
        pytest.param(
            3000, (None,), {"M1": 5400, "M2": "OVER_TOTAL_CONCESSION", "M4": 810}, id="ST1"
        ),
        pytest.param(7000, (None,), {"M1": 5400, "M2": 9180, "M4": 810}, id="ST2"),
        pytest.param(
            7000, (22_000,), {"M1": "OVER_MARGIN", "M2": "OVER_MARGIN", "M4": 810}, id="ST3"
        ),
    ],
)
def test_programs_are_stacked_as_the_worked_examples_say(
    limit: int, costs: tuple[int | None, ...], expected: dict[str, str | int]
) -> None:
    """A program that does not fit is skipped whole: scaling it down would unfund it."""
    assert decided(book_with(*STACK), ask(27_000, limit=limit, costs=costs)) == expected


def test_the_margin_guards_only_when_every_cost_is_known() -> None:
    """A guess at the margin would refuse customers what the owner allowed."""
    known = decided(book_with(QueueParameters()), ask(27_000, costs=(11_000, 11_000)))
    unknown = decided(book_with(QueueParameters()), ask(27_000, costs=(11_000, None)))

    assert (known, unknown) == ({"M1": "OVER_MARGIN"}, {"M1": 5400})


def test_goods_sold_below_cost_concede_nothing() -> None:
    """A margin below zero allows nothing, not a negative amount."""
    assert decided(book_with(PointsParameters()), ask(10_000, costs=(12_000,))) == {
        "M0": "OVER_MARGIN"
    }


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (ask(27_000, member=None), "NO_MEMBER"),
        (ask(0), "NO_BASE"),
        (ask(4999), "BELOW_MINIMUM"),
        (ask(500_001), "ABOVE_MAXIMUM"),
        (ask(27_000, limit=1999), "OVER_TOTAL_CONCESSION"),
    ],
)
def test_the_reason_for_not_joining_is_named(asked: SaleAsk, reason: str) -> None:
    """A cashier must be able to say why, and the report counts refusals by reason."""
    book = book_with(QueueParameters(over_policy="SKIP"))

    assert decided(book, asked) == {"M1": reason}


def test_a_sale_without_a_sponsor_joins_no_referral_program() -> None:
    """MX3: nobody is paid for a referral that was not."""
    assert decided(book_with(*STACK), ask(27_000, sponsor=None, limit=7000)) == {
        "M1": 5400,
        "M2": "NO_SPONSOR",
        "M4": 810,
    }


def test_one_sale_pays_one_referral_program() -> None:
    """The direct referrer would be paid twice (rulebook 9.1)."""
    book = book_with(
        ReferThreeParameters(concession_bp=1000, basis="OWN"),
        ReferThreeParameters(concession_bp=1000, basis="OWN"),
    )
    reasons = [each.reason for each in enrol(book, ask(27_000, limit=7000))]

    assert reasons == ["", "OTHER_REFERRAL"]


def test_a_program_that_is_switched_off_is_not_asked() -> None:
    """Switched off means no new enrolments; a refusal would look like a fault."""
    book = book_with(PointsParameters())
    book.put(Program(1, "M0", "M0", 1, 1, enabled=False))

    assert enrol(book, ask(10_000)) == ()


def test_points_count_against_the_limit_with_the_tier() -> None:
    """The limit adds rates in basis points, M0 with part(earn_bp, tier_bp)."""
    counter = Counter(book_with(PointsParameters(earn_bp=2000, tier_bp=15_000)))
    counter.max_total_concession_bp = 2999
    counter.sell(1, 10_000)
    (decision,) = counter.last_decisions

    assert (decision.rate_bp, decision.reason) == (3000, "OVER_TOTAL_CONCESSION")


def test_programs_of_one_priority_are_tried_as_they_were_adopted() -> None:
    """Two tills with the same programs must skip the same one."""
    counter = Counter(MemoryBook(), max_total_concession_bp=3000)
    counter.adopt("B", "M1")
    counter.adopt("A", "M1")
    counter.sell(1, 10_000)

    assert [(each.name, each.reason) for each in counter.last_decisions] == [
        ("B", ""),
        ("A", "OVER_TOTAL_CONCESSION"),
    ]


def test_what_a_sale_would_add_is_shown_before_it_is_paid() -> None:
    """The member panel names points, tickets as cut, and the day they count from."""
    book = book_with(PointsParameters(), QueueParameters())
    asked = ask(24_999)
    points, queue = foresee(book, asked, decisions=enrol(book, asked))

    assert (points.points, points.counts_from) == (249, None)
    assert queue.targets == (10_000, 14_999)
    assert queue.counts_from == business_day(Instant(OPENING + 7 * DAY_MS))


def test_no_ticket_is_shown_when_the_day_has_no_more() -> None:
    """Sales still in their hold count too: they settle before this one."""
    counter = Counter(MemoryBook())
    counter.adopt("Q", "M1", changes={"daily_limit": 1, "hold_days": 3})
    before = foresee(counter.book, ask(9000), decisions=enrol(counter.book, ask(9000)))
    counter.sell(1, 10_000)
    after = foresee(counter.book, ask(9000), decisions=enrol(counter.book, ask(9000)))

    assert [each.targets for each in (*before, *after)] == [(9000,), ()]
    assert [each.refused for each in (*before, *after)] == ["", "DAILY_LIMIT"]


def test_yesterdays_sales_do_not_count_against_today() -> None:
    """The daily limit is per business day of completion."""
    counter = Counter(MemoryBook())
    counter.adopt("Q", "M1", changes={"daily_limit": 1, "hold_days": 3})
    counter.sell(1, 10_000)
    counter.wait(days=1)
    asked = replace(ask(9000), at=counter.at, day=business_day(counter.at))
    (expected,) = foresee(counter.book, asked, decisions=enrol(counter.book, asked))

    assert expected.targets == (9000,)


def test_a_sale_above_the_maximum_is_shown_without_a_ticket() -> None:
    """FUND_ONLY: it only speeds others up, and the panel says so."""
    book = book_with(QueueParameters())
    (expected,) = foresee(book, ask(500_001), decisions=enrol(book, ask(500_001)))

    assert (expected.refused, expected.targets) == ("ABOVE_MAXIMUM", ())


def test_every_kind_on_offer_has_a_mechanism() -> None:
    """A program that cannot settle would stop the till at its first sale."""
    assert tuple(MECHANISMS) == tuple(KINDS)


@pytest.mark.parametrize(("cost", "reason"), [(20_250, ""), (20_251, "OVER_MARGIN")])
def test_the_margin_guard_is_exact_to_the_fen(cost: int, reason: str) -> None:
    """5400 is 80 % of a margin of 6750; of one fen less it is too much."""
    (decision,) = enrol(book_with(QueueParameters()), ask(27_000, costs=(cost,)))

    assert decision.reason == reason


def test_goods_sold_at_cost_take_part_in_what_concedes_nothing() -> None:
    """No margin allows no concession, and a point of less than a fen concedes none."""
    book = book_with(PointsParameters())

    assert decided(book, ask(99, costs=(200,))) == {"M0": 0}
    assert decided(book, ask(1)) == {"M0": 0}
