"""Try programs on the shop's own sales or on made-up ones (rulebook 9.2)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from heapq import merge

from pos_app.actions.programs.adopt_program import ProgramAsk
from pos_app.domain.member import ADULT, Member
from pos_app.domain.moment import Day
from pos_app.domain.money import Fen, half_up
from pos_app.domain.sale import VOIDED, Sale, SaleLine, SaleReturn
from pos_app.domain.settings import ShopRules
from pos_app.domain.what_if_figures import WhatIf, WhatIfProgress
from pos_app.engine.book import rules_of
from pos_app.engine.trying.adopt import USUAL_PRIORITY, ProgramTried
from pos_app.engine.trying.past_trade import trade_of
from pos_app.engine.trying.synthetic_trade import (
    Synthetic,
    figures_of,
    read_synthetic,
    synthetic_trade,
)
from pos_app.engine.trying.trade import Trade, TradeReturn, TradeSale
from pos_app.engine.what_if import what_if as try_programs
from pos_app.shop import Shop
from pos_app.storage.all_rows import stored_rows


@dataclass(frozen=True, slots=True)
class WhatIfAsk:
    """Which programs, on which trade."""

    programs: tuple[ProgramAsk, ...]
    """As they would be adopted; consent is not asked for."""
    synthetic: Mapping[str, object] | None = None
    """Figures of a made-up trade; None: the shop's own past sales."""
    red_from: Day | None = None
    """From this day on sales are halved, or stop; None: from the middle on."""


@dataclass(frozen=True, slots=True)
class WhatIfReady:
    """Everything a trial needs; it can run on any thread, away from the shop's file."""

    trade: Trade
    programs: tuple[ProgramTried, ...]
    rules: ShopRules
    red_from: Day | None


def what_if(
    shop: Shop,
    ask: WhatIfAsk,
    *,
    progress: Callable[[WhatIfProgress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> WhatIf:
    """Try the programs alone, under the shop's limits, from the first sale on.

    The answer is an estimate about the past or an assumption.

    Raises:
        As `ready_what_if` and `run_what_if`.
    """
    return run_what_if(ready_what_if(shop, ask), progress=progress, cancelled=cancelled)


def usual_trade() -> Mapping[str, object]:
    """Return the figures that a made-up trade has where none are named."""
    return figures_of(Synthetic())


def ready_what_if(shop: Shop, ask: WhatIfAsk) -> WhatIfReady:
    """Read the trade and the shop's limits; seconds, where the trial takes minutes.

    Raises:
        NoTradeThere: the shop has sold nothing yet.
        TradeUnknown, TradeOutOfRange: a figure of the made-up trade.
    """
    with shop.storage.read() as view:
        rules = rules_of(view.book)
    if ask.synthetic is None:
        trade = own_trade(shop)
    else:
        trade = synthetic_trade(read_synthetic(ask.synthetic))
    return WhatIfReady(trade, tuple(tried(each) for each in ask.programs), rules, ask.red_from)


def run_what_if(
    ready: WhatIfReady,
    *,
    progress: Callable[[WhatIfProgress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> WhatIf:
    """Run the trial; touches no file.

    `progress` is told how far it is, `cancelled` is asked whether to stop; both on the
    thread that calls.

    Raises:
        WhatIfStopped: it was cancelled; there is no answer.
        NoProgramTried, RedLineOutside and what refuses an adoption: as `engine.what_if`.
    """

    def watch(now: WhatIfProgress) -> bool:
        if progress is not None:
            progress(now)
        return cancelled is None or not cancelled()

    return try_programs(
        ready.trade, ready.programs, rules=ready.rules, red_from=ready.red_from, watch=watch
    )


def tried(ask: ProgramAsk) -> ProgramTried:
    """The program as the engine tries it."""
    priority = USUAL_PRIORITY if ask.priority is None else ask.priority
    return ProgramTried(ask.name, ask.kind, ask.preset, ask.params, priority)


def own_trade(shop: Shop) -> Trade:
    """Return the shop's own sales and returns, without those that were voided.

    Raises:
        NoTradeThere: there are none.
    """
    with shop.storage.read() as view:
        sales = _with_lines(
            stored_rows(view.connection, Sale), stored_rows(view.connection, SaleLine)
        )
        members = {each.number: each for each in stored_rows(view.connection, Member)}
        voided = set()
        sold = []
        for sale, lines in sales:
            if sale.state == VOIDED:
                voided.add(sale.number)
            else:
                sold.append(_sold(sale, lines, member=members.get(sale.member or 0)))
        returns = [
            TradeReturn(each.at, each.sale, each.base, each.reason)
            for each in stored_rows(view.connection, SaleReturn)
            if each.base and each.sale not in voided
        ]
    # Both are numbered as they happened; at the same instant the sale came first.
    return trade_of(merge(sold, returns, key=lambda event: event.at))


def _with_lines(
    sales: Iterator[Sale], lines: Iterator[SaleLine]
) -> Iterator[tuple[Sale, list[SaleLine]]]:
    """Each sale with its lines; both are read in the sequence of sales."""
    ahead = next(lines, None)
    for sale in sales:
        own = []
        while ahead is not None and ahead.sale <= sale.number:
            if ahead.sale == sale.number and not ahead.excluded:
                own.append(ahead)
            ahead = next(lines, None)
        yield sale, own


def _sold(sale: Sale, lines: list[SaleLine], *, member: Member | None) -> TradeSale:
    """A sale as it was; age and employment as they are declared now."""
    return TradeSale(
        number=sale.number,
        at=sale.at,
        store=sale.store,
        member=sale.member,
        sponsor=sale.sponsor,
        base=sale.base,
        costs=tuple(_cost(line) for line in lines),
        skus=tuple(line.sku for line in lines),
        minor=member is not None and member.age_band != ADULT,
        employee=member is not None and bool(member.employee),
        referral_barred=bool(sale.referral_barred),
    )


def _cost(line: SaleLine) -> Fen | None:
    """What all pieces of a line cost; None where that is unknown (rulebook 1.5)."""
    return Fen(half_up(line.cost * line.quantity, 1000)) if line.cost else None
