"""What refer three keeps: own purchases, cycles, referrals (rulebook 4.4)."""

from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.moment import Day
from pos_app.domain.money import Fen
from pos_app.domain.record import Index, Record, Where

OPEN = "OPEN"
CLOSED = "CLOSED"
CANCELLED = "CANCELLED"
EXPIRED = "EXPIRED"


@dataclass(frozen=True, slots=True)
class OwnPurchase(Record):
    """A member's own qualified purchase, which referrals may refund."""

    TABLE: ClassVar[str] = "refer_own_purchase"
    KEY: ClassVar[tuple[str, ...]] = ("program", "sale")

    program: int
    sale: int
    member: int
    base: Fen
    """What was not returned."""
    free: bool
    """No cycle has it, and it was not returned."""
    cycle: int = 0
    """The member's cycle that has it; 0 for none."""


FREE_PURCHASES = Index(OwnPurchase, "free", ("program", "member", "sale"), (Where("free", "=", 1),))


@dataclass(frozen=True, slots=True)
class ReferCycle(Record):
    """Referrals of one member that refund one own purchase of his."""

    TABLE: ClassVar[str] = "refer_cycle"
    KEY: ClassVar[tuple[str, ...]] = ("program", "member", "number")

    program: int
    member: int
    number: int
    """Of this member, from 1."""
    sale: int
    """The own purchase."""
    version: int
    """Of the parameters: stages, basis and expiry follow the own purchase."""
    state: str
    target: Fen
    """T: what may come back at most."""
    paid: Fen
    """In cash or against a debt; what was taken back is off again."""
    expires: Day
    """The last day on which it is open."""
    joined: int = 0
    """How many referrals it ever had."""
    changes: int = 0
    """How often anything happened to it; a void restores what was last only."""
    basis_sale: int = 0
    """The own purchase that T is the base of; another than `sale` under LATEST_OWN."""


CYCLES_OF_MEMBER = Index(ReferCycle, "by_key", ("program", "member", "number"))
OPEN_CYCLES = Index(
    ReferCycle, "open", ("program", "member", "number"), (Where("state", "=", OPEN),)
)


@dataclass(frozen=True, slots=True)
class Referral(Record):
    """A sale that counted for the sponsor; its concession is a lot of the fund."""

    TABLE: ClassVar[str] = "refer_referral"
    KEY: ClassVar[tuple[str, ...]] = ("program", "sale")

    program: int
    sale: int
    sponsor: int
    cycle: int
    """The sponsor's cycle; 0 for a fixed share after the cycle."""
    position: int
    """In the cycle, from 1, in the order settled."""
    referee: int
    store: str
    """Which conceded; what is left of the lot goes back to it."""
    base: Fen
    """B: what was not returned."""
    counts: bool
    """False when a return took it below the minimum."""
    conceded: Fen
    """The lot as it came into the fund."""
    concession: Fen
    """C on the base that is left."""
    change: int
    """The cycle's change that it was."""
    paid: Fen = Fen(0)
    """Of the lot, to the sponsor."""
    back: Fen = Fen(0)
    """Of the lot, to the store."""
    rewarded: Fen = Fen(0)
    """What it brought the sponsor in cash when it settled."""
    offset: Fen = Fen(0)
    """What it took off his debt."""
    short: Fen = Fen(0)
    """What the fund could not pay; shown, not owed."""

    @property
    def left(self) -> int:
        """What is in the fund of this lot."""
        return self.conceded - self.paid - self.back


REFERRALS_OF_CYCLE = Index(
    Referral, "of_cycle", ("program", "sponsor", "cycle", "position", "sale")
)
COUNTED_REFEREES = Index(
    Referral, "counted", ("program", "referee", "sale"), (Where("counts", "=", 1),)
)
