"""What the shop says no to when shifts are opened and cash is moved."""

from dataclasses import dataclass

from pos_app.errors import Refusal


@dataclass(eq=False)
class ShiftIsOpen(Refusal):
    """The till's last shift has not been closed; no second one was opened."""

    shift: int
    opened_by: str


@dataclass(eq=False)
class CashOutOfRange(Refusal):
    """A float, a count or a cash move outside what may be typed; nothing was written."""

    amount: int
    largest: int


@dataclass(eq=False)
class ReasonMissing(Refusal):
    """Cash moved or a drawer opened without a sale needs a reason for the journal."""
