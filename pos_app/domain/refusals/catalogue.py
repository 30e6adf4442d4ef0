"""What the shop says no to when products are added, changed, imported or counted."""

from dataclasses import dataclass

from pos_app.errors import Refusal


@dataclass(eq=False)
class CodeTaken(Refusal):
    """A code names one product only; it already names another one."""

    code: str
    product: int
    name: str


@dataclass(eq=False)
class SkuTaken(Refusal):
    """The shop's own code already names another product."""

    sku: str
    product: int
    name: str


@dataclass(eq=False)
class PriceOutOfRange(Refusal):
    """A price is above zero and at most the largest amount; nothing was written."""

    price: int
    largest: int


@dataclass(eq=False)
class CostOutOfRange(Refusal):
    """A cost is zero (unknown) or above; nothing was written."""

    cost: int
    largest: int


@dataclass(eq=False)
class TaxRateOutOfRange(Refusal):
    """A tax rate lies between 0 and 10 000 basis points."""

    rate: int


@dataclass(eq=False)
class NameUnusable(Refusal):
    """A name is empty, too long, or holds signs that no paper can show.

    `why` is `empty`, `too_long`, `signs` (control characters, halves of characters),
    `at_sign` (a program's name or an outside id with an @, rulebook 1.12) or `promises`
    (a program's name with a word that rulebook 10.8 forbids).
    """

    what: str
    """`product`, `sku`, `staff`, `member`, `program`, `shop`, `reason` ..."""
    name: str
    why: str
    named: tuple[str, ...] = ()
    """The words that promise too much."""


@dataclass(eq=False)
class StockQuantityOutOfRange(Refusal):
    """A delivery or a write-off is not zero and at most the largest quantity."""

    quantity: int
    largest: int
