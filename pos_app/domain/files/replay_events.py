"""What a replayed history may say, one frozen dataclass an event.

The fields are those of the replay format. Shape and types are true here; whether the
shop agrees (ids used before, quantities, tenders) is asked of the actions.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.moment import Instant
from pos_app.domain.money import Fen, Milli

FIRST_STORE = "S1"
"""The store that every file begins with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEvent:
    """One line of a history."""

    KIND: ClassVar[str]

    line: int
    """Its number in the file, from 1."""
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopSet(HistoryEvent):
    """Settings before the first sale; None leaves one as it is."""

    KIND: ClassVar[str] = "shop"

    max_total_concession_bp: int | None = None
    max_margin_share_bp: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreNamed(HistoryEvent):
    """A store of the alliance."""

    KIND: ClassVar[str] = "store"

    store: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramSet(HistoryEvent):
    """A version of a program for later sales; None leaves it as it is."""

    KIND: ClassVar[str] = "program"

    program: str
    kind: str
    enabled: bool | None = None
    priority: int | None = None
    preset: str | None = None
    params: Mapping[str, object]
    """Names and values as the rulebook has them; whole numbers, words, lists, never floats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberNamed(HistoryEvent):
    """A member registers, for good with this sponsor or none."""

    KIND: ClassVar[str] = "member"

    member: str
    sponsor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRung:
    """One line of a sale."""

    sku: str
    name: str
    """The sku when the file gives none."""
    price: Fen
    quantity: Milli
    discount: Fen = Fen(0)
    cost: Fen = Fen(0)
    excluded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TenderOffered:
    """One tender as handed over; cash above the total is change."""

    kind: str
    amount: Fen


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleMade(HistoryEvent):
    """A completed sale."""

    KIND: ClassVar[str] = "sale"

    sale: str
    store: str = FIRST_STORE
    member: str | None = None
    lines: tuple[LineRung, ...]
    order_discount: Fen = Fen(0)
    tenders: tuple[TenderOffered, ...] | None = None
    """None: paid exactly in cash."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBrought:
    """So much of one line came back."""

    line: int
    """Of the sale, from 1."""
    quantity: Milli


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodsReturned(HistoryEvent):
    """Goods of a sale came back."""

    KIND: ClassVar[str] = "return"

    sale: str
    ref: str
    """The return's own id; `return` in the file."""
    lines: tuple[LineBrought, ...]
    reason: str = "voluntary"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleUndone(HistoryEvent):
    """A same-day void by a supervisor."""

    KIND: ClassVar[str] = "void"

    sale: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueExit(HistoryEvent):
    """The member leaves the queue with this sale."""

    KIND: ClassVar[str] = "exit"

    sale: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitsRedeemed(HistoryEvent):
    """Units of an appreciation program became vouchers."""

    KIND: ClassVar[str] = "redeem"

    member: str
    program: str
    units: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsConverted(HistoryEvent):
    """Points of a circular program became vouchers."""

    KIND: ClassVar[str] = "convert"

    member: str
    program: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidAtCounter(HistoryEvent):
    """A balance was spent or paid out at the counter, outside a sale."""

    KIND: ClassVar[str] = "payout"

    member: str
    account: str
    amount: Fen


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodEnded(HistoryEvent):
    """A period of a program ends now, beside those that time brings."""

    KIND: ClassVar[str] = "period"

    program: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramShut(HistoryEvent):
    """PROGRAM_CLOSE."""

    KIND: ClassVar[str] = "close_program"

    program: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePassed(HistoryEvent):
    """Only the clock moves; everything due by then happens."""

    KIND: ClassVar[str] = "time"
