"""Reads a history of another till, line by line, into events; strictly.

One JSON object per line, UTF-8. A line that is not exactly what the format says stops
the reading with its number, before anything of it reaches the shop: a misspelt field
that was passed over would be wrong money.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pos_app.domain import tender
from pos_app.domain.files.replay_events import (
    FIRST_STORE,
    GoodsReturned,
    HistoryEvent,
    LineBrought,
    LineRung,
    MemberNamed,
    PaidAtCounter,
    PeriodEnded,
    PointsConverted,
    ProgramSet,
    ProgramShut,
    QueueExit,
    SaleMade,
    SaleUndone,
    ShopSet,
    StoreNamed,
    TenderOffered,
    TimePassed,
    UnitsRedeemed,
)
from pos_app.domain.files.strict_fields import Fields
from pos_app.domain.files.strict_json import NotStrict, read_strict
from pos_app.domain.moment import Instant, read_instant
from pos_app.domain.money import Fen, Milli
from pos_app.errors import Refusal

LONGEST_LINE = 16 * 1024 * 1024
"""Bytes; a sale of a hundred thousand lines fits."""

REASONS = ("voluntary", "defect")
ACCOUNTS = ("CASH", "VCH", "POINTS", "PTS")
TENDERS = (*tender.MONEY_KINDS, *tender.REWARD_KINDS)

_LARGEST_NOTED = 2**53 - 1
"""What a number of the journal may be (RFC 8259, section 6); amounts have their own limits."""

_LAST_INSTANT = read_instant("8999-12-31T23:59:59+00:00")


@dataclass(eq=False)
class MalformedLine(Refusal):
    """A line of a history cannot be read; the lines before it stand, nothing after it.

    `why` is a word: `encoding`, `too_long`, `json`, `object`, `duplicate_key`,
    `fraction`, `range`, `signs`, `missing`, `unknown_field`, `type`, `id` (empty, over 64
    characters, or `@` where it may not stand), `word` (not one of those allowed),
    `event`, `time` (no ISO 8601 with offset), `back` (earlier than the line before).
    """

    line: int
    why: str
    named: str = ""
    """The field or key it is about."""


def read_history(lines: Iterable[bytes]) -> Iterator[HistoryEvent]:
    """Yield the events of a file; empty lines count but say nothing.

    Raises:
        MalformedLine: when the reading arrives at the line, not before.
    """
    latest = Instant(0)
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            event = _event(line, number, latest)
        except NotStrict as broken:
            raise MalformedLine(line=number, why=broken.why, named=broken.named) from broken
        latest = event.at
        yield event


def _event(line: bytes, number: int, latest: Instant) -> HistoryEvent:
    if len(line) > LONGEST_LINE:
        raise NotStrict("too_long")
    try:
        # Some editors put a mark before the first line.
        text = line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError as not_utf8:
        raise NotStrict("encoding") from not_utf8
    fields = Fields(read_strict(text))
    read = _READERS.get(fields.text("event"))
    if read is None:
        raise NotStrict("event", "event")
    event = read(fields, number, _instant(fields, latest))
    fields.refuse_more()
    return event


def _instant(fields: Fields, latest: Instant) -> Instant:
    written = fields.text("at")
    try:
        at = read_instant(written)
    except (ValueError, OverflowError) as no_time:
        raise NotStrict("time", "at") from no_time
    if not 0 <= at <= _LAST_INSTANT:
        raise NotStrict("time", "at")
    if at < latest:
        raise NotStrict("back", "at")
    return at


def _shop(fields: Fields, line: int, at: Instant) -> ShopSet:
    fields.word("line_rounding", ("half_up",), "half_up")
    return ShopSet(
        line=line,
        at=at,
        max_total_concession_bp=fields.maybe_number("max_total_concession_bp"),
        max_margin_share_bp=fields.maybe_number("max_margin_share_bp"),
    )


def _store(fields: Fields, line: int, at: Instant) -> StoreNamed:
    return StoreNamed(line=line, at=at, store=fields.id("store"))


def _program(fields: Fields, line: int, at: Instant) -> ProgramSet:
    return ProgramSet(
        line=line,
        at=at,
        program=fields.id("program", may_hold_at=False),
        # Which kinds there are is the engine's to say: an unknown one is refused by name.
        kind=fields.id("kind"),
        enabled=fields.maybe_flag("enabled"),
        priority=_noted(fields, "priority") if "priority" in fields else None,
        preset=fields.text("preset") if "preset" in fields else None,
        params=fields.mapping("params"),
    )


def _member(fields: Fields, line: int, at: Instant) -> MemberNamed:
    member = fields.id("member", may_hold_at=False)
    return MemberNamed(line=line, at=at, member=member, sponsor=fields.maybe_id("sponsor"))


def _sale(fields: Fields, line: int, at: Instant) -> SaleMade:
    tenders = fields.objects("tenders") if "tenders" in fields else None
    return SaleMade(
        line=line,
        at=at,
        sale=fields.id("sale"),
        store=fields.id("store", default=FIRST_STORE),
        member=fields.maybe_id("member"),
        lines=tuple(_line(each) for each in fields.objects("lines")),
        order_discount=Fen(fields.number("order_discount_fen", 0)),
        tenders=None if tenders is None else tuple(_tender(each) for each in tenders),
    )


def _line(fields: Fields) -> LineRung:
    sku = fields.id("sku")
    read = LineRung(
        sku=sku,
        name=fields.text("name", sku),
        price=Fen(fields.number("price_fen")),
        quantity=Milli(fields.number("quantity_milli")),
        discount=Fen(fields.number("discount_fen", 0)),
        cost=Fen(fields.number("cost_fen", 0)),
        excluded=fields.maybe_flag("excluded") or False,
    )
    fields.refuse_more()
    return read


def _tender(fields: Fields) -> TenderOffered:
    kind = fields.word("kind", TENDERS)
    read = TenderOffered(kind=kind, amount=Fen(fields.number("amount_fen")))
    fields.refuse_more()
    return read


def _return(fields: Fields, line: int, at: Instant) -> GoodsReturned:
    return GoodsReturned(
        line=line,
        at=at,
        sale=fields.id("sale"),
        ref=fields.id("return"),
        lines=tuple(_brought(each) for each in fields.objects("lines")),
        reason=fields.word("reason", REASONS, "voluntary"),
    )


def _brought(fields: Fields) -> LineBrought:
    line = fields.number("line")
    read = LineBrought(line=line, quantity=Milli(fields.number("quantity_milli")))
    fields.refuse_more()
    return read


def _void(fields: Fields, line: int, at: Instant) -> SaleUndone:
    return SaleUndone(line=line, at=at, sale=fields.id("sale"))


def _exit(fields: Fields, line: int, at: Instant) -> QueueExit:
    return QueueExit(line=line, at=at, sale=fields.id("sale"))


def _redeem(fields: Fields, line: int, at: Instant) -> UnitsRedeemed:
    return UnitsRedeemed(
        line=line,
        at=at,
        member=fields.id("member", may_hold_at=False),
        program=fields.id("program", may_hold_at=False),
        units=_noted(fields, "units"),
    )


def _noted(fields: Fields, name: str) -> int:
    """Return a number that no limit of the shop's keeps small."""
    value = fields.number(name)
    if abs(value) > _LARGEST_NOTED:
        raise NotStrict("range", name)
    return value


