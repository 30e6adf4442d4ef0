"""What a member has in a program beside points and queue tickets.

Facts only: what will come of them nobody knows, and nothing here says so.
"""

from dataclasses import dataclass

from pos_app.domain.moment import Day, Instant
from pos_app.domain.money import Fen


@dataclass(frozen=True, slots=True)
class ReferHolding:
    """M2: own purchases that referrals refund (rulebook 4.4)."""

    program: int
    name: str
    counted: int
    """Referrals of the open cycle; 0 without one."""
    needed: int
    returned: Fen
    """Of the open cycle's purchase."""
    price: Fen
    """The most that comes back of it: the cycle's, else the oldest free purchase's."""
    until: Day | None
    """The last day of the open cycle; None without one."""
    waiting: int
    """Own purchases that no cycle has yet."""
    debt: Fen
    """What a return took back and was spent; it only lessens later refunds."""


@dataclass(frozen=True, slots=True)
class ChainHolding:
    """M3: a member's place in a chain (rulebook 5.4)."""

    program: int
    name: str
    identity: str
    """CUSTOMER, AGENT or BOSS."""
    recruits: int
    """Those he brought who qualified and count."""
    needed: int
    """So many recruits make a boss; 0 when their purchases decide."""
    sold: Fen
    """Settled sales to those he brought."""
    to_sell: Fen
    """So much sold to them makes a boss; 0 when heads decide."""
    locked: Fen
    """Blocked, with what is held (帮扶基金)."""
    held: Fen
    """Of it, what an own purchase sets free (复购)."""
    free_from: Day | None
    """When what is blocked comes free at the latest, unless more is blocked."""
    wants_purchase: bool
    """His bonuses ask for an own purchase; a reminder."""
    debt: Fen


@dataclass(frozen=True, slots=True)
class GreenHolding:
    """M4: points in force and what they have released (rulebook 6.4)."""

    program: int
    name: str
    points: int
    """As shown: a split changes the number and no cent."""
    released: Fen
    """In vouchers, of the lots that are open."""
    of_all: int
    """Points of all holders together, stores included, as shown."""
    store_bp: int
    """How many points a store receives beside the buyer's, for each of his."""
    next_release: Instant | None
    """When the next release is worked out; it may be nothing."""


@dataclass(frozen=True, slots=True)
class UnitsHolding:
    """M5: units and what they are worth now (rulebook 7.4)."""

    program: int
    name: str
    units: int
    """Ten thousand are a point."""
    worth: Fen
    """Now, before the fee."""
    point: Fen
    """What one point is worth now."""
    fee_bp: int
    least: int
    """Fewer units are not redeemed."""
    cap: Fen
    """At this worth all of them have been converted; 0 when that is off."""
    in_vouchers: bool
    """What is redeemed comes as vouchers, not as balance."""


@dataclass(frozen=True, slots=True)
class CircleHolding:
    """M6: energy, contribution and points (rulebook 8.4)."""

    program: int
    name: str
    energy: Fen
    """What may still be paid."""
    weight: int
    """Contribution; without energy none of it counts."""
    of_all: int
    """The contribution of all who share."""
    points: Fen
    face: Fen
    """Points become vouchers of this worth."""

    @property
    def convertible(self) -> Fen:
        """What whole vouchers the points make."""
        return Fen(self.points // self.face * self.face)


@dataclass(frozen=True, slots=True)
class DrawHolding:
    """M1b: purchases in the draw to come (rulebook 3.4)."""

    program: int
    name: str
    sales: tuple[str, ...]
    """The sales that are entered, oldest first, as printed."""
    round_id: str
    drawn_at: Instant | None
    """None when it is drawn after so many entries."""
    entries_to_go: int
    """Entries until the draw; 0 when its time is set."""


Holding = ReferHolding | ChainHolding | GreenHolding | UnitsHolding | CircleHolding | DrawHolding


@dataclass(frozen=True, slots=True)
class VoucherHeld:
    """Vouchers of one program with one last day."""

    name: str
    left: Fen
    expires: Day | None
    """The last day on which they pay; None when they do not expire."""


@dataclass(frozen=True, slots=True)
class VoucherToCome:
    """Vouchers that an errand would give, and on which terms (rulebook 10.2, 14)."""

    amount: Fen
    expires: Day
    """The last day on which they would pay."""
    limit_bp: int
    """The largest part of a sale that they would pay."""


@dataclass(frozen=True, slots=True)
class Redeemed:
    """Units that became money; all but the units in fen."""

    units: int
    gross: Fen
    """What they were worth."""
    fee: Fen
    """Kept in the pool."""
    paid: Fen


@dataclass(frozen=True, slots=True)
class Gain:
    """What a sale would bring its buyer, in what its program counts."""

    what: str
    """One of the words below."""
    amount: int


OWN_PURCHASE = "OWN_PURCHASE"
"""M2: a purchase that referrals may refund; its base in fen."""
OWN_SALES = "OWN_SALES"
"""M3: own purchases, in fen."""
GREEN_POINTS = "GREEN_POINTS"
"""M4: as shown."""
UNITS = "UNITS"
"""M5: at the price of now."""
UNITS_LATER = "UNITS_LATER"
"""M5 during the hold: how many nobody knows before its price; the amount is 0."""
ENERGY = "ENERGY"
"""M6: in fen."""
WEIGHT = "WEIGHT"
"""M6: contribution."""
ENTRY = "ENTRY"
"""M1b: entries in the draw."""
