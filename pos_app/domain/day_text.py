"""Days and times for people: 2027-11-28 in Chinese, 28 Nov 2027 in English.

Screens and papers of one language have one style. What a program reads keeps ISO text:
the journal, names of files, figures that are typed, what the terminal answers.
"""

from collections.abc import Callable
from datetime import date

from pos_app.domain.marked_text import N_
from pos_app.domain.moment import Day, Instant, business_day, clock_text

_MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)
"""Written here: the machine's locale is not the shop's language. In Chinese they are 01 to 12."""


def day_text(day: Day, say: Callable[..., str]) -> str:
    """Return 2027-11-28, or 28 Nov 2027."""
    when = date.fromisoformat(day)
    return say("{day} {month} {year}", day=when.day, month=_month(when, say), year=day[:4])


def short_day_text(day: Day, say: Callable[..., str]) -> str:
    """Return 11-28, or 28 Nov: a day of which nobody asks the year."""
    when = date.fromisoformat(day)
    return say("{day} {month}", day=when.day, month=_month(when, say))


def month_text(month: str, say: Callable[..., str]) -> str:
    """Return 2027-11, or Nov 2027."""
    when = date.fromisoformat(f"{month}-01")
    return say("{month} {year}", month=_month(when, say), year=month[:4])


def moment_text(at: Instant, say: Callable[..., str]) -> str:
    """Return 2027-11-28 14:32, or 28 Nov 2027 14:32."""
    return f"{day_text(business_day(at), say)} {clock_text(at)}"


def _month(when: date, say: Callable[..., str]) -> str:
    return say(_MONTHS[when.month - 1])
