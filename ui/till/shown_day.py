"""Days and times as the till shows them, in either language."""

from datetime import date

from pos_app.domain.moment import Day, Instant, shop_time
from ui.wording import N_, Language, LiveWording

_WEEKDAYS = (
    N_("Mon"),
    N_("Tue"),
    N_("Wed"),
    N_("Thu"),
    N_("Fri"),
    N_("Sat"),
    N_("Sun"),
)
_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
"""Written here: the machine's locale is not the shop's language."""

_SHORT = 3
_MINUTE_MS = 60_000
_HOUR_MINUTES = 60
_DAYS_FROM_HOURS = 48


def day_text(day: Day, words: LiveWording) -> str:
    """Return 11-28, or 28 Nov."""
    when = date.fromisoformat(day)
    if words.language is Language.ZH_CN:
        return f"{when.month:02}-{when.day:02}"
    return f"{when.day} {_month(when, words)[:_SHORT]}"


def whole_day_text(day: Day, words: LiveWording) -> str:
    """Return 2027-11-28, or 28 Nov 2027: a day that may lie a year ahead."""
    return day if words.language is Language.ZH_CN else f"{day_text(day, words)} {day[:4]}"


def _month(day: date, words: LiveWording) -> str:
    return words.text(_MONTHS[day.month - 1])


def weekday_text(day: date, words: LiveWording) -> str:
    """Return 周六, or Sat."""
    return words.text(_WEEKDAYS[day.weekday()])


def long_day_text(day: date, words: LiveWording) -> str:
    """Return 11 月 21 日 周六, or Sat 21 November."""
    weekday = weekday_text(day, words)
    if words.language is Language.ZH_CN:
        return f"{day.month} 月 {day.day} 日 {weekday}"
    return f"{weekday} {day.day} {_month(day, words)}"


def clock_text(at: Instant, words: LiveWording) -> str:
    """Return 11-21 周六 14:32, or Sat 21 Nov 14:32, for the status line."""
    now = shop_time(at)
    weekday = weekday_text(now.date(), words)
    if words.language is Language.ZH_CN:
        return f"{now:%m-%d} {weekday} {now:%H:%M}"
    return f"{weekday} {now.day} {_month(now.date(), words)[:_SHORT]} {now:%H:%M}"


def backup_text(at: Instant, now: Instant, *, words: LiveWording) -> str:
    """Return how long ago the last backup was made: 备份 12 分钟前, or Backup 12 min ago."""
    _n = words.plural
    minutes = max(0, now - at) // _MINUTE_MS
    if minutes < _HOUR_MINUTES:
        return _n("Backup {count} min ago", "Backup {count} min ago", count=minutes)
    hours = minutes // _HOUR_MINUTES
    if hours < _DAYS_FROM_HOURS:
        return _n("Backup {count} hour ago", "Backup {count} hours ago", count=hours)
    return _n("Backup {count} day ago", "Backup {count} days ago", count=hours // 24)
