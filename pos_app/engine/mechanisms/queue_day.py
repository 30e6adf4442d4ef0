"""Keeping a queue's counters, and what they were at the end of each day."""

from pos_app.engine.book import Book, day_of
from pos_app.engine.records.queue import Queue, QueueDay


def keep_queue(book: Book, queue: Queue) -> None:
    """Put a queue's counters, under the business day of what changed them as well."""
    book.put(queue)
    book.put(
        QueueDay(
            queue.program,
            queue.store,
            day_of(book),
            joined=queue.tickets,
            completed=queue.completed,
            active=queue.active,
            allocations=queue.allocations,
        )
    )
