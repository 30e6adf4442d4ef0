"""Everything a receipt says, as values; `documents` words and draws it.

What must stand on it: rulebook 10.7 (every line, discount and tender, the reward
programs with "pending until", place and remaining amount, the disclosure, the version of
the rules, a contact) and design.md section 3 (the first characters of the sale's hash).
Amounts are whole fen, quantities whole thousandths.
"""

from dataclasses import dataclass, field

from pos_app.domain.holdings_told import HeldTold
from pos_app.domain.moment import Day, Instant
from pos_app.domain.money import BasisPoints, Fen, Milli
from pos_app.domain.standing import Disclosure, Expected, TicketPlace

RULES_APART = " · "


@dataclass(frozen=True, slots=True)
class ReceiptShop:
    """The head of the paper."""

    name: str
    address: str = ""
    contact: str = ""
    tax_number: str = ""
    goods_of: str = ""
    """The store whose goods they are; empty where it is the one that sells (9.3)."""


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One line as sold; on a return's receipt, what came back of it."""

    name: str
    quantity: Milli
    price: Fen
    amount: Fen
    """After its own discount, before any discount on the whole bill."""
    tax_rate: BasisPoints = BasisPoints(0)
    unit: str = ""
    """In what it was weighed, as the product has it now; may be empty for kilograms."""
    is_weighed: bool = False
    discount: Fen = Fen(0)
    """Of the whole line, above zero."""
    why_discounted: str = ""
    """E.g. 会员价; empty says only how much was taken off."""


@dataclass(frozen=True, slots=True)
class ReceiptTender:
    """What the customer paid with; on a return's receipt, what was paid back."""

    kind: str
    """A word of `domain.tender`."""
    amount: Fen
    """Kept; given less change."""
    given: Fen = Fen(0)
    """Handed over, for cash; 0 where it says nothing more than `amount`."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReceiptTax:
    """The tax inside the prices, for one rate."""

    rate: BasisPoints
    amount: Fen
    """Tax included."""
    tax: Fen


@dataclass(frozen=True, slots=True)
class ReceiptMember:
    """What the member had, got, spent and has; name and phone are masked already."""

    number: int
    masked_name: str
    masked_phone: str
    points_before: int
    points_spent: int
    points_earned: int
    """By this sale, already counted; what is still held stands in `gains`."""
    points_after: int
    reward: Fen
    """Reward balance now."""
    voucher: Fen
    """Voucher balance now."""
    voucher_expires: Day | None = None
    """The soonest expiry."""
    tickets: tuple[TicketPlace, ...] = ()
    gains: tuple[Expected, ...] = ()
    """What this sale adds, program by program, with the day from which it counts."""
    holdings: tuple[HeldTold, ...] = ()
    """What the programs beside points and queue keep of the member now."""
    has_points: bool = True
    """Whether there are points, or a program that gives some."""
    has_balances: bool = True
    """The same of reward balance and vouchers."""


@dataclass(frozen=True, slots=True)
class ReceiptReturn:
    """What makes a receipt one of a return."""

    sale: str
    """The number of the sale that the goods came from."""
    reason: str
    """`voluntary` or `defect`; `void` when the whole sale was undone."""
    netted: Fen = Fen(0)
    """Rewards of the sale that were kept back from the refund (rulebook 1.6)."""
    ends_rewards: bool = False
    """All of a sale that joined programs has come back: it counts in none any more."""


@dataclass(frozen=True, slots=True)
class ReceiptFacts:
    """One receipt: of a sale, or of a return when `returned` is given."""

    shop: ReceiptShop
    number: str
    """The sale's or the return's number, as people read it out."""
    till: str
    cashier: str
    at: Instant
    lines: tuple[ReceiptLine, ...]
    subtotal: Fen
    """Prices times quantities, before any discount."""
    line_discounts: Fen
    order_discount: Fen
    """On the whole bill."""
    total: Fen
    """What was to pay, or what the goods coming back are worth:
    subtotal - line_discounts - order_discount - rounding."""
    tenders: tuple[ReceiptTender, ...]
    change: Fen = Fen(0)
    rounding: Fen = Fen(0)
    """抹零: the odd jiao and fen let go; a line of its own (rulebook 10.3)."""
    taxes: tuple[ReceiptTax, ...] = ()
    member: ReceiptMember | None = None
    disclosures: tuple[Disclosure, ...] = ()
    rules_version: str = ""
    """Each program with its version, `RULES_APART` between them."""
    """By name, e.g. "积分 v1 · 排队返还 v3"; empty without programs."""
    journal_hash: str = ""
    """The first eight characters of the entry's hash."""
    code: str = ""
    """The digits in the QR code by which a return finds this sale; empty: none."""
    copy: int = 0
    """0 = the original; n = the n-th reprint, marked so."""
    told_as_of: Instant | None = None
    """Of when the member's figures are, where the original told others."""
    is_training: bool = False
    returned: ReceiptReturn | None = None
    closing_words: tuple[str, ...] = field(default=())
    """The shop's own last lines, e.g. 谢谢光临."""
