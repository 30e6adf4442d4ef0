"""A finished sale, its lines and tenders, and what was returned of it."""

from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.moment import Day, Instant
from pos_app.domain.money import BasisPoints, Fen, Milli
from pos_app.domain.record import Index, Record

COMPLETED = "COMPLETED"
VOIDED = "VOIDED"

MANY_SALES = "MANY_SALES"
SPLIT_SALE = "SPLIT_SALE"
RETURNER = "RETURNER"


@dataclass(frozen=True, slots=True)
class Sale(Record):
    """One completed sale; customer due is zero for it in the books."""

    TABLE: ClassVar[str] = "sale"
    KEY: ClassVar[tuple[str, ...]] = ("number",)

    number: int
    """Completion number: dense from 1 on each till's file; printed on the receipt."""
    basket: int
    """Made when the basket was opened; once for each store (exactly once)."""
    content: bytes
    """SHA-256 of what the basket held; another content under the same id is a bug."""
    entry: int
    """The journal entry that holds it."""
    ref: str
    """Outside name: the replayed file's own id, else the number as text."""
    store: str
    """Whose goods they are: it concedes, and the takings are its own (rulebook 9.3)."""
    till: str
    shift: int
    staff: int
    member: int | None
    at: Instant
    day: Day
    state: str
    goods: Fen
    """Sum of line nets after their own discounts, before the order discount."""
    saved: Fen
    """Line discounts and order discount together."""
    total: Fen
    """What was to pay: goods less order discount and 抹零."""
    tax: Fen
    base: Fen
    """Concession base: what earns rewards (rulebook 1.4)."""
    order_discount: Fen = Fen(0)
    rounding: Fen = Fen(0)
    """抹零, part of what was saved."""
    returned_base: Fen = Fen(0)
    """Cumulative; equals `base` after a whole return or a void."""
    returns: int = 0
    """How many returns there were; a sale with any cannot be voided."""
    sponsor: int | None = None
    """The member's sponsor at the time of the sale."""
    till_store: str = ""
    """The store at whose till it was paid; empty where the goods are its own (9.3)."""
    referral_barred: bool = False
    """The sponsor is not paid for it: one household, staff, or a minor (rulebook 1.10)."""

    @property
    def referrer(self) -> int | None:
        """Whom a reward for bringing the buyer may go to; never the buyer himself."""
        barred = self.referral_barred or self.sponsor == self.member
        return None if barred else self.sponsor


SALES_BY_BASKET = Index(Sale, "by_basket", ("basket", "store"))
SALES_BY_REF = Index(Sale, "by_ref", ("ref",))
SALES_BY_DAY = Index(Sale, "by_day", ("day", "number"))
SALES_OF_MEMBER = Index(Sale, "of_member", ("member", "number"))
SALES_OF_SHIFT = Index(Sale, "of_shift", ("shift", "number"))


@dataclass(frozen=True, slots=True)
class SaleLine(Record):
    """One line as it was sold; nothing looks the product up again."""

    TABLE: ClassVar[str] = "sale_line"
    KEY: ClassVar[tuple[str, ...]] = ("sale", "line")

    sale: int
    line: int
    """From 1."""
    product: int
    sku: str
    name: str
    price: Fen
    quantity: Milli
    discount: Fen
    """Of the whole line."""
    net: Fen
    """After its own discount and its share of the order discount (rulebook 1.4)."""
    base: Fen
    voucher: Fen
    """Share of the voucher tender; a return gives it back as voucher."""
    reward: Fen
    points: Fen
    cost: Fen
    """Per piece; 0 means unknown (rulebook 1.5)."""
    tax_rate: BasisPoints
    tax: Fen
    excluded: bool
    returned: Milli = Milli(0)
    """Cumulative quantity."""


@dataclass(frozen=True, slots=True)
class SaleTender(Record):
    """One tender of a sale, as kept: given less change."""

    TABLE: ClassVar[str] = "sale_tender"
    KEY: ClassVar[tuple[str, ...]] = ("sale", "position")

    sale: int
    position: int
    """From 1, in the order given."""
    kind: str
    amount: Fen
    given: Fen
    returned: Fen = Fen(0)
    """Cumulative, paid back on returns."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SaleReturn(Record):
    """Goods came back; figures are of this return alone."""

    TABLE: ClassVar[str] = "sale_return"
    KEY: ClassVar[tuple[str, ...]] = ("number",)

    number: int
    sale: int
    sequence: int
    """From 1 within the sale."""
    entry: int
    ref: str
    till: str
    shift: int
    staff: int
    at: Instant
    day: Day
    reason: str
    """`voluntary` or `defect`."""
    goods: Fen
    """Value of what came back, before netting."""
    base: Fen
    tax: Fen
    voucher: Fen
    reward: Fen
    points: Fen
    netted: Fen
    """Benefits kept back from the refund (rulebook 1.6)."""
    paid_back: Fen
    """goods - voucher - reward - points - netted, in money tenders."""


RETURNS_OF_SALE = Index(SaleReturn, "of_sale", ("sale", "sequence"))
RETURNS_BY_REF = Index(SaleReturn, "by_ref", ("ref",))
RETURNS_BY_DAY = Index(SaleReturn, "by_day", ("day", "number"))
"""For the sums of a day, which the records work out themselves."""
RETURNS_OF_SHIFT = Index(SaleReturn, "of_shift", ("shift", "number"))


@dataclass(frozen=True, slots=True)
class ReturnLine(Record):
    """What came back of one line."""

    TABLE: ClassVar[str] = "return_line"
    KEY: ClassVar[tuple[str, ...]] = ("return_number", "line")
    APPEND_ONLY: ClassVar[bool] = True

    return_number: int
    line: int
    quantity: Milli
    net: Fen
    base: Fen
    tax: Fen


@dataclass(frozen=True, slots=True)
class ReturnTender(Record):
    """Money paid back, by the kind it was paid with."""

    TABLE: ClassVar[str] = "return_tender"
    KEY: ClassVar[tuple[str, ...]] = ("return_number", "position")
    APPEND_ONLY: ClassVar[bool] = True

    return_number: int
    position: int
    kind: str
    amount: Fen


@dataclass(frozen=True, slots=True)
class SaleFlag(Record):
    """Something about a sale that a manager may want to look at (rulebook 1.10)."""

    TABLE: ClassVar[str] = "sale_flag"
    KEY: ClassVar[tuple[str, ...]] = ("sale", "why")
    APPEND_ONLY: ClassVar[bool] = True

    sale: int
    why: str
    """MANY_SALES, SPLIT_SALE or RETURNER."""
    other: int = 0
    """The earlier sale that it is about; 0 for none."""


FLAGS_OF_SALE = Index(SaleFlag, "by_key", ("sale", "why"))
LINES_OF_SALE = Index(SaleLine, "by_key", ("sale", "line"))
TENDERS_OF_SALE = Index(SaleTender, "by_key", ("sale", "position"))
LINES_OF_RETURN = Index(ReturnLine, "by_key", ("return_number", "line"))
TENDERS_OF_RETURN = Index(ReturnTender, "by_key", ("return_number", "position"))
