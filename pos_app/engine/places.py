"""What a member or a report may see of the queue; reads, decides nothing."""

from pos_app.domain.standing import TicketPlace
from pos_app.engine.book import Book
from pos_app.engine.outcomes import QueueFigures
from pos_app.engine.queue_records import Ticket


def place(book: Book, ticket: Ticket) -> int | None:
    """How many ACTIVE tickets stand before it, plus one; None when it is not ACTIVE.

    Exact. Counts from the nearer end of the queue, so that a new ticket costs nothing.
    """
    raise NotImplementedError


def tickets_of_member(book: Book, member: int) -> tuple[TicketPlace, ...]:
    """A member's ACTIVE tickets by place, then the WAITING parts of the same sales."""
    raise NotImplementedError


def tickets_of_sale(book: Book, sale: int) -> tuple[TicketPlace, ...]:
    """Every ticket of a sale, in whatever state, by program and part."""
    raise NotImplementedError


def queue_figures(book: Book, program: int) -> tuple[QueueFigures, ...]:
    """Each queue of a program with its pool and exit fund, by store."""
    raise NotImplementedError