def _convert(fields: Fields, line: int, at: Instant) -> PointsConverted:
    member = fields.id("member", may_hold_at=False)
    program = fields.id("program", may_hold_at=False)
    return PointsConverted(line=line, at=at, member=member, program=program)


def _payout(fields: Fields, line: int, at: Instant) -> PaidAtCounter:
    return PaidAtCounter(
        line=line,
        at=at,
        member=fields.id("member", may_hold_at=False),
        account=fields.word("account", ACCOUNTS),
        amount=Fen(fields.number("amount_fen")),
    )


def _period(fields: Fields, line: int, at: Instant) -> PeriodEnded:
    return PeriodEnded(line=line, at=at, program=fields.id("program", may_hold_at=False))


def _close(fields: Fields, line: int, at: Instant) -> ProgramShut:
    return ProgramShut(line=line, at=at, program=fields.id("program", may_hold_at=False))


def _time(_: Fields, line: int, at: Instant) -> TimePassed:
    return TimePassed(line=line, at=at)


_READERS: dict[str, Callable[[Fields, int, Instant], HistoryEvent]] = {
    ShopSet.KIND: _shop,
    StoreNamed.KIND: _store,
    ProgramSet.KIND: _program,
    MemberNamed.KIND: _member,
    SaleMade.KIND: _sale,
    GoodsReturned.KIND: _return,
    SaleUndone.KIND: _void,
    QueueExit.KIND: _exit,
    UnitsRedeemed.KIND: _redeem,
    PointsConverted.KIND: _convert,
    PaidAtCounter.KIND: _payout,
    PeriodEnded.KIND: _period,
    ProgramShut.KIND: _close,
    TimePassed.KIND: _time,
}
