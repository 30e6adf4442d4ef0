"""What an X or a Z slip says of a shift; how it is drawn is `documents`' part."""

from dataclasses import dataclass

from pos_app.domain.moment import Day, Instant
from pos_app.domain.money import Fen


@dataclass(frozen=True, slots=True)
class TenderTotal:
    """One kind of tender over a shift, in fen."""

    kind: str
    taken: Fen
    """Kept after change, on sales of this shift; voided ones as well."""
    paid_back: Fen
    """On returns and voids of this shift."""
    count: int
    """Tenders taken."""

    @property
    def kept(self) -> Fen:
        """What is left of it."""
        return Fen(self.taken - self.paid_back)


@dataclass(frozen=True, slots=True)
class ShiftReport:
    """A shift so far (X, `z_number` 0) or closed (Z, numbered densely per till)."""

    shift: int
    store: str
    till: str
    z_number: int
    cashier: str
    """Who opened it."""
    day: Day
    opened_at: Instant
    at: Instant
    """When the slip was made; of a Z slip, when the shift was closed."""
    opening_float: Fen
    expected: Fen
    """Cash that should lie in the drawer: minus the ledger's balance of it."""
    counted: Fen | None
    """None on an X slip."""
    variance: Fen | None
    """counted - expected; None on an X slip."""
    tenders: tuple[TenderTotal, ...]
    sales: int
    """Completed in the shift, voided ones left out."""
    sold: Fen
    """Their totals."""
    tax: Fen
    """Inside what was sold, before returns."""
    saved: Fen
    """Discounts given on them."""
    returns: int
    returned: Fen
    """Value of goods that came back, before netting."""
    netted: Fen
    """Benefits kept back from refunds (rulebook 1.6)."""
    voids: int
    """Done in the shift, of its own sales or of an earlier shift's."""
    voided: Fen
    drawer_openings: int
    """Without a sale."""
    cash_in: Fen
    cash_out: Fen
    paid_out: Fen
    """Rewards paid out at the counter in cash."""
    rewards_given: Fen
    """Points, reward balance and vouchers credited to members."""
    rewards_taken_back: Fen
    """By returns, voids and expiry."""
    rewards_spent: Fen
    """As tenders or at the counter, less what returns gave back."""
    journal_head: str = ""
    """The first digits of the journal's hash with the shift's end; a Z slip's alone."""

    @property
    def voided_earlier(self) -> Fen:
        """Of `voided`, sales of earlier shifts; its own are left out of `sold` already."""
        taken = sum(each.taken for each in self.tenders)
        return Fen(self.voided - (taken - self.sold))

    @property
    def takings(self) -> Fen:
        """What the shift brought, and what its tenders keep together."""
        return Fen(self.sold - self.returned + self.netted - self.voided_earlier)
