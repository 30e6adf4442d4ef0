"""Parameters of M3, chains 2+1 and 3+1, and what keeps them funded (rulebook 5.3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from pos_app.domain.moment import Day, Instant, business_day, day_after, start_of
from pos_app.domain.money import WHOLE_BP, part
from pos_app.domain.tax_treatment import LABOUR_INCOME
from pos_app.engine.parameters.form import LARGEST, Disagreement, Parameters

DIRECT_SALES = "DIRECT_SALES"
HEADCOUNT = "HEADCOUNT"
OFF = "off"
WEEKLY = "weekly"
REMIND_ONLY = "REMIND_ONLY"
HOLD = "HOLD"
HELPED_OR_180_DAYS = "HELPED_OR_180_DAYS"
ONLY_180_DAYS = "180_DAYS"
MOST_PAID_LEVELS = 2
"""Hard: no reward reaches further up the sponsor chain (rulebook 1.8)."""
_FEWEST_BEFORE_SPILL = 4
_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainParameters(Parameters):
    """M3, chain 2+1 and 3+1; the defaults are SAFE30 (rulebook 5.3)."""

    KIND: ClassVar[str] = "M3"
    REFERRAL: ClassVar[bool] = True
    ADULTS_ONLY: ClassVar[bool] = True
    PERIODS: ClassVar[bool] = True
    RANGES: ClassVar[Mapping[str, tuple[int, int]]] = {
        "k": (1, 5),
        "leave": (0, 5),
        "threshold": (0, LARGEST),
        "promote_unit": (1, LARGEST),
        "concession_bp": (1, 7000),
        "direct_bp": (0, 7000),
        "point_bp": (0, 7000),
        "peer_bp": (0, WHOLE_BP),
        "lock_bp": (0, 5000),
        "max_paid_levels": (1, MOST_PAID_LEVELS),
        "spill_from": (0, 5),
        "spill_width": (2, 5),
        "slip_bp": (0, 2000),
        "rotation_min": (1, 100),
        "repurchase_threshold": (0, LARGEST),
        "monthly_cap_bp": (0, WHOLE_BP),
        "hold_days": (0, 60),
    }
    CHOICES: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "promote_by": (DIRECT_SALES, HEADCOUNT),
        "unlock": (HELPED_OR_180_DAYS, ONLY_180_DAYS),
        "rotation": (OFF, WEEKLY),
        "repurchase": (REMIND_ONLY, HOLD),
    }

    k: int = 2
    """Recruits that make a boss."""
    leave: int = 2
    """留人: of the first recruits so many stay with the old boss."""
    threshold: int = 0
    """Base of one sale that makes an agent; 0 is any settled purchase: no entry fee."""
    promote_by: str = DIRECT_SALES
    promote_unit: int = 49_900
    """Under DIRECT_SALES: k times this sold to direct recruits makes a boss."""
    concession_bp: int = 3000
    direct_bp: int = 1000
    """直推: to the sponsor."""
    point_bp: int = 1500
    """见点: to the boss of the point."""
    peer_bp: int = 1000
    """平级: of what a boss earns, to the boss who brought him."""
    lock_bp: int = 0
    """帮扶基金: of a boss's bonuses, blocked for a time."""
    unlock: str = HELPED_OR_180_DAYS
    max_paid_levels: int = 1
    spill_from: int = 0
    """滑落: from which recruit on new ones go under others; 0 is never."""
    spill_width: int = 3
    slip_bp: int = 0
    """Of the point bonus, to the person slid under."""
    rotation: str = OFF
    """轮动: each week another of those left behind counts for the old line."""
    rotation_min: int = 4
    repurchase_threshold: int = 100_000
    """复购: bonuses received since the last own purchase; 0 is none."""
    repurchase: str = REMIND_ONLY
    monthly_cap_bp: int = 3000
    """Bonuses of a month, of what the store sold in the program; 0 is no cap."""
    hold_days: int = 7
    tax_treatment: str = LABOUR_INCOME

    def rate_bp(self, tier_bp: int) -> int:
        """The rate is the same for every member."""
        return self.concession_bp

    def disagreement(self) -> Disagreement | None:
        """What is paid at most lies within the concession (rulebook 5.3)."""
        both = self.direct_bp + self.point_bp
        paid = both + part(both, self.peer_bp)
        if paid > self.concession_bp:
            return ("PAYOUT_ABOVE_CONCESSION", paid, self.concession_bp)
        if self.leave > self.k:
            return ("LEAVE_ABOVE_K", self.leave, self.k)
        if 0 < self.spill_from < _FEWEST_BEFORE_SPILL:
            return ("SPILL_TOO_EARLY", self.spill_from, _FEWEST_BEFORE_SPILL)
        return None

    def period_end(self, began: Day, *, after: Instant) -> Instant | None:
        """A week ends on Monday at 00:00 (rulebook 5.5)."""
        today = business_day(after)
        monday = day_after(today, _WEEK - date.fromisoformat(today).weekday())
        return start_of(monday)


_SOURCED: Mapping[str, object] = {
    "promote_by": HEADCOUNT,
    "concession_bp": 6600,
    "direct_bp": 2000,
    "point_bp": 4000,
    "peer_bp": 1000,
    "lock_bp": 2000,
    "max_paid_levels": 2,
    "spill_from": 5,
    "slip_bp": 2000,
    "rotation": WEEKLY,
    "repurchase": HOLD,
    "monthly_cap_bp": 0,
}
_THREE: Mapping[str, object] = {"k": 3, "leave": 3}
_CHAIN15: Mapping[str, object] = {
    "concession_bp": 1500,
    "direct_bp": 1000,
    "point_bp": 400,
    "peer_bp": 500,
}

CHAIN_PRESETS: Mapping[str, Mapping[str, object]] = {
    "SAFE30": {},
    "SAFE30 3+1": _THREE,
    "CHAIN15": _CHAIN15,
    "CHAIN15 3+1": {**_CHAIN15, **_THREE},
    "CHAIN13": {"concession_bp": 1300, "direct_bp": 1000, "point_bp": 250, "peer_bp": 400},
    "sourced 2+1": {**_SOURCED, "threshold": 49_900},
    "sourced 3+1": {**_SOURCED, **_THREE, "threshold": 39_900},
}
"""SAFE30 ships; CHAIN15 and CHAIN13 stand beside other programs (rulebook 5.3, 9.1)."""
