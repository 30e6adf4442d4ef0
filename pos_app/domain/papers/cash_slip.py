"""What the slip of cash put in or taken out says; `documents` draws it."""

from dataclasses import dataclass

from pos_app.domain.moment import Instant
from pos_app.domain.money import Fen


@dataclass(frozen=True, slots=True)
class CashSlip:
    """Cash that moved between drawer and safe, and who answers for it."""

    number: int
    """Of the journal's entry."""
    at: Instant
    till: str
    shift: int
    cashier: str
    approved_by: str
    """A manager's name where the sum is above the cashier's limit, else empty."""
    amount: Fen
    """Above zero put in, below zero taken out."""
    reason: str
    journal_hash: str
    """The first eight characters of the entry's hash."""
