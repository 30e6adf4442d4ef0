"""The open basket: lines as rung up, the member, discounts; not yet a sale."""

import hashlib
from dataclasses import dataclass, field, replace

from pos_app.domain.approval import Approval
from pos_app.domain.later_field import later_field
from pos_app.domain.money import BasisPoints, Fen, Milli, price_of
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
    owner: str = later_field("")
    """The store whose goods these are; empty for the one that sells (rulebook 9.3)."""

    @property
    def gross(self) -> Fen:
        """What the line costs without any discount."""
        return price_of(self.price, self.quantity)

    def changed(self, *, quantity: Milli, price: Fen) -> "BasketLine":
        """Return the line at another quantity or price; its discount is no larger a share.

        Ten per cent of ten pieces would otherwise be one piece for nothing.
        """
        new = replace(self, quantity=quantity, price=price)
        return replace(new, discount=_same_share(self.discount, of=self.gross, now=new.gross))


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

    @property
    def goods(self) -> Fen:
        """The lines after their own discounts, before those of the whole bill."""
        return Fen(sum(line.gross - line.discount for line in self.lines))

    def with_line(self, index: int, line: BasketLine) -> "Basket":
        """Return the basket with one line replaced; its discounts are no larger a share."""
        return self._with_lines((*self.lines[:index], line, *self.lines[index + 1 :]))

    def without_line(self, index: int) -> "Basket":
        """Return the basket with one line taken out; its discounts are no larger a share."""
        return self._with_lines((*self.lines[:index], *self.lines[index + 1 :]))

    def with_line_back(self, index: int, *, before: "Basket") -> "Basket":
        """Return the basket with a line put back that was taken out of `before`.

        If nothing else was changed since, its discounts are those of `before` again.
        """
        if self == before.without_line(index):
            return before
        back = before.lines[index]
        return replace(self, lines=(*self.lines[:index], back, *self.lines[index:]))

    def _with_lines(self, lines: tuple[BasketLine, ...]) -> "Basket":
        new = replace(self, lines=lines)
        discount = _same_share(self.order_discount, of=self.goods, now=new.goods)
        rounding = Fen(min(self.rounding, new.goods - discount))
        return replace(new, order_discount=discount, rounding=rounding)


def _same_share(discount: Fen, *, of: Fen, now: Fen) -> Fen:
    """What a discount granted on `of` may be on `now`: not more, no larger share."""
    return Fen(min(discount, discount * now // of)) if of else Fen(0)


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
