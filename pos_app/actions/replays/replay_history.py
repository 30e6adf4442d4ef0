"""A history goes through the till's own actions; what is refused is listed.

Nothing here knows SQL or rewards: each event is the errand a person would do, at the
time the file says (`domain.files.replay_events`).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from pos_app.actions.books.record_fact import SHOP_ITSELF
from pos_app.actions.due.end_period import end_period
from pos_app.actions.due.settle_due import settle_due
from pos_app.actions.exchanges.convert_points import convert_points
from pos_app.actions.exchanges.redeem_units import redeem_units
from pos_app.actions.members.register_member import register_member
from pos_app.actions.premises.set_rules import set_rules
from pos_app.actions.programs.adopt_program import ProgramAsk, adopt_program
from pos_app.actions.programs.close_program import close_program
from pos_app.actions.queue.leave_queue import leave_queue
from pos_app.actions.replays.replay_sale import replay_sale
from pos_app.actions.selling.return_sale import ReturnAsk, return_sale
from pos_app.actions.selling.void_sale import void_sale
from pos_app.actions.shifts.open_shift import open_shift
from pos_app.actions.shifts.pay_out import pay_out_replayed
from pos_app.actions.stores.add_store import add_store_replayed
from pos_app.clock import StoppedClock
from pos_app.domain.basket import LineReturned
from pos_app.domain.files import replay_events as events
from pos_app.domain.member import MEMBERS_BY_REF
from pos_app.domain.money import Fen
from pos_app.domain.program import PROGRAMS_BY_NAME
from pos_app.domain.refusals.sale import UnknownSale
from pos_app.domain.sale import SALES_BY_REF
from pos_app.domain.seat import Seat
from pos_app.domain.shift import SHIFTS_OF_TILL
from pos_app.domain.staff import OWNER
from pos_app.engine.book import rules_of
from pos_app.errors import NotFound, Refusal
from pos_app.journal.entry import Entry
from pos_app.shop import Shop


@dataclass(frozen=True, slots=True)
class RefusedEvent:
    """A line that the shop refused; it changed nothing."""

    line: int
    event: str
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Replayed:
    """One line done or refused, and where the journal stood."""

    event: events.HistoryEvent
    before: int
    """The last journal entry before anything of this line, its due events included."""
    settled: int
    """The last entry after what was due by then."""
    after: int
    refused: RefusedEvent | None


def replay_seat(shop: Shop) -> Seat:
    """Sit down at the till as `replay`, with a shift; the drawer begins empty."""
    seat = Seat(SHOP_ITSELF, "replay", OWNER, store=shop.settings.store, till=shop.settings.till)
    with shop.storage.read() as view:
        last = next(view.book.scan(SHIFTS_OF_TILL, seat.till, backward=True), None)
    if last is not None and last.closed_at is None:
        return replace(seat, shift=last.number)
    return open_shift(shop, seat, opening_float=Fen(0))


def replay_history(
    shop: Shop,
    history: Iterable[events.HistoryEvent],
    *,
    done: Callable[[Replayed], None] | None = None,
    seat: Seat | None = None,
) -> list[RefusedEvent]:
    """Do every event at its time; returns the refused ones in the order of the file.

    The shop's clock must be a `StoppedClock`: the file says what time it is. Without a
    `seat` the shop itself sits down at its till.

    Raises:
        MalformedLine: the history cannot be read further; what came before it stands.
    """
    clock = shop.clock
    if not isinstance(clock, StoppedClock):
        raise TypeError("a replay needs a clock that stands")
    refused: list[RefusedEvent] = []
    for event in history:
        before = _last_entry(shop) if done else 0
        clock.move_to(event.at)
        seat = seat or replay_seat(shop)
        settle_due(shop)
        settled = _last_entry(shop) if done else 0
        no = _try(shop, seat, event)
        if no is not None:
            refused.append(no)
        if done is not None:
            done(Replayed(event, before, settled, _last_entry(shop), no))
    return refused


def _last_entry(shop: Shop) -> int:
    with shop.storage.read() as view:
        return view.book.last_number(Entry)


def _try(shop: Shop, seat: Seat, event: events.HistoryEvent) -> RefusedEvent | None:
    try:
        _DOERS[type(event)](shop, seat, event)
    except Refusal as refusal:
        return RefusedEvent(event.line, event.KIND, refusal)
    return None


def _set_shop(shop: Shop, seat: Seat, event: events.ShopSet) -> None:
    with shop.storage.read() as view:
        rules = rules_of(view.book)
    given = {
        "max_total_concession_bp": event.max_total_concession_bp,
        "max_margin_share_bp": event.max_margin_share_bp,
    }
    changes: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    set_rules(shop, seat, rules=replace(rules, **changes))


def _add_store(shop: Shop, seat: Seat, event: events.StoreNamed) -> None:
    add_store_replayed(shop, seat, code=event.store, name=event.store)


def _adopt(shop: Shop, seat: Seat, event: events.ProgramSet) -> None:
    ask = ProgramAsk(
        name=event.program,
        kind=event.kind,
        preset=event.preset,
        params=event.params,
        priority=event.priority,
        enabled=event.enabled,
        consent_by=seat.name,
    )
    adopt_program(shop, seat, ask=ask)


def _register(shop: Shop, seat: Seat, event: events.MemberNamed) -> None:
    if event.sponsor == event.member:
        raise NotFound("sponsor", event.member)
    sponsor = _member(shop, event.sponsor) if event.sponsor is not None else None
    register_member(
        shop, seat, name="", phone="", sponsor=sponsor, ref=event.member, with_card=False
    )


def _sell(shop: Shop, seat: Seat, event: events.SaleMade) -> None:
    member = _member(shop, event.member) if event.member is not None else None
    replay_sale(shop, seat, event, member=member)


def _take_back(shop: Shop, seat: Seat, event: events.GoodsReturned) -> None:
    lines = tuple(LineReturned(each.line, each.quantity) for each in event.lines)
    sale = _sale(shop, event.sale)
    return_sale(shop, seat, ReturnAsk(sale, lines, event.reason, ref=event.ref))


def _void(shop: Shop, seat: Seat, event: events.SaleUndone) -> None:
    void_sale(shop, seat, _sale(shop, event.sale))


def _exit(shop: Shop, seat: Seat, event: events.QueueExit) -> None:
    leave_queue(shop, seat, _sale(shop, event.sale))


def _pay(shop: Shop, seat: Seat, event: events.PaidAtCounter) -> None:
    member = _member(shop, event.member)
    pay_out_replayed(shop, seat, member, account=event.account, amount=event.amount)


def _shut(shop: Shop, seat: Seat, event: events.ProgramShut) -> None:
    close_program(shop, seat, program=_program(shop, event.program))


def _end_period(shop: Shop, seat: Seat, event: events.PeriodEnded) -> None:
    end_period(shop, seat, program=_program(shop, event.program))


def _nothing(shop: Shop, seat: Seat, event: events.TimePassed) -> None:
    """Time passed; what was due is done already."""


def _redeem(shop: Shop, seat: Seat, event: events.UnitsRedeemed) -> None:
    member, program = _member(shop, event.member), _program(shop, event.program)
    redeem_units(shop, seat, member, program=program, units=event.units)


def _convert(shop: Shop, seat: Seat, event: events.PointsConverted) -> None:
    member, program = _member(shop, event.member), _program(shop, event.program)
    convert_points(shop, seat, member, program=program)


def _member(shop: Shop, ref: str) -> int:
    with shop.storage.read() as view:
        member = next(view.book.scan(MEMBERS_BY_REF, ref), None)
    if member is None:
        raise NotFound("member", ref)
    return member.number


def _program(shop: Shop, name: str) -> int:
    with shop.storage.read() as view:
        program = next(view.book.scan(PROGRAMS_BY_NAME, name), None)
    if program is None:
        raise NotFound("program", name)
    return program.number


def _sale(shop: Shop, ref: str) -> int:
    with shop.storage.read() as view:
        sale = next(view.book.scan(SALES_BY_REF, ref), None)
    if sale is None:
        raise UnknownSale(ref)
    return sale.number


_DOERS: dict[type[events.HistoryEvent], Callable[[Shop, Seat, Any], None]] = {
    events.ShopSet: _set_shop,
    events.StoreNamed: _add_store,
    events.ProgramSet: _adopt,
    events.MemberNamed: _register,
    events.SaleMade: _sell,
    events.GoodsReturned: _take_back,
    events.SaleUndone: _void,
    events.QueueExit: _exit,
    events.PaidAtCounter: _pay,
    events.ProgramShut: _shut,
    events.TimePassed: _nothing,
    events.UnitsRedeemed: _redeem,
    events.PointsConverted: _convert,
    events.PeriodEnded: _end_period,
}
