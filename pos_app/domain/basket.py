"""The open basket: lines as rung up, the member, discounts; not yet a sale."""

import hashlib
from dataclasses import dataclass, field, replace

from pos_app.domain.approval import Approval
from pos_app.domain.money import BasisPoints, Fen, Milli


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


def content_of(*parts: object) -> bytes:
    """SHA-256 over what a basket and its tenders hold, to tell a repeat from a bug."""
    return hashlib.sha256(repr(parts).encode()).digest()
