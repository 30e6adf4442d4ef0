"""Keeping a queue's counters, and what they were at the end of each day."""

from pos_app.domain.moment import business_day
from pos_app.domain.settings import ShopRules
from pos_app.engine.book import Book
from pos_app.engine.queue_records import Queue, QueueDay


def keep_queue(book: Book, queue: Queue) -> None:
    """Put a queue's counters, under the business day of what changed them as well."""
    book.put(queue)
    rules = book.get(ShopRules, 1) or ShopRules()
    day = business_day(book.effective_at, rules.cutoff_minutes)
    book.put(
        QueueDay(
            queue.program,
            queue.store,
            day,
            joined=queue.tickets,
            completed=queue.completed,
            active=queue.active,
            allocations=queue.allocations,
        )
    )
