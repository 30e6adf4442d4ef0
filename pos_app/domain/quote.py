"""What is owed now, what it would earn, and the draft handed in for payment."""

from dataclasses import dataclass

from pos_app.domain.basket import Basket
from pos_app.domain.money import Fen
from pos_app.domain.pricing import PricedBasket
from pos_app.domain.sale import Sale
from pos_app.domain.standing import Disclosure, Expected, Standing
from pos_app.domain.tender import TenderGiven


@dataclass(frozen=True, slots=True)
class TenderLimit:
    """The most a reward tender may pay of this sale, with the reason it is no more."""

    kind: str
    most: Fen
    """What may be used: the least of balance, due and the program's share."""
    unit: Fen = Fen(1)
    """Only multiples of it may be used (rulebook 1a)."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Shown before payment, worked out again inside the commit.

    `digest` covers prices, discounts, tax, tender limits and enrolments, never the queue
    place (design.md section 5).
    """

    basket: Basket
    priced: PricedBasket
    tenders: tuple[TenderGiven, ...]
    due: Fen
    """The total less the reward tenders already given."""
    limits: tuple[TenderLimit, ...]
    expected: tuple[Expected, ...]
    disclosures: tuple[Disclosure, ...]
    standing: Standing | None
    digest: bytes


@dataclass(frozen=True, slots=True)
class SaleDraft:
    """A basket with its tenders, as the customer agreed to it."""

    basket: Basket
    tenders: tuple[TenderGiven, ...]
    """`amount` kept and `given` handed over, in the order given; cash change is given - amount."""
    quoted: bytes | None
    """The digest of the quote that was shown; None where nobody was shown one (replay)."""
    ref: str = ""
    """Outside name in a replay; the sale's number otherwise."""
    cash_checked: bool = False
    """The cashier was asked once about cash above the limit, and said yes."""


@dataclass(frozen=True, slots=True)
class SaleDone:
    """A sale in the books."""

    sales: tuple[Sale, ...]
    """One for each store whose goods were on the bill, in the order of the bill."""
    change: Fen
    receipt_jobs: tuple[int, ...]
    """The print jobs that came with the commit, one for each sale."""
    standing: Standing | None

    @property
    def sale(self) -> Sale:
        """The first; the only one, unless goods of several stores were on the bill."""
        return self.sales[0]

    @property
    def ref(self) -> str:
        """The outside names of all of them, as a person reads them."""
        return " + ".join(sale.ref for sale in self.sales)

    @property
    def total(self) -> Fen:
        """What was to pay for the whole bill."""
        return Fen(sum(sale.total for sale in self.sales))
