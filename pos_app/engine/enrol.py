"""Which programs a sale joins, and why not the others (1.5); writes nothing."""

from pos_app.domain.holdings import Gain
from pos_app.domain.moment import DAY_MS, Instant, business_day
from pos_app.domain.money import Fen, part
from pos_app.domain.program import OPEN_PROGRAMS, Program
from pos_app.domain.standing import Expected
from pos_app.engine.book import Book, kept
from pos_app.engine.mechanisms import MECHANISMS
from pos_app.engine.outcomes import (
    EMPLOYEE,
    NO_BASE,
    NO_MEMBER,
    OTHER_REFERRAL,
    OVER_MARGIN,
    OVER_TOTAL_CONCESSION,
    SELF_REFERRAL,
    UNDER_AGE,
    Decision,
    SaleAsk,
)
from pos_app.engine.parameters.form import Parameters
from pos_app.engine.parameters.queue import QueueParameters
from pos_app.engine.program import parameters_of


class _Budget:
    """What may still be conceded on one sale."""

    def __init__(self, ask: SaleAsk) -> None:
        self.rate_left = ask.max_total_concession_bp
        self.amount_left = _margin_share(ask)
        self.referral = False

    def objection(self, parameters: Parameters, *, rate: int, concession: int) -> str:
        """Why a program that the sale itself allows does not fit beside the others."""
        if rate > self.rate_left:
            return OVER_TOTAL_CONCESSION
        if self.amount_left is not None and concession > self.amount_left:
            return OVER_MARGIN
        if parameters.REFERRAL and self.referral:
            return OTHER_REFERRAL
        return ""

    def spend(self, parameters: Parameters, *, rate: int, concession: int) -> None:
        """Count a program that joins."""
        self.rate_left -= rate
        if self.amount_left is not None:
            self.amount_left -= concession
        self.referral = self.referral or parameters.REFERRAL


def _margin_share(ask: SaleAsk) -> int | None:
    """What the margin allows; None when the cost of any eligible line is unknown."""
    cost = 0
    for each in ask.costs:
        if each is None:
            return None
        cost += each
    return part(max(0, ask.base - cost), ask.max_margin_share_bp)


def enrol(book: Book, ask: SaleAsk) -> tuple[Decision, ...]:
    """Decide for every open program, in ascending priority, whether the sale joins it.

    Used for the quote before payment and again inside the commit. One that does not fit
    is skipped whole with its reason, never scaled down (rulebook 1.5).
    """
    budget = _Budget(ask)
    return tuple(
        _decide(book, program, ask=ask, budget=budget) for program in book.scan(OPEN_PROGRAMS)
    )


def _decide(book: Book, program: Program, *, ask: SaleAsk, budget: _Budget) -> Decision:
    parameters = parameters_of(book, program.kind, program=program.number, version=program.version)
    rate = parameters.rate_bp(ask.tier_bp)
    concession = parameters.concession(ask.base, tier_bp=ask.tier_bp)
    reason = (
        _bar(parameters, ask)
        or _books_bar(book, program, parameters=parameters, ask=ask)
        or budget.objection(parameters, rate=rate, concession=concession)
    )
    if not reason:
        budget.spend(parameters, rate=rate, concession=concession)
    return Decision(
        program=program.number,
        version=program.version,
        kind=program.kind,
        name=program.name,
        priority=program.priority,
        rate_bp=rate,
        concession=Fen(concession),
        reason=reason,
        due_at=Instant(ask.at + max(parameters.hold_days, ask.least_hold_days) * DAY_MS),
        tier_bp=ask.tier_bp,
    )


def _bar(parameters: Parameters, ask: SaleAsk) -> str:
    """Why the sale itself cannot join, whatever the other programs take."""
    if ask.member is None:
        return NO_MEMBER
    if ask.base <= 0:
        return NO_BASE
    if ask.minor and parameters.ADULTS_ONLY:
        return UNDER_AGE
    if ask.employee and parameters.OUTSIDERS_ONLY:
        return EMPLOYEE
    # Before the sponsor: what the purchase itself lacks keeps the buyer from it too (4.5).
    barred = parameters.bars_base(ask.base) or parameters.bars_goods(ask.skus)
    if barred:
        return barred
    if parameters.REFERRAL and (ask.referral_barred or ask.sponsor == ask.member):
        return SELF_REFERRAL
    return parameters.bars_sponsor(ask.sponsor)


def _books_bar(book: Book, program: Program, *, parameters: Parameters, ask: SaleAsk) -> str:
    """What the mechanism itself has against the sale, as the books stand."""
    mechanism = MECHANISMS.get(program.kind)
    return mechanism.bars(book, program, parameters=parameters, ask=ask) if mechanism else ""


def foresee(book: Book, ask: SaleAsk, *, decisions: tuple[Decision, ...]) -> tuple[Expected, ...]:
    """What the sale would add and from which day it counts; no promise (10.7).

    Targets are shown as cut; none when the daily limit is used up already.
    """
    return tuple(_expected(book, ask, decision=decision) for decision in decisions)


def _expected(book: Book, ask: SaleAsk, *, decision: Decision) -> Expected:
    points = Fen(0)
    targets: tuple[Fen, ...] = ()
    gains: tuple[Gain, ...] = ()
    program = kept(book, Program, decision.program)
    mechanism = MECHANISMS[program.kind]
    parameters = parameters_of(book, program.kind, program=program.number, version=decision.version)
    if decision.joins:
        points, targets = mechanism.expect(book, program, parameters=parameters, ask=ask)
    if decision.joins or decision.reason in parameters.NOTED:
        gains = mechanism.gains(book, program, parameters=parameters, ask=ask)
    refused = decision.reason
    if decision.joins and isinstance(parameters, QueueParameters):
        refused = parameters.bars_ticket(ask.base, targets)
    held = decision.due_at > ask.at
    return Expected(
        program=decision.program,
        name=decision.name,
        kind=decision.kind,
        points=points,
        targets=targets,
        gains=gains,
        counts_from=business_day(decision.due_at) if held else None,
        refused=refused,
    )
