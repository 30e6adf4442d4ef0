"""A cashier's shift at a till: float, counted cash, variance, Z number."""

from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.moment import Day, Instant
from pos_app.domain.money import Fen
from pos_app.domain.record import Index, Record


@dataclass(frozen=True, slots=True)
class Shift(Record):
    """From opening with a float to the numbered Z slip; closing is never refused."""

    TABLE: ClassVar[str] = "shift"
    KEY: ClassVar[tuple[str, ...]] = ("number",)

    number: int
    till: str
    staff: int
    opened_at: Instant
    day: Day
    opening_float: Fen
    closed_at: Instant | None = None
    expected: Fen = Fen(0)
    """Cash that should lie in the drawer at closing."""
    counted: Fen = Fen(0)
    variance: Fen = Fen(0)
    """counted - expected; stored, never an obstacle."""
    store: str = "S1"
    z_number: int = 0
    """Dense per till from 1; 0 while open."""


SHIFTS_OF_TILL = Index(Shift, "of_till", ("till", "number"))
SHIFTS_BY_DAY = Index(Shift, "by_day", ("day", "number"))


@dataclass(frozen=True, slots=True)
class CashMove(Record):
    """Cash put in or taken out with a reason, or a drawer opened without a sale."""

    TABLE: ClassVar[str] = "cash_move"
    KEY: ClassVar[tuple[str, ...]] = ("number",)
    APPEND_ONLY: ClassVar[bool] = True

    number: int
    shift: int
    staff: int
    at: Instant
    amount: Fen
    """Above zero in, below zero out, zero: the drawer was opened only."""
    reason: str
    approved_by: int | None = None


MOVES_OF_SHIFT = Index(CashMove, "of_shift", ("shift", "number"))
