"""What a what-if answers: figures about an assumption, never a promise."""

from dataclasses import dataclass

from pos_app.domain.moment import Day
from pos_app.domain.money import WHOLE_BP, Fen, part

AS_GIVEN = "as_given"
HALVED = "halved"
STOPPED = "stopped"

PRICE_SCALE = 10_000
"""A point's price is written in ten-thousandths of a fen."""


@dataclass(frozen=True, slots=True)
class ProgramPoint:
    """One program at the end of a day; everything since the first day."""

    funded: Fen
    """What stores have conceded, less what went back to them."""
    paid: Fen
    """What members have received."""
    owed: Fen
    """What is still waited for; see `engine.what_if_claims` what that is for each kind."""
    pool: Fen
    """What pools and funds hold."""
    kept: Fen
    """Program fees, and tax withheld from prizes; funded = paid + pool + kept."""
    repaid: int
    """Purchases that have received the whole."""
    waiting: int
    """Purchases that still wait."""
    price: int | None = None
    """M5: what a point is worth, in ten-thousandths of a fen; None without units."""


@dataclass(frozen=True, slots=True)
class DayPoint:
    """One day of the curve; sales and amounts are of this day alone."""

    day: Day
    sales: int
    sold: Fen
    """Concession bases of the day's sales."""
    programs: tuple[ProgramPoint, ...]
    """In the sequence of `Scenario.programs`."""


@dataclass(frozen=True, slots=True)
class PointsBrought:
    """What the points of one day's purchases have brought by the end (M4)."""

    day: Day
    points: int
    released: Fen

    @property
    def per_point_bp(self) -> int:
        """Voucher money per point and fen, in basis points: 10 000 is one fen a point."""
        return part(self.released, WHOLE_BP * WHOLE_BP // self.points) if self.points else 0


@dataclass(frozen=True, slots=True)
class ProgramEnd:
    """One program at the end of a scenario."""

    name: str
    kind: str
    last: ProgramPoint
    receivers: int
    """Members who have received anything."""
    waiting_members: int
    """Members who still wait for something."""
    ended_short: int
    """Purchases that ended without the whole: left the queue, ran out of rounds or time."""
    median_days: int | None
    """How long the repaid ones waited, from the day on which they counted."""
    median_sales: int | None
    """The same in sales of the shop in between."""
    skipped: tuple[tuple[str, int], ...]
    """Sales that did not join, by the reason's word."""
    referrals: int
    """M2: purchases that count for a sponsor."""
    brought: tuple[PointsBrought, ...]
    """M4: by day of purchase."""

    @property
    def repaid_bp(self) -> int:
        """The share of purchases repaid, of all that were or still are to be."""
        last = self.last
        every = last.repaid + last.waiting + self.ended_short
        return last.repaid * WHOLE_BP // every if every else 0

    @property
    def cost_per_referral(self) -> Fen | None:
        """M2: what stores conceded for each referral; None without any."""
        return Fen(self.last.funded // self.referrals) if self.referrals else None

    @property
    def not_covered(self) -> Fen:
        """What is waited for beyond all that the pool holds."""
        return Fen(max(0, self.last.owed - self.last.pool))


@dataclass(frozen=True, slots=True)
class Scenario:
    """How it goes: as given, or with sales halved or stopped from the red line on."""

    name: str
    days: tuple[DayPoint, ...]
    programs: tuple[ProgramEnd, ...]
    customers: int
    """Members who bought."""
    sales: int
    sold: Fen
    refused: int
    """Returns and leavings that the engine refused."""


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The whole answer."""

    first: Day
    last: Day
    """Of the trade; the curve goes on until its last sales have settled."""
    red_from: Day
    """From this day on sales are halved, or stopped."""
    left_out: int
    scenarios: tuple[Scenario, ...]

    def scenario(self, name: str) -> Scenario:
        """Return one of the three."""
        return next(each for each in self.scenarios if each.name == name)


@dataclass(frozen=True, slots=True)
class WhatIfProgress:
    """How far a trial is."""

    sales: int
    """Tried so far."""
    of: int
    """All that there are."""
    day: Day
