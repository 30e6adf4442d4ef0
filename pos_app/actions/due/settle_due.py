"""Catching up with what became due while the till was off, in whole steps."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from pos_app.actions.books.record_fact import settle_due_in
from pos_app.domain.moment import Instant
from pos_app.engine.settle import next_due
from pos_app.shop import Shop
from pos_app.storage.reward_book import SqlBook

_EVENTS_A_COMMIT = 100


@dataclass(frozen=True, slots=True)
class CaughtUp:
    """How far the catching up is: from the first thing due to now."""

    events: int
    """Done so far."""
    first: Instant
    reached: Instant
    """All that was due before is done."""
    now: Instant
    payments: int = 0
    """Of the long event that is being done, as far as it is; 0 between two commits."""


Progress = Callable[[CaughtUp], None]


def settle_due(shop: Shop, *, progress: Progress | None = None) -> int:
    """Do all that is due now, a hundred events to a commit; return how many.

    A very long event, such as a period's end over very many lots, is the last of its
    commit. `progress` is told after each commit how far it is, and within a long event
    too. Each event is whole or absent, so a power cut in between loses nothing
    (rulebook 1.3).
    """
    done = 0
    first: Instant | None = None
    while True:
        with shop.storage.write() as work:
            book = work.book
            due = next_due(book)
            first = due if first is None else first
            if progress is not None and first is not None:
                begun = CaughtUp(done, first, first, shop.clock.now())
                book.lightened = _within(book, progress, begun)
            now_done = settle_due_in(
                shop, work, limit=_EVENTS_A_COMMIT, enough=partial(_has_written, book)
            )
            may_have_more = book.has_written or now_done == _EVENTS_A_COMMIT
            reached = next_due(book)
        done += now_done
        now = shop.clock.now()
        if progress is not None and first is not None:
            until = now if reached is None else min(reached, now)
            progress(CaughtUp(done, first, Instant(until), now))
        if not may_have_more:
            return done


def _has_written(book: SqlBook) -> bool:
    return book.has_written


def _within(book: SqlBook, progress: Progress, begun: CaughtUp) -> Callable[[], None]:
    """What tells how far a long event is, each time a part of it is written."""
    return lambda: progress(replace(begun, reached=book.effective_at, payments=book.transfers))


def is_due(shop: Shop) -> bool:
    """Whether anything became due while the till was off."""
    return due_since(shop) is not None


def due_since(shop: Shop) -> Instant | None:
    """Return when the first thing became due that is not done yet; None: all is done."""
    with shop.storage.read() as seen:
        due = next_due(seen.book)
        # As `instant_in`: a clock that was set back makes nothing less due.
        now = max(shop.clock.now(), seen.last_at)
    return due if due is not None and due <= now else None
