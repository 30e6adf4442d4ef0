"""Leaving the queue with a voucher, and the end of a program (rulebook 2.6)."""

from dataclasses import dataclass

from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.domain.sale import Sale
from pos_app.engine.book import Book
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
    raise NotImplementedError


def close_program(book: Book, program: Program) -> None:
    """PROGRAM_CLOSE: pay the carry out, exit every sale, give the rest to the stores.

    Pending enrolments are dropped, points and vouchers stay valid. Writes the program
    as closed and not enabled. Closing again changes nothing.
    """
    raise NotImplementedError
