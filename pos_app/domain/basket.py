"""The open basket: lines as rung up, the member, discounts; not yet a sale."""

import hashlib
from dataclasses import dataclass, field, replace

from pos_app.domain.approval import Approval
from pos_app.domain.money import BasisPoints, Fen, Milli
from pos_app.domain.tender import TenderGiven


@dataclass(frozen=True, slots=True)
class BasketLine:
    """One line as rung up, with its own copy of what the product said then."""

    product: int
    sku: str
    name: str
    price: Fen
    quantity: Milli
    discount: Fen = Fen(0)
    """Of the whole line."""
    cost: Fen = Fen(0)
    """Per piece; 0 means unknown."""
    tax_rate: BasisPoints = BasisPoints(0)
    excluded: bool = False
    price_approved: bool = False
    """The price was set by hand with a manager's approval; it is not looked up again."""


@dataclass(frozen=True, slots=True)
class Basket:
    """What the cashier has rung up so far; `id` is made when the basket is opened."""

    id: int
    lines: tuple[BasketLine, ...] = ()
    member: int | None = None
    order_discount: Fen = Fen(0)
    rounding: Fen = Fen(0)
    """抹零, on top of the order discount."""
    approvals: tuple[Approval, ...] = field(default=())
    name: str = ""
    """Of a held basket; empty otherwise."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been rung up and no member named."""
        return not self.lines and self.member is None

    def with_line(self, index: int, line: BasketLine) -> "Basket":
        """Return the basket with one line replaced."""
        return replace(self, lines=(*self.lines[:index], line, *self.lines[index + 1 :]))

    def without_line(self, index: int) -> "Basket":
        """Return the basket with one line taken out."""
        return replace(self, lines=(*self.lines[:index], *self.lines[index + 1 :]))


@dataclass(frozen=True, slots=True)
class LineReturned:
    """So much of one line came back; lines count from 1."""

    line: int
    quantity: Milli


def content_of(
    lines: tuple[BasketLine, ...],
    tenders: tuple[TenderGiven, ...],
    *,
    member: int | None,
    discounts: tuple[Fen, Fen],
) -> bytes:
    """SHA-256 over what was agreed, to tell a repeated draft from a bug.

    Of the lines only what the cashier rang up counts: names, costs and prices are looked
    up again at payment.
    """
    rung_up = [(line.product, line.quantity, line.discount) for line in lines]
    return hashlib.sha256(repr((rung_up, member, discounts, tenders)).encode()).digest()
