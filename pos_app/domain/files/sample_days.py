"""Forty days of trade for the sample shop, made up, and always the same ones.

A small shop's days: the morning and the hour after work are busy, half of the customers
are members, few things come back. The trade is asked for event by event, so that rewards
are spent only where the books, which have settled everything before, hold them.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate
from typing import Protocol

from pos_app.domain import tender
from pos_app.domain.catalogue import Product
from pos_app.domain.chance import Chance
from pos_app.domain.files.replay_events import (
    GoodsReturned,
    HistoryEvent,
    LineBrought,
    LineRung,
    QueueExit,
    SaleMade,
    SaleUndone,
    TenderOffered,
)
from pos_app.domain.moment import Day, Instant, day_after, start_of
from pos_app.domain.money import ONE, Fen, Milli, price_of

DAYS = 40
_SEED = 20_261_121

_SALES_A_DAY = (35, 60)
_SATURDAY = 5
_OPENS_AT_HOUR = 7
_HOURLY = (4, 9, 8, 7, 9, 8, 5, 4, 5, 7, 12, 14, 11, 7)
"""How busy each hour is, from seven in the morning on."""
_HOUR_MS = 3_600_000

_LINES = (22, 20, 16, 12, 10, 8, 6, 4, 2)
"""How often a bill has one line, two, ... nine."""
_REGULARS = (14, 11, 10, 9, 8, 8, 7, 6, 5, 4, 3, 2)
"""How often each member comes; those beyond as the last."""
_NOTES = (500, 1000, 2000, 5000, 10_000)
_MONEY = (tender.WECHAT, tender.ALIPAY, tender.CASH, tender.CARD)
_MONEY_WEIGHTS = (42, 25, 28, 5)
_ROUNDED_ABOVE = 1000
"""Of a larger bill the odd jiao are let go now and then."""
_BOUGHT_BY_TWOS_BELOW = 2000
_PIECES = (1, 1, 1, 1, 1, 2, 2, 3)
_MARKED_DOWN_ABOVE = 500
_PAID_IN_TWO_ABOVE = 5000
_CHEAP = 1500
_LEAST_SPENT = 100
"""Nobody asks for less than a yuan of points, balance or voucher."""
_RETURN_WITHIN = 120
"""Goods come back from one of so many latest sales."""
_EXIT_DAYS = (18, 27, 34)


class SampleBooks(Protocol):
    """What the trade must know of the books as they stand after the last event."""

    def balance(self, member: str, account: str) -> int:
        """Return what a member holds: of POINTS, CASH or VCH (rulebook 1.2), in fen."""
        ...

    def waits(self, sale: str) -> bool:
        """Whether a ticket of the sale is ACTIVE or WAITING."""
        ...


def sample_days(
    products: Sequence[Product],
    members: Sequence[str],
    *,
    today: Day,
    books: SampleBooks,
    days: int = DAYS,
) -> Iterator[HistoryEvent]:
    """Yield the trade of the days before today, in the order of time.

    Sales are numbered from 1 and so are the events. Each event must be done before the
    next is asked for. The same products, members, books and today give the same trade.
    """
    trade = _Trade(products, members, books)
    for index in range(days):
        yield from trade.day(day_after(today, index - days), index)


class _Trade:
    """What has been sold so far, and what comes next."""

    def __init__(
        self, products: Sequence[Product], members: Sequence[str], books: SampleBooks
    ) -> None:
        self._chance = Chance(_SEED)
        self._products = [product for product in products if product.on_sale]
        self._popular = list(accumulate(_popularity(self._products)))
        self._members = members
        self._visits = [_REGULARS[min(at, len(_REGULARS) - 1)] for at in range(len(members))]
        self._books = books
        self._sold: list[SaleMade] = []
        self._brought: set[str] = set()
        self._events = 0

    def day(self, day: Day, index: int) -> Iterator[HistoryEvent]:
        chance = self._chance
        for at in self._moments(day):
            sale = self._sale(at)
            self._sold.append(sale)
            yield sale
            if sale.member is None and chance.happens(1, 150):
                self._brought.add(sale.sale)
                yield SaleUndone(line=self._line(), at=_later(at), sale=sale.sale)
            elif chance.happens(1, 80) and (back := self._return(_later(at))):
                yield back
        if index in _EXIT_DAYS and (leaving := self._leaving()):
            last = _later(_later(self._sold[-1].at))
            yield QueueExit(line=self._line(), at=last, sale=leaving)

    def _line(self) -> int:
        self._events += 1
        return self._events

    def _moments(self, day: Day) -> list[Instant]:
        """When the day's customers pay; half a minute apart at least."""
        chance = self._chance
        count = chance.between(*_SALES_A_DAY)
        if date.fromisoformat(day).weekday() >= _SATURDAY:
            count += 6
        opening = start_of(day) + _OPENS_AT_HOUR * _HOUR_MS
        wanted = sorted(
            chance.weighted(_HOURLY) * _HOUR_MS + chance.below(3600) * 1000 for _ in range(count)
        )
        moments: list[Instant] = []
        for offset in wanted:
            earliest = moments[-1] + 30_000 if moments else 0
            moments.append(Instant(max(opening + offset, earliest)))
        return moments

    def _sale(self, at: Instant) -> SaleMade:
        chance = self._chance
        member = None
        if self._members and chance.happens(1, 2):
            member = self._members[chance.weighted(self._visits)]
        lines = tuple(self._rung() for _ in range(chance.weighted(_LINES) + 1))
        goods = sum(price_of(line.price, line.quantity) - line.discount for line in lines)
        rounded = goods % 100 if goods > _ROUNDED_ABOVE and chance.happens(1, 25) else 0
        total = goods - rounded
        return SaleMade(
            line=self._line(),
            at=at,
            sale=str(len(self._sold) + 1),
            member=member,
            lines=lines,
            order_discount=Fen(rounded),
            tenders=tuple(self._tenders(total, member)),
        )

    def _rung(self) -> LineRung:
        chance = self._chance
        at = bisect_right(self._popular, chance.below(self._popular[-1]))
        product = self._products[at]
        pieces = chance.one_of(_PIECES) if product.price < _BOUGHT_BY_TWOS_BELOW else 1
        quantity = Milli(pieces * ONE)
        if product.weighed:
            quantity = Milli(chance.between(200, 2500))
        # The dented can at the end of the shelf.
        price = price_of(product.price, quantity)
        discount = price // 10 if price > _MARKED_DOWN_ABOVE and chance.happens(1, 50) else 0
        return LineRung(
            sku=product.sku,
            name=product.name,
            price=product.price,
            quantity=quantity,
            discount=Fen(discount),
            cost=product.cost,
            excluded=product.excluded,
        )

    def _tenders(self, total: int, member: str | None) -> Iterator[TenderOffered]:
        """Rewards that are there, then one kind of money, seldom two."""
        chance = self._chance
        due = total
        reward = self._reward(total, member)
        if reward is not None:
            yield reward
            due -= reward.amount
        if due > _PAID_IN_TWO_ABOVE and chance.happens(1, 20):
            first = due // 2
            yield TenderOffered(kind=tender.CASH, amount=Fen(first))
            yield TenderOffered(kind=tender.WECHAT, amount=Fen(due - first))
        elif due > 0:
            kind = _MONEY[chance.weighted(_MONEY_WEIGHTS)]
            given = self._notes_for(due) if kind == tender.CASH else due
            yield TenderOffered(kind=kind, amount=Fen(given))

    def _reward(self, total: int, member: str | None) -> TenderOffered | None:
        if member is None or not self._chance.happens(1, 4):
            return None
        kind = self._chance.one_of(tender.REWARD_KINDS)
        held = self._books.balance(member, tender.REWARD_ACCOUNT[kind])
        # Points and vouchers pay half of a bill at most (rulebook 1.7, 1a).
        most = total if kind == tender.REWARD else total // 2
        spent = min(held, most) // 10 * 10
        return TenderOffered(kind=kind, amount=Fen(spent)) if spent >= _LEAST_SPENT else None

    def _notes_for(self, due: int) -> int:
        """What lies on the counter: exact, or the next note that covers it."""
        if self._chance.happens(1, 4):
            return due
        note = self._chance.one_of([note for note in _NOTES if note <= max(2 * due, _NOTES[0])])
        return -(-due // note) * note

    def _return(self, at: Instant) -> GoodsReturned | None:
        """One line of a late sale comes back, once, whole or in part."""
        chance = self._chance
        sale = self._sold[max(0, len(self._sold) - 1 - chance.below(_RETURN_WITHIN))]
        if sale.sale in self._brought:
            return None
        self._brought.add(sale.sale)
        line = chance.below(len(sale.lines))
        quantity = sale.lines[line].quantity
        if quantity > ONE and quantity % ONE == 0:
            quantity = ONE
        return GoodsReturned(
            line=self._line(),
            at=at,
            sale=sale.sale,
            ref=f"R{sale.sale}",
            lines=(LineBrought(line=line + 1, quantity=quantity),),
            reason="defect" if chance.happens(1, 3) else "voluntary",
        )

    def _leaving(self) -> str | None:
        """The earliest sale of a member that still waits; its owner had enough of it."""
        waiting = (
            sale.sale
            for sale in self._sold
            if sale.member is not None and self._books.waits(sale.sale)
        )
        return next(waiting, None)


def _later(at: Instant) -> Instant:
    return Instant(at + 10_000)


def _popularity(products: Sequence[Product]) -> list[int]:
    """A few things are bought again and again; dear ones seldom."""
    chance = Chance(_SEED + 1)
    return [
        (400 // (4 + chance.below(60)) + 2) * (2 if product.price <= _CHEAP else 1)
        for product in products
    ]
