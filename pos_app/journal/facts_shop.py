"""Facts of the shop: rules, goods, people, programs, shifts."""

from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.later_field import later_field
from pos_app.domain.moment import Instant
from pos_app.domain.money import BasisPoints, Fen, Milli
from pos_app.domain.settings import STORE_TENDER_ONLY
from pos_app.domain.whole_number import BigNumber
from pos_app.journal.fact import Fact


@dataclass(frozen=True, slots=True)
class RulesSet(Fact):
    """Settings that decide money were set or changed."""

    KIND: ClassVar[str] = "rules_set"

    max_total_concession_bp: int
    max_margin_share_bp: int
    return_window_days: int
    cutoff_minutes: int
    negative_stock: bool
    second_supervisor: bool = False
    withdraw_mode: str = STORE_TENDER_ONLY
    payout_least: Fen = Fen(1000)
    payout_fee_bp: int = 0
    member_day_sales: int = 0
    returner_hold: bool = False
    flag_split_sales: bool = False
    expected_redemption_bp: int = 10_000


@dataclass(frozen=True, slots=True)
class StoreAdded(Fact):
    """A store joined the file."""

    KIND: ClassVar[str] = "store_added"

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class StoreLeft(Fact):
    """A store left the alliance for good; no money moves (rulebook 2.9, 6.8)."""

    KIND: ClassVar[str] = "store_left"

    code: str


@dataclass(frozen=True, slots=True)
class CodePrinted:
    """One barcode of a product: canonical, and as printed on the pack."""

    code: str
    printed: str


@dataclass(frozen=True, slots=True)
class ProductSaved(Fact):
    """A product was added or changed; the whole of it, with all its barcodes."""

    KIND: ClassVar[str] = "product_saved"

    number: int
    sku: str
    name: str
    price: Fen
    cost: Fen
    tax_rate: BasisPoints
    excluded: bool
    unit: str
    category: str
    weighed: bool
    on_sale: bool
    codes: tuple[CodePrinted, ...]
    owner: str = later_field("")
    """The store whose goods these are; empty for the one that sells."""


@dataclass(frozen=True, slots=True)
class StockMoved(Fact):
    """Goods came in (above zero) or were written off (below zero) outside a sale."""

    KIND: ClassVar[str] = "stock_moved"

    product: int
    quantity: Milli
    reason: str


@dataclass(frozen=True, slots=True)
class StaffSaved(Fact):
    """A person was added or changed; of the PIN only the SHA-256 of what is stored."""

    KIND: ClassVar[str] = "staff_saved"

    number: int
    name: str
    role: str
    pin_sha256: str
    active: bool


@dataclass(frozen=True, slots=True)
class SignedIn(Fact):
    """Somebody signed in, or was refused (then `accepted` is False)."""

    KIND: ClassVar[str] = "signed_in"

    person: int
    till: str
    accepted: bool


@dataclass(frozen=True, slots=True)
class MemberSaved(Fact):
    """A member registered or was changed; the sponsor never changes (rulebook 1.8).

    Of what names a person only SHA-256 with the member's salt; empty of no text.
    """

    KIND: ClassVar[str] = "member_saved"

    number: int
    ref: str
    name_sha256: str
    phone_sha256: str
    sponsor: int | None
    consent: bool
    tier: str
    tier_bp: BasisPoints
    age_band: str = "ADULT"
    employee: bool = False
    household: str = ""
    household_sha256: str = ""
    salt_sha256: str = ""


@dataclass(frozen=True, slots=True)
class MemberErased(Fact):
    """What names a member was erased at his wish; the number stays (rulebook 10.6)."""

    KIND: ClassVar[str] = "member_erased"

    number: int


@dataclass(frozen=True, slots=True)
class MembersMerged(Fact):
    """Two members are one person: all that is one's is the other's now (1.10)."""

    KIND: ClassVar[str] = "members_merged"

    member: int
    """The duplicate, whose number stays in the books."""
    into: int
    approved_by: int
    """The supervisor whose PIN it was, or who was signed in."""


@dataclass(frozen=True, slots=True)
class CardIssued(Fact):
    """A card was made for a member."""

    KIND: ClassVar[str] = "card_issued"

    card: BigNumber
    member: int


@dataclass(frozen=True, slots=True)
class CardRevoked(Fact):
    """A card no longer names its member."""

    KIND: ClassVar[str] = "card_revoked"

    card: BigNumber


@dataclass(frozen=True, slots=True)
class ProgramsTried(Fact):
    """Programs were tried in a what-if, to be started perhaps (rulebook 10.10)."""

    KIND: ClassVar[str] = "programs_tried"

    digests: tuple[str, ...]
    """Of each program's kind and parameters (`engine.program.trial_digest`)."""
    sales: int
    """On how many sales."""
    made_up: bool
    """Whether the sales were made up; else the shop's own."""


@dataclass(frozen=True, slots=True)
class ProgramAdopted(Fact):
    """A program or a new version of one, with who consented."""

    KIND: ClassVar[str] = "program_adopted"

    number: int
    name: str
    kind: str
    priority: int
    enabled: bool
    version: int
    params: str
    """Canonical JSON, the whole of it."""
    consent_by: str
    typed_sentence: str = ""
    """As typed, for a red program (rulebook 10.10)."""
    approved_by: int | None = None
    """The second supervisor's staff number, where the shop asks for one."""


@dataclass(frozen=True, slots=True)
class ProgramClosed(Fact):
    """PROGRAM_CLOSE: the owner stopped a program for good."""

    KIND: ClassVar[str] = "program_closed"

    program: int


@dataclass(frozen=True, slots=True)
class ShiftOpened(Fact):
    """A cashier opened the drawer with a float."""

    KIND: ClassVar[str] = "shift_opened"

    number: int
    store: str
    till: str
    opening_float: Fen


@dataclass(frozen=True, slots=True)
class CashMoved(Fact):
    """Cash in, cash out, or the drawer opened for nothing (amount zero)."""

    KIND: ClassVar[str] = "cash_moved"

    number: int
    shift: int
    amount: Fen
    reason: str
    approved_by: int | None


@dataclass(frozen=True, slots=True)
class ShiftClosed(Fact):
    """The drawer was counted; the variance is stored whatever it is."""

    KIND: ClassVar[str] = "shift_closed"

    number: int
    counted: Fen
    z_number: int


@dataclass(frozen=True, slots=True)
class TimeAccepted(Fact):
    """Somebody found the machine's clock right after a long silence."""

    KIND: ClassVar[str] = "time_accepted"

    silent_since: Instant


@dataclass(frozen=True, slots=True)
class ShopRestored(Fact):
    """The file was brought back from a backup."""

    KIND: ClassVar[str] = "shop_restored"

    backup_made_at: Instant


@dataclass(frozen=True, slots=True)
class KeysBroughtBack(Fact):
    """The shop's secrets were put onto this machine again by the recovery code."""

    KIND: ClassVar[str] = "keys_brought_back"

    till: str


@dataclass(frozen=True, slots=True)
class RecoveryCodeRenewed(Fact):
    """The shop's secrets were locked anew; the code before opens no later backup."""

    KIND: ClassVar[str] = "recovery_code_renewed"

    till: str
