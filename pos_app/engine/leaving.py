"""Leaving the queue with a voucher, and the end of a program (rulebook 2.6)."""

from dataclasses import dataclass, replace

from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.domain.sale import Sale
from pos_app.engine import late_returns
from pos_app.engine.batches import each_in_batches
from pos_app.engine.book import Book, kept
from pos_app.engine.mechanisms import MECHANISMS
from pos_app.engine.outcomes import PROGRAM_CLOSED
from pos_app.engine.records.shared import (
    DROPPED,
    DUE,
    END_PERIOD,
    ENROLMENTS,
    PENDING,
    SETTLE,
    Enrolment,
)
from pos_app.engine.settle import joined_of
from pos_app.errors import Refusal


@dataclass(eq=False)
class NothingToLeave(Refusal):
    """The sale has no ticket that is ACTIVE or WAITING."""

    sale: str


def leave_queue(book: Book, sale: Sale) -> Fen:
    """Give a voucher for the open rest of a sale's tickets; return its amount.

    A share (`exit_bp` of the ticket's version) of the rest, at most what the exit fund
    has. What was received stays. The voucher is valid 365 days (rulebook 1.7).

    Raises:
        NothingToLeave: nothing was changed.
    """
    vouchers = []
    for enrolment in list(book.scan(ENROLMENTS, sale.number)):
        joined = joined_of(book, sale, enrolment=enrolment)
        voucher = MECHANISMS[joined.program.kind].leave(book, joined)
        if voucher is not None:
            vouchers.append(voucher)
    if not vouchers:
        raise NothingToLeave(sale.ref)
    return Fen(sum(vouchers))


def close_program(book: Book, program: Program) -> None:
    """PROGRAM_CLOSE: pay the carry out, exit every sale, give the rest to the stores.

    Pending enrolments are dropped, points and vouchers stay valid. Writes the program
    as closed and not enabled. Closing again changes nothing.
    """
    if program.closed_at is not None:
        return
    for due in each_in_batches(book, DUE):
        if due.program != program.number:
            continue
        if due.what in {END_PERIOD, SETTLE}:
            book.put(replace(due, done=True))
        if due.what == SETTLE:
            enrolment = kept(book, Enrolment, due.sale, due.program)
            if enrolment.state == PENDING:
                book.put(replace(enrolment, state=DROPPED, reason=PROGRAM_CLOSED))
    MECHANISMS[program.kind].close(book, program)
    late_returns.give_rest(book, program)
    book.put(replace(program, closed_at=book.effective_at, enabled=False))
