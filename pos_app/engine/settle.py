"""The one way in: sales completed, due events in their order (rulebook 1.3)."""

from pos_app.domain.moment import Instant
from pos_app.domain.sale import Sale
from pos_app.engine.book import Book
from pos_app.engine.outcomes import Decision, Settled


def complete(book: Book, sale: Sale, *, decisions: tuple[Decision, ...]) -> tuple[Settled, ...]:
    """Record a completed sale's enrolments; settle those without a hold at once.

    The sale's record is in the book already, its reward tenders are spent, and all that
    was due at or before `sale.at` is done. A second call for the same sale changes
    nothing (INV-7). Returns what was settled at once, in order of priority.
    """
    raise NotImplementedError


def settle_due(book: Book, until: Instant, *, limit: int | None = None) -> tuple[Settled, ...]:
    """Do what is due at or before an instant, at most `limit` events, in order.

    The order is (due_at, rank, completion number, priority); each event is dated with
    its own due time, afterwards the book is dated as it was before. Done again, nothing
    happens; day by day or at once, the books are the same (rulebook 1.3).
    """
    raise NotImplementedError


def next_due(book: Book) -> Instant | None:
    """When the next due event comes, or None."""
    raise NotImplementedError
