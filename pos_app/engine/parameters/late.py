"""Who bears what others received of goods that come back late (rulebook 1.6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.money import Fen, part
from pos_app.engine.parameters.form import Disagreement, Parameters

MERCHANT_ABSORBS = "MERCHANT_ABSORBS"
RESERVE_ABSORBS = "RESERVE_ABSORBS"
CLAWBACK_BENEFICIARIES = "CLAWBACK_BENEFICIARIES"

LATE_RANGES: Mapping[str, tuple[int, int]] = {"late_reserve_bp": (0, 500)}
LATE_CHOICES: Mapping[str, tuple[str, ...]] = {
    "late_return_policy": (MERCHANT_ABSORBS, RESERVE_ABSORBS)
}
"""Of every kind that pays others out of a sale; the queue knows the third policy too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolParameters(Parameters):
    """What the kinds share that pay other members out of a sale's concession."""

    CHOICES: ClassVar[Mapping[str, tuple[str, ...]]] = LATE_CHOICES

    late_return_policy: str = MERCHANT_ABSORBS
    late_reserve_bp: int = 0
    """Of each base, set aside by its store besides the concession; its own money."""

    def set_aside(self, base: int) -> Fen:
        """What a settled sale's store puts into its reserve for late returns."""
        return part(base, self.late_reserve_bp)

    def late_disagreement(self) -> Disagreement | None:
        """A reserve is funded exactly when it is asked to absorb."""
        absorbs = self.late_return_policy == RESERVE_ABSORBS
        if absorbs == (self.late_reserve_bp > 0):
            return None
        return ("RESERVE_NOT_FUNDED" if absorbs else "RESERVE_NOT_USED", self.late_reserve_bp, 1)
