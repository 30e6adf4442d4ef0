"""The trade of a history of another till, as a what-if needs it.

Programs, reward payments and draws of that past are passed over: only what was sold to
whom, and what came back, is taken. A sale that was voided is left out as if it had not
been (rulebook 1.6); what the till would have refused by its ids alone is counted as left
out.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from pos_app.domain.basket import BasketLine
from pos_app.domain.files.replay_events import (
    GoodsReturned,
    HistoryEvent,
    LineRung,
    MemberNamed,
    SaleMade,
    SaleUndone,
)
from pos_app.domain.moment import Day, business_day
from pos_app.domain.money import Fen, cumulative_share, half_up
from pos_app.domain.pricing import price_basket
from pos_app.domain.tender import REWARD_KINDS
from pos_app.engine.trying.trade import Trade, TradeEvent, TradeReturn, TradeSale
from pos_app.errors import Refusal


@dataclass(eq=False)
class NoTradeThere(Refusal):
    """There is no sale to try a program on."""


@dataclass(slots=True)
class _LineSold:
    """What of a line may still come back."""

    base: int
    quantity: int
    returned: int = 0

    def share(self, returned: int) -> int:
        """The part of the base that so much of the quantity stands for."""
        return cumulative_share(self.base, done=returned, whole=self.quantity, already=0)


@dataclass(frozen=True, slots=True)
class _Sold:
    """A sale that later lines of the history may speak of."""

    number: int
    day: Day
    lines: list[_LineSold]

    @property
    def has_returns(self) -> bool:
        return any(line.returned for line in self.lines)


@dataclass(slots=True)
class _Past:
    """What has been read so far."""

    events: list[TradeEvent] = field(default_factory=list)
    members: dict[str, tuple[int, int | None]] = field(default_factory=dict)
    """Number and sponsor's number, by the file's own name."""
    sales: dict[str, _Sold] = field(default_factory=dict)
    voided: set[int] = field(default_factory=set)
    left_out: int = 0

    def take(self, event: HistoryEvent) -> None:
        """Take what an event says of trade; pass over all the rest."""
        taken = True
        if isinstance(event, MemberNamed):
            taken = self._name(event)
        elif isinstance(event, SaleMade):
            taken = self._sell(event)
        elif isinstance(event, GoodsReturned):
            taken = self._take_back(event)
        elif isinstance(event, SaleUndone):
            taken = self._void(event)
        self.left_out += not taken

    def _name(self, event: MemberNamed) -> bool:
        sponsor = self.members.get(event.sponsor or "")
        if event.member in self.members or (event.sponsor and sponsor is None):
            return False
        self.members[event.member] = (len(self.members) + 1, sponsor[0] if sponsor else None)
        return True

    def _sell(self, event: SaleMade) -> bool:
        member, sponsor = self.members.get(event.member or "", (None, None))
        if event.sale in self.sales or (event.member and member is None):
            return False
        lines = tuple(_rung(each) for each in event.lines)
        paid = {kind: Fen(0) for kind in REWARD_KINDS}
        for tender in event.tenders or ():
            if tender.kind in paid:
                paid[tender.kind] = Fen(paid[tender.kind] + tender.amount)
        goods = price_basket(lines)
        room = goods.goods - sum(paid.values())
        if not 0 <= event.order_discount <= room or min(each.goods for each in goods.lines) < 0:
            return False
        priced = price_basket(lines, discount=event.order_discount, paid=paid)
        number = len(self.sales) + 1
        pairs = zip(priced.lines, lines, strict=True)
        sold = [_LineSold(figures.base, line.quantity) for figures, line in pairs]
        self.sales[event.sale] = _Sold(number, business_day(event.at), sold)
        earning = [line for line in lines if not line.excluded]
        self.events.append(
            TradeSale(
                number=number,
                at=event.at,
                store=event.store,
                member=member,
                sponsor=sponsor,
                base=priced.base,
                costs=tuple(_cost(line) for line in earning),
                skus=tuple(line.sku for line in earning),
            )
        )
        return True

    def _take_back(self, event: GoodsReturned) -> bool:
        sold = self.sales.get(event.sale)
        asked: dict[int, int] = defaultdict(int)
        for each in event.lines:
            asked[each.line] += each.quantity
        if sold is None or not asked or min(each.quantity for each in event.lines) <= 0:
            return False
        if not all(_is_left(sold, line, quantity) for line, quantity in asked.items()):
            return False
        base = 0
        for number, quantity in asked.items():
            line = sold.lines[number - 1]
            base += line.share(line.returned + quantity) - line.share(line.returned)
            line.returned += quantity
        if base:
            self.events.append(TradeReturn(event.at, sold.number, Fen(base), event.reason))
        return True

    def _void(self, event: SaleUndone) -> bool:
        sold = self.sales.get(event.sale)
        if sold is None or sold.has_returns or sold.day != business_day(event.at):
            return False
        self.voided.add(sold.number)
        return True


def past_trade(history: Iterable[HistoryEvent]) -> Trade:
    """Return the trade of a history; reward tenders in it earn nothing, as then.

    Raises:
        NoTradeThere: the history holds no sale.
        MalformedLine: the history cannot be read further.
    """
    past = _Past()
    for event in history:
        past.take(event)
    return trade_of(past.events, voided=past.voided, left_out=past.left_out)


def trade_of(
    events: Iterable[TradeEvent], *, voided: Iterable[int] = (), left_out: int = 0
) -> Trade:
    """Return a trade of events that have happened, without those of voided sales.

    Raises:
        NoTradeThere: no sale is left.
    """
    gone = set(voided)
    kept = [each for each in events if _sale_of(each) not in gone]
    sales = sum(1 for each in kept if isinstance(each, TradeSale))
    if not sales:
        raise NoTradeThere
    return Trade(
        first=business_day(kept[0].at),
        last=business_day(kept[-1].at),
        sales=sales,
        events=kept,
        left_out=left_out,
    )


def _sale_of(event: TradeEvent) -> int:
    return event.number if isinstance(event, TradeSale) else event.sale


def _is_left(sold: _Sold, line: int, quantity: int) -> bool:
    """Whether so much of a line has not come back yet."""
    if not 0 < line <= len(sold.lines):
        return False
    return sold.lines[line - 1].returned + quantity <= sold.lines[line - 1].quantity


def _rung(line: LineRung) -> BasketLine:
    return BasketLine(
        product=0,
        sku=line.sku,
        name=line.name,
        price=line.price,
        quantity=line.quantity,
        discount=line.discount,
        cost=line.cost,
        excluded=line.excluded,
    )


def _cost(line: BasketLine) -> Fen | None:
    """What all pieces of a line cost; None where that is unknown (rulebook 1.5)."""
    return Fen(half_up(line.cost * line.quantity, 1000)) if line.cost else None
