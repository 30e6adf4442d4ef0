"""What a stored sale has brought its buyer, or will bring; reads, decides nothing.

The quote before payment asks `enrol.foresee`; receipt, office and reports ask here, and
a held sale is foreseen by the same verbs. What only its settlement can know is not said.
"""

from pos_app.domain.holdings import Gain
from pos_app.domain.moment import Day, business_day
from pos_app.domain.money import NOTHING, WHOLE_BP, Fen
from pos_app.domain.program import Program
from pos_app.domain.sale import LINES_OF_SALE, Sale
from pos_app.domain.standing import Expected
from pos_app.engine.book import Book, kept
from pos_app.engine.mechanism import Brought, Joined
from pos_app.engine.mechanisms import MECHANISMS
from pos_app.engine.outcomes import SaleAsk
from pos_app.engine.parameters.points import PointsParameters
from pos_app.engine.parameters.queue import QueueParameters
from pos_app.engine.places import tickets_of_sale
from pos_app.engine.records.shared import (
    ENROLMENTS,
    PENDING,
    SETTLE,
    SETTLED,
    SKIPPED,
    Due,
    Enrolment,
)
from pos_app.engine.settle import joined_of


def gained(book: Book, sale: Sale) -> tuple[Expected, ...]:
    """What a sale adds for its buyer, program by program, and from when it counts.

    A program that runs and took no part says why, as it did before payment.
    """
    found = []
    for each in book.scan(ENROLMENTS, sale.number):
        if concerns_program(book, sale, enrolment=each):
            found.append(_expected(book, sale, joined=joined_of(book, sale, enrolment=each)))
        elif each.state == SKIPPED:
            program = kept(book, Program, each.program)
            if program.enabled:
                found.append(_refused(program, each))
    return tuple(found)


def concerns_program(book: Book, sale: Sale, *, enrolment: Enrolment) -> bool:
    """Whether a program keeps something of a sale: joined, or only took note of it."""
    return enrolment.state in {PENDING, SETTLED} or _is_noted(book, sale, enrolment=enrolment)


def brought(book: Book, sale: Sale, *, enrolment: Enrolment) -> Brought:
    """What a settled enrolment has brought buyer and store; nothing before it settles."""
    joined = joined_of(book, sale, enrolment=enrolment)
    if not _has_settled(enrolment):
        return Brought()
    return MECHANISMS[joined.program.kind].brought(book, joined)


def counts_from(book: Book, enrolment: Enrolment) -> Day | None:
    """The day on which a held sale's enrolment settles; None when it is not held."""
    due = book.get(Due, SETTLE, enrolment.program, enrolment.sale, 0)
    held = due is not None and not due.done and not _has_settled(enrolment)
    return business_day(due.due_at) if due is not None and held else None


def _is_noted(book: Book, sale: Sale, *, enrolment: Enrolment) -> bool:
    """Whether a program that the sale does not join takes note of it all the same."""
    if enrolment.state != SKIPPED:
        return False
    program = kept(book, Program, enrolment.program)
    joined = joined_of(book, sale, enrolment=enrolment)
    return enrolment.reason in joined.parameters.NOTED and program.closed_at is None


def _has_settled(enrolment: Enrolment) -> bool:
    """Skipped sales that a program takes note of settle without joining."""
    return enrolment.state == SETTLED or (enrolment.state == SKIPPED and enrolment.base > 0)


def _refused(program: Program, enrolment: Enrolment) -> Expected:
    return Expected(
        program=program.number,
        name=program.name,
        kind=program.kind,
        refused=enrolment.reason,
    )


def _expected(book: Book, sale: Sale, *, joined: Joined) -> Expected:
    enrolment, program = joined.enrolment, joined.program
    points = enrolment.concession
    gains: tuple[Gain, ...]
    if _has_settled(enrolment):
        gains = brought(book, sale, enrolment=enrolment).buyer
    else:
        ask = _ask(book, sale, enrolment=enrolment)
        points = Fen(joined.parameters.concession(ask.base, tier_bp=enrolment.tier_bp))
        gains = MECHANISMS[program.kind].gains(book, program, parameters=joined.parameters, ask=ask)
    tickets = tickets_of_sale(book, sale.number)
    targets = tuple(each.target for each in tickets if each.program == program.number)
    refused = enrolment.reason
    if isinstance(joined.parameters, QueueParameters) and not sale.returned_base:
        refused = joined.parameters.bars_ticket(sale.base, targets)
    return Expected(
        program=program.number,
        name=program.name,
        kind=program.kind,
        points=points if isinstance(joined.parameters, PointsParameters) else NOTHING,
        targets=targets,
        gains=gains,
        counts_from=counts_from(book, enrolment),
        refused=refused,
    )


def _ask(book: Book, sale: Sale, *, enrolment: Enrolment) -> SaleAsk:
    """The sale as a question again, with what was not returned."""
    lines = book.scan(LINES_OF_SALE, sale.number)
    return SaleAsk(
        store=sale.store,
        member=sale.member,
        sponsor=sale.sponsor,
        base=Fen(sale.base - sale.returned_base),
        costs=(),
        at=sale.at,
        day=sale.day,
        max_total_concession_bp=WHOLE_BP,
        max_margin_share_bp=WHOLE_BP,
        tier_bp=enrolment.tier_bp,
        skus=tuple(line.sku for line in lines if not line.excluded),
    )
