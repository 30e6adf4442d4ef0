"""Since when the shop has traded, read from the books; and how a paper says it."""

from pos_app.domain.figures import money_text
from pos_app.domain.flow import FLOWS
from pos_app.domain.moment import Day, business_day
from pos_app.domain.money import Fen
from pos_app.engine.book import rules_of
from pos_app.reports.trade_days import Asked, TradeDays
from pos_app.shop import Shop
from pos_app.storage.unit_of_work import Look
from pos_app.wording import Wording


def trade_days(shop: Shop, view: Look) -> TradeDays:
    """Return the first day on which anything was booked, and the shop's day now."""
    first = next(iter(view.scan(FLOWS)), None)
    return TradeDays(
        first=first.day if first is not None else None,
        today=business_day(shop.clock.now(), rules_of(view).cutoff_minutes),
    )


def not_traded_note(trade: TradeDays, first: Day, last: Day, *, wording: Wording) -> str:
    """Return why there is nothing to tell of some days; empty where there is."""
    _ = wording.text
    asked = trade.asked(first, last)
    if asked is Asked.TO_COME:
        return _("No such trade day yet: {day} is still to come.", day=first)
    if asked is Asked.TRADED:
        return ""
    if trade.first is None:
        return _("No trade day yet: nothing has been booked.")
    return _("No such trade day: the shop's first was {day}.", day=trade.first)


def books_note(difference: Fen, *, wording: Wording) -> str:
    """Return whether a report equals the books, and by how much it does not."""
    _ = wording.text
    told = money_text(difference)
    if difference:
        return _("Not equal to the books: {difference}.", difference=told)
    return _("Equal to the books, difference {difference}.", difference=told)
