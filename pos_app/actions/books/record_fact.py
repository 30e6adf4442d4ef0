"""Writing one fact: its entry and everything it changes, in the open commit."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pos_app.actions.books.post_entry import post_entry
from pos_app.domain.moment import DAY_MS, Instant, business_day
from pos_app.domain.refusals.folder import ClockJumped
from pos_app.engine.settle import next_due, settle_due
from pos_app.journal.entry import Entry
from pos_app.journal.facts import Fact, Settled, ShopRestored, TimeAccepted
from pos_app.shop import Shop
from pos_app.storage.unit_of_work import UnitOfWork

SHOP_ITSELF = 0
"""The staff number of what nobody did: settlements, replay, the sample shop."""


LONGEST_SILENCE_DAYS = 180
"""A shop may well be closed for a month; after half a year somebody looks at the clock."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A fact in the books of the open commit."""

    entry: Entry
    outcome: Any
    """What the poster of the fact's kind returned."""


def record_fact(shop: Shop, work: UnitOfWork, fact: Fact, *, staff: int) -> Recorded:
    """Append a fact to the journal and book it."""
    trusted = isinstance(fact, ShopRestored | TimeAccepted)
    at = _instant(shop, work) if trusted else instant_in(shop, work)
    entry = work.journal.append(fact, staff=staff, at=at)
    return Recorded(entry, post_entry(work.book, entry, fact))


def instant_in(shop: Shop, work: UnitOfWork) -> Instant:
    """Return now, or the last entry's instant when the clock was set back (1.3).

    Raises:
        ClockJumped: the machine's clock is half a year or more ahead of what somebody
            did last. What the shop itself did last, as after a replay, says nothing.
    """
    doubt = clock_doubt(shop, last=work.journal.last_at, by=work.journal.last_by)
    if doubt is not None:
        raise doubt
    return _instant(shop, work)


def clock_doubt(shop: Shop, *, last: Instant, by: int) -> ClockJumped | None:
    """Return why the machine's clock is not believed; `by` made the last entry."""
    now = max(shop.clock.now(), last)
    is_far = by != SHOP_ITSELF and now - last >= LONGEST_SILENCE_DAYS * DAY_MS
    if shop.clock.is_told or not is_far:
        return None
    return ClockJumped(last=business_day(last), now=business_day(Instant(now)))


def _instant(shop: Shop, work: UnitOfWork) -> Instant:
    return Instant(max(shop.clock.now(), work.journal.last_at))


def settle_due_in(
    shop: Shop,
    work: UnitOfWork,
    *,
    limit: int | None = None,
    enough: Callable[[], bool] = lambda: False,
) -> int:
    """Do what is due before anything else happens; returns how many events were done.

    One journal entry says how many, so that `verify` does the same (rulebook 1.3).
    `limit` and `enough` are those of the engine's `settle_due`.
    """
    due = next_due(work.book)
    if due is None or due > _instant(shop, work):
        return 0
    now = instant_in(shop, work)
    work.book.open_entry(work.journal.next_number, now)
    done = settle_due(work.book, now, limit=limit, enough=enough)
    if done:
        work.journal.append(Settled(until=now, events=len(done)), staff=SHOP_ITSELF, at=now)
    return len(done)
