"""Parameters of M2, refer three, and what keeps it funded (rulebook 4.3)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.money import WHOLE_BP
from pos_app.domain.tax_treatment import LABOUR_INCOME
from pos_app.engine.outcomes import (
    ALREADY_COUNTED,
    BELOW_MINIMUM,
    NO_OWN_PURCHASE,
    NO_SPONSOR,
    NOT_DESIGNATED,
    SELF_REFERRAL,
)
from pos_app.engine.parameters.form import LARGEST, Disagreement, Parameters

MIN_OF_CYCLE = "MIN_OF_CYCLE"
OWN = "OWN"
REFERRED_EACH = "REFERRED_EACH"
LATEST_OWN = "LATEST_OWN"
NEW_OWN_ORDER = "NEW_OWN_ORDER"
FIXED_BP = "FIXED_BP"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferThreeParameters(Parameters):
    """M2, refer three get one back (rulebook 4.3)."""

    KIND: ClassVar[str] = "M2"
    REFERRAL: ClassVar[bool] = True
    ADULTS_ONLY: ClassVar[bool] = True
    NOTED: ClassVar[frozenset[str]] = frozenset(
        {NO_SPONSOR, SELF_REFERRAL, NO_OWN_PURCHASE, ALREADY_COUNTED}
    )
    RANGES: ClassVar[Mapping[str, tuple[int, int]]] = {
        "n": (2, 10),
        "cum": (0, WHOLE_BP),
        "concession_bp": (100, 5000),
        "min_order": (1, LARGEST),
        "fixed_bp": (0, 5000),
        "cycle_expiry_days": (30, 1095),
        "hold_days": (0, 60),
    }
    CHOICES: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "basis": (MIN_OF_CYCLE, OWN, REFERRED_EACH, LATEST_OWN),
        "after_cycle": (NEW_OWN_ORDER, FIXED_BP),
    }
    LISTS: ClassVar[Mapping[str, int]] = {"cum": 10}
    FLAGS: ClassVar[tuple[str, ...]] = ("count_repeat", "own_order_needed")
    NAMES: ClassVar[Mapping[str, int]] = {"products": 1000}

    n: int = 3
    cum: tuple[int, ...] = (2000, 5000, 10_000)
    """Cumulative share of the price that is back after each referral."""
    concession_bp: int = 3400
    basis: str = MIN_OF_CYCLE
    """What the shares are taken of."""
    min_order: int = 10_000
    products: tuple[str, ...] = ()
    """SKUs of the designated goods; empty is all. A sale of others too does not count."""
    count_repeat: bool = False
    """Whether a referee counts at each purchase; else once for ever."""
    own_order_needed: bool = True
    """Hard: without an own purchase this would be pure recruiting."""
    after_cycle: str = NEW_OWN_ORDER
    fixed_bp: int = 0
    """Of each further referral's base, under `after_cycle` FIXED_BP."""
    cycle_expiry_days: int = 365
    hold_days: int = 7
    tax_treatment: str = LABOUR_INCOME

    def rate_bp(self, tier_bp: int) -> int:
        """The rate is the same for every member."""
        return self.concession_bp

    def bars_base(self, base: int) -> str:
        """Below the minimum nothing is conceded."""
        return BELOW_MINIMUM if base < self.min_order else ""

    def bars_goods(self, skus: Collection[str]) -> str:
        """Other goods on the bill count neither for the buyer nor for his sponsor."""
        is_named = not self.products or set(skus) <= set(self.products)
        return "" if is_named else NOT_DESIGNATED

    def bars_sponsor(self, sponsor: int | None) -> str:
        """Without a sponsor there is nobody to pay."""
        return NO_SPONSOR if sponsor is None else ""

    def disagreement(self) -> Disagreement | None:
        """Stages rise to at most the whole; i x concession covers stage i (theorem, 4.3).

        The theorem is hard for MIN_OF_CYCLE only; any other basis may fall short, and is
        capped by the fund.
        """
        if not self.own_order_needed:
            return ("OWN_ORDER_NEEDED", 0, 1)
        if len(self.cum) != self.n:
            return ("STAGES", len(self.cum), self.n)
        for before, share in zip(self.cum, self.cum[1:], strict=False):
            if share < before:
                return ("STAGES_FALL", share, before)
        if self.fixed_bp > self.concession_bp:
            return ("FIXED_ABOVE_CONCESSION", self.fixed_bp, self.concession_bp)
        if self.basis == MIN_OF_CYCLE:
            for stage, share in enumerate(self.cum, start=1):
                if stage * self.concession_bp < share:
                    return ("STAGE_NOT_FUNDED", stage * self.concession_bp, share)
        return None


REFER_PRESETS: Mapping[str, Mapping[str, object]] = {
    "20/30/50": {},
    "10/20/70": {"cum": (1000, 3000, 10_000)},
    "10/30/60": {"cum": (1000, 4000, 10_000)},
    "0/0/100": {"cum": (0, 0, 10_000)},
    "HALF_BACK": {"cum": (1000, 2500, 5000), "concession_bp": 1700},
}
"""Named after what comes back at each stage; half-back is 10/15/25 (rulebook 4.3)."""
