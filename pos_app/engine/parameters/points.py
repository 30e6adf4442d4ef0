"""The parameters of M0, plain points (rulebook 1a)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.money import WHOLE_BP, part
from pos_app.engine.parameters.form import Parameters


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsParameters(Parameters):
    """M0, plain points (rulebook 1a)."""

    KIND: ClassVar[str] = "M0"
    RANGES: ClassVar[Mapping[str, tuple[int, int]]] = {
        "earn_bp": (0, 2000),
        "tier_bp": (10_000, 50_000),
        "unit": (1, 10_000),
        "points_max_bp": (0, 10_000),
        "expiry_months": (0, 60),
        "hold_days": (0, 60),
    }

    earn_bp: int = 100
    tier_bp: int = 10_000
    """Of members without a tier of their own."""
    unit: int = 1
    points_max_bp: int = 5000
    expiry_months: int = 0
    """0: points never expire."""
    hold_days: int = 0

    def rate_bp(self, tier_bp: int) -> int:
        """`part(earn_bp, tier_bp)` (rulebook 1.5)."""
        return part(self.earn_bp, self._tier(tier_bp))

    def concession(self, base: int, *, tier_bp: int) -> int:
        """Points earned: `part(part(base, earn_bp), tier_bp)` (rulebook 1a)."""
        return part(part(base, self.earn_bp), self._tier(tier_bp))

    def _tier(self, tier_bp: int) -> int:
        return self.tier_bp if tier_bp == WHOLE_BP else tier_bp
