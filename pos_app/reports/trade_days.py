"""Since when a shop has traded, and whether some days lie within its time."""

from dataclasses import dataclass
from enum import Enum

from pos_app.domain.moment import Day


class Asked(Enum):
    """What the days of a report are to the shop."""

    TRADED = "traded"
    """Within its time; nothing may have been sold on them all the same."""
    TO_COME = "to come"
    BEFORE = "before"
    """Over before anything was booked, or nothing ever was."""


@dataclass(frozen=True, slots=True)
class TradeDays:
    """The first day on which anything was booked, and the day of the moment."""

    first: Day | None
    """None while nothing was ever booked."""
    today: Day

    def asked(self, first: Day, last: Day) -> Asked:
        """Return what the days from one to another, both included, are to the shop."""
        if first > self.today:
            return Asked.TO_COME
        if self.first is None or last < self.first:
            return Asked.BEFORE
        return Asked.TRADED
