"""What a member has, and what a sale would add: the values of the member panel."""

from dataclasses import dataclass

from pos_app.domain.holdings import Gain, Holding, VoucherHeld
from pos_app.domain.member import NOTHING_DECLARED, MemberDeclared
from pos_app.domain.moment import Day
from pos_app.domain.money import Fen


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
    """The reason word when the sale does not take part, e.g. BELOW_MINIMUM."""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One mandatory sentence: a message id with its fields (rulebook 2.10)."""

    text: str
    fields: tuple[tuple[str, str], ...] = ()
    program: str = ""
    """The name of the program that it is of; empty where only one can be meant."""
