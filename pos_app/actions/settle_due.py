"""Catching up with what became due while the till was off, in whole steps."""

from collections.abc import Callable
from dataclasses import dataclass

from pos_app.actions.record_fact import settle_due_in
from pos_app.domain.moment import Instant
from pos_app.engine.settle import next_due
from pos_app.shop import Shop

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


def settle_due(shop: Shop, *, progress: Callable[[CaughtUp], None] | None = None) -> int:
    """Do all that is due now, a hundred events to a commit; return how many.

    `progress` is told after each commit how far it is. Each event is whole or absent, so
    a power cut in between loses nothing (rulebook 1.3).
    """
    done = 0
    first: Instant | None = None
    while True:
        with shop.storage.write() as work:
            due = next_due(work.book)
            first = due if first is None else first
            now_done = settle_due_in(shop, work, limit=_EVENTS_A_COMMIT)
            reached = next_due(work.book)
        done += now_done
        now = shop.clock.now()
        if progress is not None and first is not None:
            until = now if reached is None else min(reached, now)
            progress(CaughtUp(done, first, Instant(until), now))
        if now_done < _EVENTS_A_COMMIT:
            return done


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
