"""Days and times as the screens show them, in either language."""

from datetime import date

from pos_app.domain.day_text import day_text, short_day_text
from pos_app.domain.moment import Day, Instant, business_day, clock_text
from ui.wording import N_, Language, LiveWording

_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


def weekday(day: Day, words: LiveWording) -> str:
    """Return 周六, or Sat."""
    return words.text(_WEEKDAYS[date.fromisoformat(day).weekday()])


def named_day(day: Day, words: LiveWording) -> str:
    """Return 2026-11-21 周六, or Sat 21 Nov 2026."""
    if words.language is Language.ZH_CN:
        return f"{day} {weekday(day, words)}"
    return f"{weekday(day, words)} {whole_day(day, words)}"


def long_day(day: Day, words: LiveWording) -> str:
    """Return 11 月 21 日 周六, or Sat 21 Nov: the day of a whole page."""
    when = date.fromisoformat(day)
    if words.language is Language.ZH_CN:
        return f"{when.month} 月 {when.day} 日 {weekday(day, words)}"
    return f"{weekday(day, words)} {short_day(day, words)}"


def short_day(day: Day, words: LiveWording) -> str:
    """Return 11-28, or 28 Nov."""
    return short_day_text(day, words.text)


def whole_day(day: Day, words: LiveWording) -> str:
    """Return 2027-11-28, or 28 Nov 2027: a day that may lie a year ahead."""
    return day_text(day, words.text)


def moment(at: Instant, words: LiveWording) -> str:
    """Return 11-21 周六 21:46, or Sat 21 Nov 21:46."""
    day, clock = business_day(at), clock_text(at)
    if words.language is Language.ZH_CN:
        return f"{short_day(day, words)} {weekday(day, words)} {clock}"
    return f"{weekday(day, words)} {short_day(day, words)} {clock}"


def age(seconds: int, words: LiveWording) -> str:
    """Return how long ago: 12 minutes, 3 hours, 2 days."""
    minutes = max(0, seconds) // 60
    _n = words.plural
    if minutes < 60:  # noqa: PLR2004 - minutes of an hour
        return _n("{count} minute ago", "{count} minutes ago", count=minutes)
    hours = minutes // 60
    if hours < 48:  # noqa: PLR2004 - two days are counted in hours
        return _n("{count} hour ago", "{count} hours ago", count=hours)
    return _n("{count} day ago", "{count} days ago", count=hours // 24)
