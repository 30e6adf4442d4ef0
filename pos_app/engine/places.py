"""What a member or a report may see of the queue; reads, decides nothing."""

from collections.abc import Iterator

from pos_app.domain.moment import DAY_MS, Day, business_day
from pos_app.domain.money import NOTHING, Fen
from pos_app.domain.program import Program
from pos_app.domain.sale import SALES_OF_MEMBER, Sale
from pos_app.domain.standing import TicketPlace
from pos_app.engine.accounts import queue_exit_fund, queue_pool
from pos_app.engine.book import Book, kept
from pos_app.engine.mechanisms.queue_settlement import cut
from pos_app.engine.mechanisms.queue_tickets import tickets_of
from pos_app.engine.outcomes import QueueFigures
from pos_app.engine.parameters.queue import QueueParameters
from pos_app.engine.program import parameters_of
from pos_app.engine.records.queue import (
    ACTIVE,
    ACTIVE_OF_MEMBER,
    ACTIVE_TICKETS,
    QUEUED_BY_DAY,
    QUEUES,
    WAITING,
    Queue,
    Ticket,
)
from pos_app.engine.records.shared import ENROLMENTS, PENDING, SETTLE, Due, Enrolment

_LONGEST_HOLD_DAYS = 60

Held = tuple[Sale, Enrolment]
"""A sale in its hold, and the program that will settle it."""


def place(book: Book, ticket: Ticket) -> int | None:
    """How many ACTIVE tickets stand before it, plus one; None when it is not ACTIVE.

    Exact. Counts from the nearer end of the queue, so that a new ticket costs nothing.
    """
    if ticket.state != ACTIVE:
        return None
    queue = kept(book, Queue, ticket.program, ticket.store)
    name = (ticket.program, ticket.store)
    behind = queue.tickets - ticket.seq
    if behind == 0:
        return queue.active
    if behind < ticket.seq:
        return queue.active - book.count(ACTIVE_TICKETS, *name, after=(ticket.seq,))
    return 1 + book.count(ACTIVE_TICKETS, *name, before=(ticket.seq,))


def tickets_of_member(book: Book, member: int) -> tuple[TicketPlace, ...]:
    """A member's ACTIVE tickets by place, WAITING parts, then those of held sales."""
    standing = list(book.scan(ACTIVE_OF_MEMBER, member))
    active = sorted(
        (_shown(book, ticket) for ticket in standing), key=lambda shown: shown.place or 0
    )
    waiting = [
        _shown(book, ticket)
        for program, sale in dict.fromkeys((each.program, each.sale) for each in standing)
        for ticket in tickets_of(book, program=program, sale=sale)
        if ticket.state == WAITING
    ]
    return (*active, *waiting, *_pending(book, member))


def tickets_of_sale(book: Book, sale: int) -> tuple[TicketPlace, ...]:
    """Every ticket of a sale, in whatever state; then the pending."""
    enrolments = list(book.scan(ENROLMENTS, sale))
    of = kept(book, Sale, sale)
    is_held = any(each.state == PENDING for each in enrolments)
    beside = list(_held_enrolments(book, of.member)) if is_held and of.member else []
    standing = [
        _shown(book, ticket)
        for enrolment in enrolments
        for ticket in tickets_of(book, program=enrolment.program, sale=sale)
    ]
    pending = [
        each
        for enrolment in enrolments
        if enrolment.state == PENDING
        for each in _held(book, of, enrolment=enrolment, beside=beside)
    ]
    return (*standing, *pending)


def queue_figures(book: Book, program: int) -> tuple[QueueFigures, ...]:
    """Each queue of a program with its pool and exit fund, by store."""
    name = kept(book, Program, program).name
    return tuple(
        QueueFigures(
            program=program,
            store=queue.store,
            active=queue.active,
            pool=Fen(book.balance(queue_pool(name, queue.store))),
            exit_fund=Fen(book.balance(queue_exit_fund(name, queue.store))),
        )
        for queue in book.scan(QUEUES, program)
    )


def _shown(book: Book, ticket: Ticket) -> TicketPlace:
    return TicketPlace(
        program=ticket.program,
        sale=ticket.sale,
        sale_ref=kept(book, Sale, ticket.sale).ref,
        part=ticket.part,
        state=ticket.state,
        place=place(book, ticket),
        received=ticket.received,
        target=ticket.target,
    )


def has_held_sales(book: Book, member: int) -> bool:
    """Whether rewards of a member's sales have not settled."""
    return next(_held_enrolments(book, member), None) is not None


def held_until(book: Book, member: int) -> Day | None:
    """The day from which the last held sale of a member counts; None without one."""
    ends = [
        kept(book, Due, SETTLE, enrolment.program, sale.number, 0).due_at
        for sale, enrolment in _held_enrolments(book, member)
    ]
    return business_day(max(ends)) if ends else None


def _pending(book: Book, member: int) -> Iterator[TicketPlace]:
    """What sales in their hold will bring, the latest sale first."""
    held = list(_held_enrolments(book, member))
    for sale, enrolment in held:
        yield from _held(book, sale, enrolment=enrolment, beside=held)


def _held_enrolments(book: Book, member: int) -> Iterator[Held]:
    """What is PENDING of a member's sales, the latest sale first."""
    newest = 0
    for sale in book.scan(SALES_OF_MEMBER, member, backward=True):
        newest = newest or sale.at
        # Whatever is still held was sold within the longest hold before the newest sale.
        if sale.at + _LONGEST_HOLD_DAYS * DAY_MS < newest:
            return
        for enrolment in book.scan(ENROLMENTS, sale.number):
            if enrolment.state == PENDING:
                yield sale, enrolment


def _held(
    book: Book, sale: Sale, *, enrolment: Enrolment, beside: list[Held]
) -> Iterator[TicketPlace]:
    """A held sale's tickets, as they would be cut today; no promise.

    What the member holds `beside` it and bought before it that day settles first.
    """
    program = kept(book, Program, enrolment.program)
    due = kept(book, Due, SETTLE, enrolment.program, sale.number, 0)
    parameters = parameters_of(
        book, program.kind, program=program.number, version=enrolment.version
    )
    base = sale.base - sale.returned_base
    if not isinstance(parameters, QueueParameters) or base > parameters.max_order:
        return
    store = parameters.queue_of(sale.store)
    taken = book.count(QUEUED_BY_DAY, sale.member, sale.day, program.number, store)
    taken += sum(
        other.number < sale.number
        and other.day == sale.day
        and joined.program == program.number
        and parameters.queue_of(other.store) == store
        and parameters.takes_ticket(other.base - other.returned_base)
        for other, joined in beside
    )
    if taken >= parameters.daily_limit:
        return
    for part, target in enumerate(cut(parameters, parameters.target_of(base)), start=1):
        yield TicketPlace(
            program=program.number,
            sale=sale.number,
            sale_ref=sale.ref,
            part=part,
            state=WAITING,
            place=None,
            received=NOTHING,
            target=target,
            counts_from=business_day(due.due_at),
        )
