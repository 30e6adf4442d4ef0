"""What the engine's verbs give back: decisions, settlements, what was undone."""

from dataclasses import dataclass

from pos_app.domain.moment import Day, Instant
from pos_app.domain.money import NOTHING, WHOLE_BP, Fen
from pos_app.engine.records.queue import Allocation, Ticket

NO_MEMBER = "NO_MEMBER"
NO_BASE = "NO_BASE"
NO_SPONSOR = "NO_SPONSOR"
BELOW_MINIMUM = "BELOW_MINIMUM"
ABOVE_MAXIMUM = "ABOVE_MAXIMUM"
DAILY_LIMIT = "DAILY_LIMIT"
"""The member's tickets of the day are used up; a queue is still put into (rulebook 2.3)."""
OVER_TOTAL_CONCESSION = "OVER_TOTAL_CONCESSION"
OVER_MARGIN = "OVER_MARGIN"
OTHER_REFERRAL = "OTHER_REFERRAL"
"""Another referral program has the sale: one for each sale (rulebook 9.1)."""
NO_OWN_PURCHASE = "NO_OWN_PURCHASE"
"""The sponsor has no own purchase left that could be refunded (rulebook 4.5)."""
ALREADY_COUNTED = "ALREADY_COUNTED"
"""The buyer counted once as a referral, and counts once for ever (rulebook 4.3)."""
UNDER_AGE = "UNDER_AGE"
"""No draw and no referral program for people under 18 (rulebook 10.6)."""
EMPLOYEE = "EMPLOYEE"
"""No draw for staff and owners (rulebook 3.4)."""
SELF_REFERRAL = "SELF_REFERRAL"
"""Buyer and sponsor are of one household, or staff, or the sponsor a minor (1.10)."""
NOT_DESIGNATED = "NOT_DESIGNATED"
"""Goods that the program does not name are in the sale (rulebook 4.3)."""
RETURNED = "RETURNED"
PROGRAM_CLOSED = "PROGRAM_CLOSED"
LATER_EVENT = "LATER_EVENT"
"""Something that came later rests on the sale; it cannot be undone as if it had not been."""


@dataclass(frozen=True, slots=True)
class SaleAsk:
    """A sale about to be completed, as far as enrolment needs to know it."""

    store: str
    member: int | None
    sponsor: int | None
    """The member's sponsor, as it will stand in the sale."""
    base: Fen
    """Concession base, after the reward tenders (rulebook 1.4)."""
    costs: tuple[Fen | None, ...]
    """Of each eligible line the cost of all its pieces; None where it is unknown."""
    at: Instant
    day: Day
    max_total_concession_bp: int
    max_margin_share_bp: int
    tier_bp: int = WHOLE_BP
    """The member's tier (rulebook 1a)."""
    skus: tuple[str, ...] = ()
    """Of the eligible lines; for programs of designated goods."""
    minor: bool = False
    """The buyer is under 18."""
    employee: bool = False
    """The buyer works in the shop or owns it."""
    least_hold_days: int = 0
    """What the shop asks of every program for this member (rulebook 1.10)."""
    referral_barred: bool = False
    """The sponsor may not be paid for it (`domain.member.bars_referral`)."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether a sale joins one program, and why not."""

    program: int
    version: int
    kind: str
    name: str
    priority: int
    rate_bp: int
    concession: Fen
    """What it would concede on the whole base."""
    reason: str
    """Empty when it joins; else a word such as OVER_TOTAL_CONCESSION."""
    due_at: Instant
    """When it settles: completion + hold x 24 h (rulebook 1.3)."""
    tier_bp: int = WHOLE_BP

    @property
    def joins(self) -> bool:
        """Whether the sale takes part."""
        return not self.reason


@dataclass(frozen=True, slots=True)
class Settled:
    """One due event that was done."""

    what: str
    """SETTLE, END_PERIOD, EXPIRE_POINTS, EXPIRE_VOUCHER, ..."""
    program: int
    sale: int
    due_at: Instant
    concession: Fen = NOTHING
    """What the store conceded; for M0 the points earned; else what expired or was paid."""
    reason: str = ""
    """Why the sale conceded nothing after all, found out when it settled."""
    joined: tuple[Ticket, ...] = ()
    """The sale's own new tickets, WAITING ones too."""
    paid: tuple[Allocation, ...] = ()
    """What tickets received out of the queue's lots, in the order paid."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What one program undid on a return."""

    program: int
    kind: str
    wanted: Fen = NOTHING
    """Benefits of the returned part: X of rulebook 2.8, or points earned."""
    from_wallet: Fen = NOTHING
    netted: Fen = NOTHING
    """Kept back from the refund, for `wanted`."""
    absorbed: Fen = NOTHING
    """Borne by the store: wanted - from_wallet - netted - debt."""
    debt: Fen = NOTHING
    """What a referrer owes of `wanted`; it only lessens future rewards (rulebook 1.6)."""
    to_merchant: Fen = NOTHING
    """The undistributed part of the sale's own concession."""
    from_reserve: Fen = NOTHING
    """Of the rest of the concession, what the store's own reserve covered."""
    from_others: Fen = NOTHING
    """Of the rest, what was taken back from those who had received it."""
    voucher_back: Fen = NOTHING
    """Of an exit voucher, out of the member's vouchers."""
    voucher_netted: Fen = NOTHING
    """Of an exit voucher already spent, kept back from the refund."""

    @property
    def from_refund(self) -> Fen:
        """All that this program keeps back from the refund."""
        return Fen(self.netted + self.voucher_netted)


@dataclass(frozen=True, slots=True)
class QueueFigures:
    """One queue as a report shows it; all in fen."""

    program: int
    store: str
    """Empty under ALLIANCE scope."""
    active: int
    pool: Fen
    exit_fund: Fen
