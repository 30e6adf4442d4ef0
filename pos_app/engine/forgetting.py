"""A member asks to be forgotten: what he leaves first, what ends with it (2.9)."""

from pos_app.domain.moment import DAY_MS, Day, Instant, business_day
from pos_app.domain.program import PROGRAMS_BY_PRIORITY
from pos_app.engine.book import Book, kept
from pos_app.engine.mechanisms import MECHANISMS
from pos_app.engine.places import has_held_sales
from pos_app.engine.records.appreciation import UNITS_OF_MEMBER
from pos_app.engine.records.draw import DRAW_ROUNDS, PICKS_OF_ROUND, DrawEntry
from pos_app.engine.records.queue import ACTIVE_OF_MEMBER

TICKETS = "tickets"
UNITS = "units"
HELD = "held"
"""What a member waits for, by the word that a refusal carries."""
PRIZE_RECORD_DAYS = 731
"""Two years, a leap day among them (rulebook 10.2, article 19)."""


def forget_member(book: Book, member: int) -> None:
    """End what a member has only the chance of, in every program (rulebook 2.9, 4.8)."""
    for program in list(book.scan(PROGRAMS_BY_PRIORITY)):
        MECHANISMS[program.kind].forget(book, program, member=member)


def waits_for(book: Book, member: int) -> str:
    """What a member has to leave before he is forgotten: a word above, or nothing."""
    if next(book.scan(ACTIVE_OF_MEMBER, member), None) is not None:
        return TICKETS
    if next(book.scan(UNITS_OF_MEMBER, member), None) is not None:
        return UNITS
    return HELD if has_held_sales(book, member) else ""


def prize_kept_until(book: Book, member: int, *, now: Instant) -> Day | None:
    """The last day on which a member's newest prize is on record; None when over."""
    ends = [
        until
        for program in book.scan(PROGRAMS_BY_PRIORITY)
        if (until := _newest_prize(book, program.number, member=member, now=now)) is not None
    ]
    return business_day(max(ends)) if ends else None


def _newest_prize(book: Book, program: int, *, member: int, now: Instant) -> Instant | None:
    for each in book.scan(DRAW_ROUNDS, program, backward=True):
        until = Instant(each.drawn_at + PRIZE_RECORD_DAYS * DAY_MS)
        if until < now:
            return None
        for pick in book.scan(PICKS_OF_ROUND, program, each.number):
            if kept(book, DrawEntry, program, pick.sale).member == member:
                return until
    return None
