"""Instants in milliseconds since 1970 in UTC, and business days as ISO text.

The pure half is handed an instant; only `pos_app.clock` knows what time it is.
"""

from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from typing import NewType

Instant = NewType("Instant", int)
"""Milliseconds since 1970-01-01T00:00Z; whole, never a float."""

Day = NewType("Day", str)
"""A business day as ISO text, e.g. "2026-11-21"; sorts as time does."""

SHOP_ZONE = timezone(timedelta(hours=8))
"""Asia/Shanghai; the country has had one zone without summer time since 1991."""

DAY_MS = 86_400_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)


def _instant_of(moment: datetime) -> Instant:
    """Return the instant of a moment with a zone, floored to the millisecond."""
    return Instant((moment - _EPOCH) // _MS)


def read_instant(text: str) -> Instant:
    """Read ISO 8601 with an offset; raises ValueError for anything else."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return _instant_of(moment)


def shop_time(at: Instant) -> datetime:
    """Return the instant as the shop's clock shows it."""
    return (_EPOCH + at * _MS).astimezone(SHOP_ZONE)


def instant_text(at: Instant) -> str:
    """Return ISO text with milliseconds and the shop's offset, for the journal."""
    return shop_time(at).isoformat(timespec="milliseconds")


def clock_text(at: Instant) -> str:
    """Return 21:46, as the shop's clock shows it."""
    return f"{shop_time(at):%H:%M}"


def day_and_clock(at: Instant) -> str:
    """Return 2026-11-21 21:46, as the shop's clock shows it."""
    return f"{shop_time(at):%Y-%m-%d %H:%M}"


def file_stamp(at: Instant) -> str:
    """Return 20261121-214600, for names of files that sort as time does."""
    return f"{shop_time(at):%Y%m%d-%H%M%S}"


def business_day(at: Instant, cutoff_minutes: int = 0) -> Day:
    """Return the shop's day of an instant; a day begins at the cut-off (rulebook 1.3)."""
    return _day_of(at, cutoff_minutes)


# A sale asks for the day of its one instant half a dozen times.
@lru_cache(maxsize=64)
def _day_of(at: Instant, cutoff_minutes: int) -> Day:
    return Day((shop_time(at) - timedelta(minutes=cutoff_minutes)).date().isoformat())


@lru_cache(maxsize=64)
def day_after(day: Day, days: int) -> Day:
    """Return the day so many days later (or earlier, below zero)."""
    return Day((date.fromisoformat(day) + timedelta(days=days)).isoformat())


def days_between(first: Day, last: Day) -> int:
    """Return how many days later the second day is; 0 for the same day."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


@lru_cache(maxsize=64)
def start_of(day: Day, cutoff_minutes: int = 0) -> Instant:
    """Return the first instant of a business day."""
    midnight = datetime.combine(date.fromisoformat(day), datetime.min.time(), tzinfo=SHOP_ZONE)
    return _instant_of(midnight + timedelta(minutes=cutoff_minutes))
