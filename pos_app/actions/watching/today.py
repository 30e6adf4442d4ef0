"""The figures of the office's first page: takings, members, profit, what waits."""

from dataclasses import dataclass
from datetime import date

from pos_app.actions.reports.reward_report import reward_report
from pos_app.actions.safekeeping.office_status import OfficeStatus, office_status
from pos_app.actions.staff.staff_list import staff_name
from pos_app.domain.catalogue import PRODUCTS_BY_SKU, stock_account, stock_of
from pos_app.domain.moment import DAY_MS, Day, Instant, business_day, day_after, days_between
from pos_app.domain.money import Fen, Milli, half_up
from pos_app.domain.shift import SHIFTS_BY_DAY, Shift
from pos_app.reports.reward_day import RewardDay
from pos_app.shop import Shop
from pos_app.storage.report_rows import tenders_of_day
from pos_app.storage.takings_rows import TakingsRows, takings_between
from pos_app.storage.unit_of_work import Look

_WEEK = 7
_MOST_ALERTS = 5
_MOST_PRODUCTS = 20_000
"""Products looked through for stock below zero; more would take too long to be first."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days from one to another, both included."""

    first: Day
    last: Day

    @property
    def days(self) -> int:
        """How many days."""
        return (date.fromisoformat(self.last) - date.fromisoformat(self.first)).days + 1


@dataclass(frozen=True, slots=True)
class Takings:
    """What a span of days brought."""

    sales: int
    taken: Fen
    """Sold less returned, as every other figure here."""
    member_taken: Fen
    """Of it, by members."""
    profit: Fen
    """Of goods whose cost is known: net, less their cost."""
    costed: Fen
    """What those goods brought."""
    by_hour: tuple[Fen, ...]
    """Below zero where more came back than was sold."""


@dataclass(frozen=True, slots=True)
class ShortShift:
    """A shift whose drawer did not have what it should."""

    shift: int
    cashier: str
    variance: Fen


@dataclass(frozen=True, slots=True)
class ShortProduct:
    """A product of which more was sold than came in."""

    number: int
    name: str
    stock: Milli


@dataclass(frozen=True, slots=True)
class Today:
    """Everything the page shows."""

    span: Span
    before: Span
    """What the span is compared with: the same days a week, or a month, earlier."""
    before_until: Instant | None
    """The time of day now, on the last day before; None where whole days are compared."""
    takings: Takings
    compared: Takings
    """Of the days before, up to that time."""
    compared_hours: tuple[Fen, ...]
    """Of the whole days before: what the hours still to come may bring."""
    tenders: dict[str, Fen]
    rewards: RewardDay
    """Of the span's last day."""
    short_shifts: tuple[ShortShift, ...]
    short_products: tuple[ShortProduct, ...]
    status: OfficeStatus


def today(shop: Shop, *, period: str = "today") -> Today:
    """Return the figures of today, yesterday, this week or this month; reads only."""
    at = shop.clock.now()
    span, before = spans(business_day(at), period)
    until = same_time(at, span, before=before)
    rewards = reward_report(shop, span.last)
    with shop.storage.read() as seen:
        tenders: dict[str, Fen] = {}
        for number in range(span.days):
            day = day_after(span.first, number)
            for kind, sum_ in tenders_of_day(seen.connection, day).items():
                tenders[kind] = Fen(tenders.get(kind, 0) + sum_)
        whole = takings_between(seen.connection, before.first, before.last)
        so_far = whole
        if until is not None:
            so_far = takings_between(seen.connection, before.first, before.last, until=until)
        return Today(
            span=span,
            before=before,
            before_until=until,
            takings=_takings(takings_between(seen.connection, span.first, span.last)),
            compared=_takings(so_far),
            compared_hours=whole.by_hour,
            tenders=tenders,
            rewards=rewards,
            short_shifts=_short_shifts(seen, span.last),
            short_products=_short_products(seen),
            status=office_status(shop),
        )


def spans(now: Day, period: str) -> tuple[Span, Span]:
    """Return the days of a period up to now, and those it is compared with."""
    when = date.fromisoformat(now)
    if period == "yesterday":
        day = day_after(now, -1)
        return Span(day, day), Span(day_after(day, -_WEEK), day_after(day, -_WEEK))
    if period == "week":
        first = day_after(now, -when.weekday())
        return Span(first, now), Span(day_after(first, -_WEEK), day_after(now, -_WEEK))
    if period == "month":
        first = Day(when.replace(day=1).isoformat())
        days = Span(first, now).days
        last_month = date.fromisoformat(day_after(first, -1)).replace(day=1)
        start = Day(last_month.isoformat())
        # Never into the present month, even when the last one was shorter.
        return Span(first, now), Span(start, min(day_after(start, days - 1), day_after(first, -1)))
    return Span(now, now), Span(day_after(now, -_WEEK), day_after(now, -_WEEK))


def same_time(at: Instant, span: Span, *, before: Span) -> Instant | None:
    """Return the time of day of a moment, on the last day that is compared with.

    None where whole days are compared: the span is over, or last month had fewer days.
    """
    if span.last != business_day(at) or span.days != before.days:
        return None
    return Instant(at - days_between(before.last, span.last) * DAY_MS)


def _takings(rows: TakingsRows) -> Takings:
    return Takings(
        sales=rows.sales,
        taken=rows.taken,
        member_taken=rows.member_taken,
        profit=Fen(rows.costed - half_up(rows.cost_milli, 1000)),
        costed=rows.costed,
        by_hour=rows.by_hour,
    )


def _short_shifts(seen: Look, day: Day) -> tuple[ShortShift, ...]:
    shifts: list[Shift] = list(seen.book.scan(SHIFTS_BY_DAY, day))
    short = []
    for shift in shifts:
        if shift.closed_at is not None and shift.variance:
            name = staff_name(seen.book, shift.staff)
            short.append(ShortShift(shift.number, name, shift.variance))
    return tuple(short[:_MOST_ALERTS])


def _short_products(seen: Look) -> tuple[ShortProduct, ...]:
    short: list[ShortProduct] = []
    for looked, product in enumerate(seen.book.scan(PRODUCTS_BY_SKU)):
        if looked >= _MOST_PRODUCTS or len(short) >= _MOST_ALERTS:
            break
        stock = stock_of(seen.book.balance(stock_account(product.number)))
        if product.on_sale and stock < 0:
            short.append(ShortProduct(product.number, product.name, stock))
    return tuple(short)
