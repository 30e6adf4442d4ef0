"""Since when the shop has traded, read from the books; and how a paper says it."""

from dataclasses import dataclass

from pos_app.domain.day_text import day_text
from pos_app.domain.figures import money_text
from pos_app.domain.flow import FLOWS
from pos_app.domain.moment import Day, Instant, business_day, day_after
from pos_app.domain.money import Fen
from pos_app.domain.month import Month, first_day, month_after
from pos_app.engine.book import rules_of
from pos_app.errors import Refusal
from pos_app.reports.trade_days import Asked, TradeDays
from pos_app.shop import Shop
from pos_app.storage.unit_of_work import Look
from pos_app.wording import Wording


@dataclass(eq=False)
class DaysToCome(Refusal):
    """Nobody can report on a day that has not come; nothing was written."""

    day: Day
    """The first of the days that were asked for."""
    today: Day


def trade_days(shop: Shop, view: Look) -> TradeDays:
    """Return the first day on which anything was booked, and the shop's day now.

    A clock that was set back makes no day to come of one on which somebody booked.
    """
    now = Instant(max(shop.clock.now(), view.last_at))
    first = next(view.scan(FLOWS), None)
    return TradeDays(
        first=first.day if first is not None else None,
        today=business_day(now, rules_of(view).cutoff_minutes),
    )


def refuse_days_to_come(shop: Shop, first: Day) -> None:
    """Refuse a paper of days that begin after the shop's day of now.

    Raises:
        DaysToCome: a mistyped year would look like days on which nothing was sold.
    """
    with shop.storage.read() as view:
        today = trade_days(shop, view).today
    if first > today:
        raise DaysToCome(first, today)


def not_traded_note(trade: TradeDays, first: Day, last: Day, *, wording: Wording) -> str:
    """Return why there is nothing to tell of some days; empty where there is."""
    _ = wording.text
    asked = trade.asked(first, last)
    if asked is Asked.TO_COME:
        return _("No such trade day yet: {day} is still to come.", day=day_text(first, _))
    if asked is Asked.TRADED:
        return ""
    if trade.first is None:
        return _("No trade day yet: nothing has been booked.")
    return _("No such trade day: the shop's first was {day}.", day=day_text(trade.first, _))


def not_traded_month_note(trade: TradeDays, month: Month, *, wording: Wording) -> str:
    """Return why there is nothing to tell of a month; empty where there is."""
    last = day_after(first_day(month_after(month, 1)), -1)
    return not_traded_note(trade, first_day(month), last, wording=wording)


def books_note(difference: Fen, *, wording: Wording) -> str:
    """Return whether a report equals the books, and by how much it does not."""
    _ = wording.text
    told = money_text(difference)
    if difference:
        return _("Not equal to the books: {difference}.", difference=told)
    return _("Equal to the books, difference {difference}.", difference=told)
