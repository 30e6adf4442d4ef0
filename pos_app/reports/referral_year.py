"""A year's referral rewards, person by person, and the sponsor chain's depth.

A report of commissions for the tax office, and the two figures by which selling is told
from a pyramid (rulebook 10.1, 10.7). What a referral brings in points or in weight is
paid by later periods, not by the referral, and is no commission.
"""

from dataclasses import dataclass

from pos_app.domain.money import Fen
from pos_app.reports.trade_days import TradeDays

CRIMINAL_LEVELS = 3
CRIMINAL_PEOPLE = 30
"""From both on the criminal standard speaks of a pyramid (rulebook 10.1)."""


@dataclass(frozen=True, slots=True)
class Commission:
    """What refer three and chains paid one person in a year, what is blocked included."""

    member: int
    name: str
    """Masked."""
    purchases: int
    """Of others, that brought something."""
    received: Fen
    taken_back: Fen
    """Of this year or an earlier one, because goods came back."""

    @property
    def kept(self) -> Fen:
        """What the person has of it; below zero when more went back than came."""
        return Fen(self.received - self.taken_back)


@dataclass(frozen=True, slots=True)
class ReferralYear:
    """A year's commissions, the largest first, and what is to be watched."""

    year: str
    trade: TradeDays
    commissions: tuple[Commission, ...]
    people: int
    """Paid because of a referral in the year, by a queue's acceleration too."""
    levels: int
    """Of the whole sponsor chain, paid or not; 1 where nobody brought anybody."""
    treatments: tuple[tuple[str, str], ...]
    """The programs that pay commissions, by name, and what those are to the tax office."""

    @property
    def is_deep(self) -> bool:
        """Whether the structure alone is one that the law looks at."""
        return self.levels >= CRIMINAL_LEVELS
