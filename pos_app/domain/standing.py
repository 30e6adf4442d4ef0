"""What a member has, and what a sale would add: the values of the member panel."""

from dataclasses import dataclass

from pos_app.domain.holdings import Gain, Holding, VoucherHeld
from pos_app.domain.member import NOTHING_DECLARED, MemberDeclared
from pos_app.domain.moment import Day
from pos_app.domain.money import Fen

POINTS_KIND, QUEUE_KIND = "M0", "M1"
"""Plain points and the queue, as the rulebook numbers its mechanisms (0.3)."""


@dataclass(frozen=True, slots=True)
class TicketPlace:
    """One ticket of the queue as a customer may see it; never a date beside it."""

    program: int
    sale: int
    sale_ref: str
    part: int
    """From 1; a large sale is cut into several."""
    state: str
    """WAITING, ACTIVE, COMPLETED, EXITED or CANCELLED (rulebook 2.4)."""
    place: int | None
    """1 is next; None when it does not stand in the queue."""
    received: Fen
    target: Fen
    counts_from: Day | None = None
    """Set while the sale is still held: the day it joins."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A member's balances and tickets now, ready to be shown, masked."""

    member: int
    name: str
    masked_phone: str
    tier: str
    points: Fen
    reward: Fen
    voucher: Fen
    voucher_expires: Day | None
    """The soonest expiry among the voucher lots."""
    voucher_lots: int
    tickets: tuple[TicketPlace, ...]
    """ACTIVE first by place, then WAITING, then the pending of held sales."""
    pays_out: bool = False
    """Whether the shop pays the reward balance out in cash (rulebook 1.7)."""
    holdings: tuple[Holding, ...] = ()
    """What the other programs keep of the member, by priority."""
    declared: MemberDeclared = NOTHING_DECLARED
    """What the member has said of age, work and household."""
    vouchers: tuple[VoucherHeld, ...] = ()
    """In spending order; those of one program and day as one."""
    also: tuple[int, ...] = ()
    """Numbers of the same person that were merged into this one (rulebook 1.10)."""
    runs: tuple[str, ...] = ()
    """The kinds of the shop's programs that run, M0 for points (rulebook 0.3)."""

    @property
    def has_points(self) -> bool:
        """Whether points are worth showing: some are there, or can be earned."""
        return bool(self.points) or POINTS_KIND in self.runs

    @property
    def has_balances(self) -> bool:
        """Whether reward balance and vouchers are there, or some program may give them."""
        return bool(self.reward or self.voucher) or bool(set(self.runs) - {POINTS_KIND})

    @property
    def has_rewards(self) -> bool:
        """Whether there is anything of any program to look at."""
        return self.has_points or self.has_balances or bool(self.tickets or self.holdings)

    @property
    def has_queue(self) -> bool:
        """Whether a queue's tickets are there, or a purchase may bring one."""
        return bool(self.tickets) or QUEUE_KIND in self.runs


@dataclass(frozen=True, slots=True)
class Expected:
    """What one program would add for this sale, and from when it counts."""

    program: int
    name: str
    kind: str
    points: Fen = Fen(0)
    targets: tuple[Fen, ...] = ()
    """New tickets' targets, as cut."""
    counts_from: Day | None = None
    """None: at once; else the day the hold ends."""
    gains: tuple[Gain, ...] = ()
    """In what other kinds count; a skipped sale may still count for later ones."""
    refused: str = ""
    """The reason word when the sale takes no part, or puts in and brings no ticket."""
    store: str = ""
    """Whose goods it is for; empty where all are the store's that sells."""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One mandatory sentence: a message id with its fields (rulebook 2.10)."""

    text: str
    fields: tuple[tuple[str, str], ...] = ()
    program: str = ""
    """The name of the program that it is of; empty where only one can be meant."""
