"""What the green points keep (rulebook 6.4)."""

from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.money import Fen
from pos_app.domain.record import Index, Record, Where


@dataclass(frozen=True, slots=True)
class GreenFund(Record):
    """A program's sums; the points in force are kept, never added up."""

    TABLE: ClassVar[str] = "green_fund"
    KEY: ClassVar[tuple[str, ...]] = ("program",)

    program: int
    points: int = 0
    """Of the lots that are open."""
    lots: int = 0
    periods: int = 0
    """How many have ended."""
    inflow: Fen = Fen(0)
    """Conceded since the last one ended."""
    prev_inflow: Fen = Fen(0)
    new_sales: Fen = Fen(0)
    """Bases settled since the last one ended."""


@dataclass(frozen=True, slots=True)
class GreenLot(Record):
    """The points that one sale has given to one holder."""

    TABLE: ClassVar[str] = "green_lot"
    KEY: ClassVar[tuple[str, ...]] = ("program", "sale", "part")

    program: int
    sale: int
    part: int
    """1 the buyer's, 2 the store's, 3 the sponsor's."""
    number: int
    """In the order of creation."""
    holder: str
    """A member's number, or `@<store>`."""
    granted: int
    points: int
    """Less what came back."""
    most: Fen
    """The most that is ever released for it."""
    closes: int
    """With the end of this period it has had all its releases."""
    open: bool
    released: Fen = Fen(0)


OPEN_GREEN_LOTS = Index(GreenLot, "open", ("program", "number"), (Where("open", "=", 1),))
CLOSING_GREEN_LOTS = Index(
    GreenLot, "closing", ("program", "closes", "number"), (Where("open", "=", 1),)
)
GREEN_LOTS_OF_HOLDER = Index(
    GreenLot, "of_holder", ("holder", "program", "number"), (Where("open", "=", 1),)
)
GREEN_LOTS_OF_SALE = Index(GreenLot, "by_key", ("program", "sale", "part"))


@dataclass(frozen=True, slots=True)
class GreenSale(Record):
    """What a return or a void of one sale needs to know."""

    TABLE: ClassVar[str] = "green_sale"
    KEY: ClassVar[tuple[str, ...]] = ("program", "sale")

    program: int
    sale: int
    fee: Fen
    joined: int
    """How many periods had ended before."""
    month: str
    returned: Fen = Fen(0)
    """Of the base, over all returns."""


@dataclass(frozen=True, slots=True)
class GreenMonth(Record):
    """What a member bought and was released in one calendar month."""

    TABLE: ClassVar[str] = "green_month"
    KEY: ClassVar[tuple[str, ...]] = ("program", "member", "month")

    program: int
    member: int
    month: str
    """As in `2026-01`."""
    spent: Fen = Fen(0)
    released: Fen = Fen(0)


GREEN_MONTHS = Index(GreenMonth, "by_key", ("program", "member", "month"))
