"""When a program's running period ends, as it is noted; reads only."""

from pos_app.domain.moment import Instant
from pos_app.engine.book import Book
from pos_app.engine.records.shared import END_PERIOD, Due, Period


def next_end(book: Book, program: int) -> Instant | None:
    """Return the end that is due next; None when time brings none."""
    period = book.get(Period, program)
    due = book.get(Due, END_PERIOD, program, 0, period.scheduled + 1) if period else None
    return due.due_at if due is not None and not due.done else None
