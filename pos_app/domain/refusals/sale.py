"""Why a sale, a return or a payout is not done, with the facts of the moment."""

from dataclasses import dataclass

from pos_app.domain.money import Fen, Milli
from pos_app.errors import Refusal


@dataclass(eq=False)
class UnknownCode(Refusal):
    """No product has the code; the bill is unchanged."""

    code: str


@dataclass(eq=False)
class NotOnSale(Refusal):
    """The product is known but was taken off sale."""

    name: str


@dataclass(eq=False)
class EmptyBasket(Refusal):
    """There is nothing to pay for."""


@dataclass(eq=False)
class NoShiftOpen(Refusal):
    """Nobody has opened the drawer; sales need a shift."""


@dataclass(eq=False)
class QuantityRefused(Refusal):
    """A quantity of zero, below zero or above 1,000,000 pieces."""

    quantity: Milli


@dataclass(eq=False)
class PartOfPack(Refusal):
    """A count before a label of the scale that is not whole: a label is one pack."""

    quantity: Milli


@dataclass(eq=False)
class AmountRefused(Refusal):
    """A price, discount or tender below 0, too large, or above its whole."""

    what: str
    amount: Fen
    most: Fen


@dataclass(eq=False)
class TenderTooSmall(Refusal):
    """The customer has not yet given enough."""

    due: Fen
    given: Fen

    @property
    def missing(self) -> Fen:
        """What is still to pay."""
        return Fen(self.due - self.given)


@dataclass(eq=False)
class TenderAboveDue(Refusal):
    """Only cash gives change; another tender may not be more than what is due."""

    kind: str
    due: Fen
    given: Fen


@dataclass(eq=False)
class UnknownTender(Refusal):
    """No tender is called that."""

    kind: str


@dataclass(eq=False)
class TenderNeedsMember(Refusal):
    """Points, reward balance and vouchers belong to a member; none is named."""

    kind: str


@dataclass(eq=False)
class CashAboveLimit(Refusal):
    """More cash than the till expects; asked once, to catch a slip of the finger."""

    given: Fen
    limit: Fen


@dataclass(eq=False)
class QuoteChanged(Refusal):
    """What is to pay or to earn is not what was shown; nothing was written."""

    was: Fen
    due: Fen
    product: str = ""
    """The first product whose price changed, if that is why."""


@dataclass(eq=False)
class LineChanged(Refusal):
    """A line was scanned on or taken off while its price or discount was asked about."""

    name: str


@dataclass(eq=False)
class UnknownSale(Refusal):
    """No sale has this number or receipt code."""

    named: str


@dataclass(eq=False)
class NothingToReturn(Refusal):
    """The return names no line, or no quantity."""

    sale: str


@dataclass(eq=False)
class ReturnTooMuch(Refusal):
    """More than is left of the line; nothing was written."""

    line: int
    left: Milli
    asked: Milli


@dataclass(eq=False)
class SaleIsVoided(Refusal):
    """The sale was undone whole already."""

    sale: str


@dataclass(eq=False)
class IdUsed(Refusal):
    """An outside id that the shop already has."""

    named: str


@dataclass(eq=False)
class PayoutNotOffered(Refusal):
    """The shop lets the reward balance pay for purchases only (rulebook 1.7)."""


@dataclass(eq=False)
class PayoutTooSmall(Refusal):
    """Below the least that the shop pays out in cash."""

    least: Fen
    asked: Fen


@dataclass(eq=False)
class PayoutRefused(Refusal):
    """The amount is not above zero, or the account cannot be paid out."""

    account: str
    amount: Fen
