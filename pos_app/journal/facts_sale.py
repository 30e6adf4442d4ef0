"""Facts of trade: sales, returns, voids, settlements, payouts."""

from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.approval import Approval
from pos_app.domain.basket import BasketLine, LineReturned
from pos_app.domain.moment import Instant
from pos_app.domain.money import Fen
from pos_app.domain.tender import TenderGiven
from pos_app.domain.whole_number import BigNumber
from pos_app.journal.fact import Fact


@dataclass(frozen=True, slots=True)
class Settled(Fact):
    """The next `events` due events were done, none due after `until`."""

    KIND: ClassVar[str] = "settled"

    until: Instant
    events: int


@dataclass(frozen=True, slots=True)
class SaleCompleted(Fact):
    """A sale, whole: what was sold to whom and how it was paid."""

    KIND: ClassVar[str] = "sale_completed"

    number: int
    basket: BigNumber
    ref: str
    store: str
    till: str
    shift: int
    member: int | None
    lines: tuple[BasketLine, ...]
    order_discount: Fen
    rounding: Fen
    """抹零: the odd fen the shop let go, on top of the order discount."""
    tenders: tuple[TenderGiven, ...]
    approvals: tuple[Approval, ...]


@dataclass(frozen=True, slots=True)
class SaleReturned(Fact):
    """Goods of a sale came back."""

    KIND: ClassVar[str] = "sale_returned"

    number: int
    ref: str
    sale: int
    till: str
    shift: int
    reason: str
    lines: tuple[LineReturned, ...]
    approvals: tuple[Approval, ...]


@dataclass(frozen=True, slots=True)
class SaleVoided(Fact):
    """A sale of the day was undone whole by a supervisor."""

    KIND: ClassVar[str] = "sale_voided"

    sale: int
    till: str
    shift: int
    approvals: tuple[Approval, ...]


@dataclass(frozen=True, slots=True)
class QueueLeft(Fact):
    """A member left the queue with one sale's tickets."""

    KIND: ClassVar[str] = "queue_left"

    sale: int


@dataclass(frozen=True, slots=True)
class PeriodEnded(Fact):
    """A period of a program was ended now, beside those that time brings."""

    KIND: ClassVar[str] = "period_ended"

    program: int


@dataclass(frozen=True, slots=True)
class UnitsRedeemed(Fact):
    """A member turned units of a program into what they were worth."""

    KIND: ClassVar[str] = "units_redeemed"

    program: int
    member: int
    units: int


@dataclass(frozen=True, slots=True)
class PointsConverted(Fact):
    """A member turned the backed points of a program into vouchers."""

    KIND: ClassVar[str] = "points_converted"

    program: int
    member: int


@dataclass(frozen=True, slots=True)
class PaidOut(Fact):
    """A member's balance was spent or paid out at the counter, outside a sale."""

    KIND: ClassVar[str] = "paid_out"

    member: int
    account: str
    amount: Fen
    till: str
    shift: int
    fee: Fen = Fen(0)
    """Of the amount, what the drawer keeps."""


@dataclass(frozen=True, slots=True)
class BasketDiscarded(Fact):
    """A bill with lines was thrown away unpaid."""

    KIND: ClassVar[str] = "basket_discarded"

    lines: int
    total: Fen
    till: str


@dataclass(frozen=True, slots=True)
class ReceiptCopied(Fact):
    """A receipt was printed again, marked COPY n."""

    KIND: ClassVar[str] = "receipt_copied"

    sale: int
    copy: int
