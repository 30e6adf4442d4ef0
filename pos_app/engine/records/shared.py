"""What every mechanism keeps: enrolments, due events, lots of a wallet, draws."""

from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.moment import Day, Instant
from pos_app.domain.money import WHOLE_BP, Fen
from pos_app.domain.record import Index, Record, Where

PENDING = "PENDING"
"""Completed, held; nothing has moved."""
SETTLED = "SETTLED"
SKIPPED = "SKIPPED"
"""Did not join; the reason says why."""
DROPPED = "DROPPED"
"""Was pending, and a return or the end of the program ended it."""
VOIDED = "VOIDED"


@dataclass(frozen=True, slots=True)
class Enrolment(Record):
    """Whether a sale takes part in a program, decided once (rulebook 1.5)."""

    TABLE: ClassVar[str] = "enrolment"
    KEY: ClassVar[tuple[str, ...]] = ("sale", "program")

    sale: int
    program: int
    version: int
    """Of the program's parameters, as they were when the sale was completed."""
    state: str
    reason: str
    """Why it did not join or was dropped; empty otherwise."""
    referral_taken: bool
    """Another referral program took the sale; M1's referral part goes to the head."""
    tier_bp: int
    """The member's tier at completion; M0 multiplies by it."""
    base: Fen = Fen(0)
    """What was settled on: the concession base less returns during the hold.

    Above zero on a SKIPPED one when the program took note of the sale without a
    concession, as M2 does of a purchase that may later be refunded itself.
    """
    concession: Fen = Fen(0)
    """What the store conceded at settlement; points earned for M0."""
    wanted_back: Fen = Fen(0)
    """Of the concession, over all returns; wanted, not recovered (rulebook 1.6)."""


ENROLMENTS = Index(Enrolment, "by_key", ("sale", "program"))

SETTLE = "SETTLE"
EXPIRE_POINTS = "EXPIRE_POINTS"
EXPIRE_VOUCHER = "EXPIRE_VOUCHER"
END_PERIOD = "END_PERIOD"

RANK_SETTLEMENT = 0
RANK_PERIOD = 1
RANK_EXPIRY = 2


@dataclass(frozen=True, slots=True)
class Due(Record):
    """Something that time will bring (rulebook 1.3, order of work)."""

    TABLE: ClassVar[str] = "due_event"
    KEY: ClassVar[tuple[str, ...]] = ("what", "program", "sale", "part")

    what: str
    program: int
    sale: int
    """The completion number, which breaks ties; 0 for a period."""
    part: int
    """The lot's part for an expiry, the period's number for a period, else 0."""
    due_at: Instant
    rank: int
    priority: int
    done: bool = False


DUE = Index(
    Due,
    "due",
    ("due_at", "rank", "sale", "priority", "program", "what", "part"),
    (Where("done", "=", 0),),
)


@dataclass(frozen=True, slots=True)
class Debt(Record):
    """What a return took back from a referrer who had it no more (rulebook 1.6).

    It lessens future rewards of the same program, and is never claimed in money.
    """

    TABLE: ClassVar[str] = "debt"
    KEY: ClassVar[tuple[str, ...]] = ("program", "member")

    program: int
    member: int
    amount: Fen


@dataclass(frozen=True, slots=True)
class Period(Record):
    """How many periods of a program have ended; kept for kinds that have periods."""

    TABLE: ClassVar[str] = "program_period"
    KEY: ClassVar[tuple[str, ...]] = ("program",)

    program: int
    began: Day
    """The day of adoption, from which periods are counted (rulebook 1.12)."""
    ended: int = 0
    """Extra ends included."""
    scheduled: int = 0
    """The ends that time brought."""


NEVER = Day("9999-12-31")
"""The expiry of what does not expire; spent last (rulebook 1a)."""


@dataclass(frozen=True, slots=True)
class WalletLot(Record):
    """Points or voucher money of one holder from one sale, with its last valid day."""

    TABLE: ClassVar[str] = "wallet_lot"
    KEY: ClassVar[tuple[str, ...]] = ("account", "program", "sale", "part")

    account: str
    """POINTS or VCH."""
    program: int
    sale: int
    part: int
    """From 1; more than one when something given back got a later expiry."""
    holder: str
    """What follows the colon in the account's name: a member's number, or `@<store>`."""
    granted: Fen
    left: Fen
    expires: Day
    """The last day on which it may be spent."""
    back_to: str
    """The account that expired money returns to."""
    limit_bp: int = WHOLE_BP
    """The largest part of a sale that it may pay."""
    unit: int = 1
    """Spent in multiples of it."""


SPENDABLE = Index(
    WalletLot,
    "spendable",
    ("account", "holder", "expires", "sale", "program", "part"),
    (Where("left", ">", 0),),
)
"""In spending order: by expiry, then age (rulebook 1.7, 1a)."""

LOTS_OF_SALE = Index(WalletLot, "by_key", ("account", "program", "sale", "part"))
"""What one sale brought under one program; periods leave gaps between the parts."""


@dataclass(frozen=True, slots=True)
class Draw(Record):
    """What a sale's reward tender drew from one lot; a return gives it back there."""

    TABLE: ClassVar[str] = "wallet_draw"
    KEY: ClassVar[tuple[str, ...]] = ("sale", "account", "position")

    sale: int
    account: str
    position: int
    """From 1, in the order drawn."""
    program: int
    lot_sale: int
    """0 for the reward balance, which has no lots."""
    part: int
    amount: Fen
    returned: Fen = Fen(0)


DRAWS = Index(Draw, "by_key", ("sale", "account", "position"))


@dataclass(frozen=True, slots=True)
class PointsDay(Record):
    """The price of the sales whose points a day granted, voids taken off again.

    What came back later is not: each return has its own day. For the accountant's share
    of the price alone (rulebook 10.9); no rule about money reads it.
    """

    TABLE: ClassVar[str] = "points_day"
    KEY: ClassVar[tuple[str, ...]] = ("program", "day")

    program: int
    day: Day
    price: Fen = Fen(0)
