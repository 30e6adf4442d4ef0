"""What the slip of a counter payout says; how it is drawn is `documents`' part."""

from dataclasses import dataclass

from pos_app.domain.moment import Instant
from pos_app.domain.money import Fen


@dataclass(frozen=True, slots=True)
class PayoutSlip:
    """A balance that was paid out in cash (rulebook 1.7); the name is masked already."""

    number: int
    """Of the journal's entry."""
    at: Instant
    till: str
    cashier: str
    member: int
    masked_name: str
    masked_phone: str
    account: str
    """`CASH`, `VCH`, `POINTS` or `PTS`."""
    amount: Fen
    """What the drawer paid: what was drawn less the fee."""
    left: Fen
    """What the account holds afterwards."""
    journal_hash: str
    """The first eight characters of the entry's hash."""
    fee: Fen = Fen(0)
    """Kept back by the shop's rules (rulebook 1.7)."""
