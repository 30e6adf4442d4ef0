"""A sale's tickets, and the parameters they follow (rulebook 2.9)."""

from typing import cast

from pos_app.domain.program import Program
from pos_app.engine.book import Book, kept
from pos_app.engine.parameters.queue import QueueParameters
from pos_app.engine.program import parameters_of
from pos_app.engine.records.queue import Ticket
from pos_app.engine.records.shared import Enrolment


def tickets_of(book: Book, *, program: int, sale: int) -> list[Ticket]:
    """Every ticket of a sale, by part."""
    found: list[Ticket] = []
    while (ticket := book.get(Ticket, program, sale, len(found) + 1)) is not None:
        found.append(ticket)
    return found


def parameters_of_tickets(book: Book, program: Program, *, sale: int) -> QueueParameters:
    """Target, placement and exit follow the version the sale was rung up under."""
    version = kept(book, Enrolment, sale, program.number).version
    parameters = parameters_of(book, program.kind, program=program.number, version=version)
    return cast("QueueParameters", parameters)
