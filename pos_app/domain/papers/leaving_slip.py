"""What the slip of leaving a queue says; how it is drawn is `documents`' part."""

from dataclasses import dataclass

from pos_app.domain.moment import Day, Instant
from pos_app.domain.money import BasisPoints, Fen


@dataclass(frozen=True, slots=True)
class LeavingSlip:
    """A sale left the queue for a voucher (rulebook 2.6); the name is masked already."""

    number: int
    """Of the journal's entry."""
    at: Instant
    till: str
    cashier: str
    member: int
    masked_name: str
    masked_phone: str
    sale: str
    """The number on the sale's receipt."""
    voucher: Fen
    """0 when the exit fund had nothing."""
    valid_until: Day
    """The last day on which the voucher pays."""
    pays_bp: BasisPoints
    """It pays at most this part of a purchase."""
    journal_hash: str
    """The first eight characters of the entry's hash."""
