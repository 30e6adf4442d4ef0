"""Calendar months of business days, as ISO text; what a statement is made for."""

from datetime import date
from typing import NewType

from pos_app.domain.moment import Day

Month = NewType("Month", str)
"""A month as ISO text, e.g. "2026-11"; sorts as time does."""

_MONTHS = 12


def read_month(text: str) -> Month:
    """Read "2026-11"; raises ValueError for anything else."""
    if len(text) != len("2026-11"):
        raise ValueError(text)
    date.fromisoformat(f"{text}-01")
    return Month(text)


def month_of(day: Day) -> Month:
    """Return the month that a day belongs to."""
    return Month(day[: len("2026-11")])


def year_of(month: Month) -> str:
    """Return the year that a month belongs to, e.g. "2026"."""
    return month[: len("2026")]


def month_after(month: Month, months: int) -> Month:
    """Return the month so many months later (or earlier, below zero)."""
    year, number = (int(each) for each in month.split("-"))
    count = year * _MONTHS + number - 1 + months
    return Month(f"{count // _MONTHS:04}-{count % _MONTHS + 1:02}")


def first_day(month: Month) -> Day:
    """Return the first day of a month."""
    return Day(f"{month}-01")
