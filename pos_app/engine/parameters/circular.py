"""The parameters of M6, circular purchase (rulebook 8.3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.moment import Day, Instant, business_day, day_after, start_of
from pos_app.domain.money import WHOLE_BP, Fen, part
from pos_app.engine.parameters.form import LARGEST, Disagreement
from pos_app.engine.parameters.late import LATE_RANGES, PoolParameters

_MOST_ENERGY = 30_000
"""Three times the base; more is refused (rulebook 8.3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CircularParameters(PoolParameters):
    """M6: a daily pool, divided by contribution, limited by energy."""

    KIND: ClassVar[str] = "M6"
    PERIODS: ClassVar[bool] = True
    RANGES: ClassVar[Mapping[str, tuple[int, int]]] = {
        "concession_bp": (100, 3000),
        "energy_bp": (1000, _MOST_ENERGY),
        "weight_per_100": (1, 100),
        "ref_weight_bp": (0, 1000),
        "payout_bp": (100, WHOLE_BP),
        "face": (100, LARGEST),
        "merchant_weight_bp": (0, 2000),
        "energy_multiplier_bp": (1000, _MOST_ENERGY),
        "bonus_rate_bp": (1000, 100_000),
        "validity_days": (30, 1095),
        "voucher_max_bp": (500, WHOLE_BP),
        "hold_days": (0, 60),
        **LATE_RANGES,
    }

    concession_bp: int = 1000
    energy_bp: int = WHOLE_BP
    weight_per_100: int = 1
    ref_weight_bp: int = 0
    payout_bp: int = WHOLE_BP
    face: int = 500
    merchant_weight_bp: int = 0
    energy_multiplier_bp: int = WHOLE_BP
    """`EnergyMultiplier` of the sources' products."""
    bonus_rate_bp: int = WHOLE_BP
    """`BonusRate` of the sources' products: on the weight."""
    validity_days: int = 365
    voucher_max_bp: int = 5000
    hold_days: int = 7

    def rate_bp(self, tier_bp: int) -> int:
        """The rate is the same for every member."""
        return self.concession_bp

    def disagreement(self) -> Disagreement | None:
        """Energy and its multiplier together stay within three times the base."""
        together = part(self.energy_bp, self.energy_multiplier_bp)
        if together > _MOST_ENERGY:
            return ("ENERGY_TOO_HIGH", together, _MOST_ENERGY)
        return self.late_disagreement()

    def period_end(self, began: Day, *, after: Instant) -> Instant | None:
        """A day ends at 00:00."""
        return start_of(day_after(business_day(after), 1))

    def energy(self, base: int) -> Fen:
        """How much a base lets its buyer be paid."""
        return part(part(base, self.energy_bp), self.energy_multiplier_bp)

    def weight(self, base: int) -> int:
        """The contribution of a base: so much for each whole 100 fen."""
        return part(base // 100 * self.weight_per_100, self.bonus_rate_bp)
