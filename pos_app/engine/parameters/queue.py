"""The parameters of M1, the queue for a free order (rulebook 2.3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.money import WHOLE_BP, Fen, part
from pos_app.engine.outcomes import ABOVE_MAXIMUM, BELOW_MINIMUM, DAILY_LIMIT
from pos_app.engine.parameters.form import LARGEST, Disagreement
from pos_app.engine.parameters.late import (
    CLAWBACK_BENEFICIARIES,
    LATE_RANGES,
    MERCHANT_ABSORBS,
    RESERVE_ABSORBS,
    PoolParameters,
)

STORE = "STORE"
ALLIANCE = "ALLIANCE"
FUND_ONLY = "FUND_ONLY"
SKIP = "SKIP"
ONE_AT_A_TIME = "ONE_AT_A_TIME"
ALL_AT_TAIL = "ALL_AT_TAIL"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueParameters(PoolParameters):
    """M1, the queue for a free order (rulebook 2.3)."""

    KIND: ClassVar[str] = "M1"
    WEIGHTS: ClassVar[tuple[str, ...]] = (
        "w_fee", "w_exit", "w_ref", "w_rep", "w_head", "w_every",
    )  # fmt: skip
    RANGES: ClassVar[Mapping[str, tuple[int, int]]] = {
        "concession_bp": (300, 4000),
        **dict.fromkeys(WEIGHTS, (0, WHOLE_BP)),
        "head_weights": (0, WHOLE_BP),
        "window": (0, 1000),
        "min_share": (1, 100),
        "unit": (0, 1_000_000),
        "min_order": (1, 1_000_000),
        "max_order": (1, LARGEST),
        "daily_limit": (1, 100),
        "free_rate_bp": (1000, WHOLE_BP),
        "target_cap": (0, LARGEST),
        "exit_bp": (0, WHOLE_BP),
        "hold_days": (0, 60),
        **LATE_RANGES,
    }
    CHOICES: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "scope": (STORE, ALLIANCE),
        "over_policy": (FUND_ONLY, SKIP),
        "placement": (ONE_AT_A_TIME, ALL_AT_TAIL),
        "late_return_policy": (MERCHANT_ABSORBS, RESERVE_ABSORBS, CLAWBACK_BENEFICIARIES),
    }
    LISTS: ClassVar[Mapping[str, int]] = {"head_weights": 10}
    SMALLEST_UNIT: ClassVar[int] = 5000

    scope: str = STORE
    concession_bp: int = 2000
    w_fee: int = 0
    w_exit: int = 500
    w_ref: int = 1000
    w_rep: int = 0
    w_head: int = 5000
    w_every: int = 3500
    head_weights: tuple[int, ...] = ()
    window: int = 0
    """Who shares the everyone part; 0 is all."""
    min_share: int = 1
    unit: int = 10_000
    """大单拆小单; 0 is off."""
    min_order: int = 5000
    max_order: int = 500_000
    over_policy: str = FUND_ONLY
    daily_limit: int = 3
    free_rate_bp: int = WHOLE_BP
    target_cap: int = 0
    exit_bp: int = 6000
    placement: str = ONE_AT_A_TIME
    hold_days: int = 7

    def rate_bp(self, tier_bp: int) -> int:
        """The rate is the same for every member."""
        return self.concession_bp

    def bars_base(self, base: int) -> str:
        """Below the minimum nothing at all; above the maximum by `over_policy`."""
        if base < self.min_order:
            return BELOW_MINIMUM
        if base > self.max_order and self.over_policy == SKIP:
            return ABOVE_MAXIMUM
        return ""

    def takes_ticket(self, base: int) -> bool:
        """Whether a sale of this size has one while the day's limit lasts (2.6)."""
        return self.min_order <= base <= self.max_order

    def bars_ticket(self, base: int, targets: tuple[Fen, ...]) -> str:
        """Why a sale that puts in has no ticket among these `targets`; empty if it has."""
        if targets or not self.target_of(base):
            return ""
        return ABOVE_MAXIMUM if base > self.max_order else DAILY_LIMIT

    def disagreement(self) -> Disagreement | None:
        """Weights sum to the whole; a unit is off or at least the minimum (rulebook 2.3)."""
        whole = sum(self.weights)
        if whole != WHOLE_BP:
            return ("WEIGHTS_SUM", whole, WHOLE_BP)
        if self.head_weights and not any(self.head_weights):
            return ("NO_HEAD_WEIGHT", 0, 1)
        smallest = max(self.min_order, self.SMALLEST_UNIT)
        if self.unit and self.unit < smallest:
            return ("UNIT_BELOW_MINIMUM", self.unit, smallest)
        if self.max_order < self.min_order:
            return ("MAXIMUM_BELOW_MINIMUM", self.max_order, self.min_order)
        if self.scope == ALLIANCE and self.late_return_policy == CLAWBACK_BENEFICIARIES:
            # Customers of one store would pay for goods that came back at another.
            return ("CLAWBACK_ACROSS_STORES", 0, 1)
        return self.late_disagreement()

    @property
    def weights(self) -> tuple[int, ...]:
        """Fee, exit, referral, repurchase, head, everyone: the order in which C is split."""
        return (self.w_fee, self.w_exit, self.w_ref, self.w_rep, self.w_head, self.w_every)

    def queue_of(self, store: str) -> str:
        """The queue a store's sale stands in: its own, or the one of the alliance."""
        return "" if self.scope == ALLIANCE else store

    def target_of(self, base: int) -> int:
        """What a sale may get back at most."""
        target = part(base, self.free_rate_bp)
        return min(target, self.target_cap) if self.target_cap else target
