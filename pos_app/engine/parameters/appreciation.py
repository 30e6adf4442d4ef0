"""The parameters of M5, the appreciation of consumption (rulebook 7.3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from pos_app.engine.parameters.form import LARGEST, Disagreement
from pos_app.engine.parameters.late import LATE_CHOICES, LATE_RANGES, PoolParameters

VOUCHER = "VCH"
BALANCE = "CASH"


@dataclass(frozen=True, slots=True, kw_only=True)
class AppreciationParameters(PoolParameters):
    """M5: a share of each sale, of which a part is minted as units."""

    KIND: ClassVar[str] = "M5"
    RANGES: ClassVar[Mapping[str, tuple[int, int]]] = {
        "concession_bp": (200, 4000),
        "mint_bp": (5000, 10_000),
        "u0": (1, LARGEST),
        "fee_bp": (0, 3000),
        "cap_bp": (0, 30_000),
        "min_redeem": (1, LARGEST),
        "lock_days": (0, 90),
        "validity_days": (30, 1095),
        "voucher_max_bp": (500, 10_000),
        "hold_days": (0, 60),
        **LATE_RANGES,
    }
    CHOICES: ClassVar[Mapping[str, tuple[str, ...]]] = {
        **LATE_CHOICES,
        "payout_kind": (VOUCHER, BALANCE),
    }

    concession_bp: int = 3000
    mint_bp: int = 7000
    u0: int = 100
    """Fen for the first point."""
    fee_bp: int = 500
    cap_bp: int = 20_000
    """Of the mint value; 0 is off, which only the rulebook's own example uses."""
    min_redeem: int = 10_000
    lock_days: int = 0
    payout_kind: str = VOUCHER
    validity_days: int = 365
    voucher_max_bp: int = 5000
    hold_days: int = 7

    def rate_bp(self, tier_bp: int) -> int:
        """The rate is the same for every member."""
        return self.concession_bp

    def disagreement(self) -> Disagreement | None:
        """Below 1/mint a purchase would be converted at once (rulebook 7.8)."""
        if self.cap_bp and self.cap_bp * self.mint_bp <= 10**8:
            return ("CAP_BELOW_MINT", self.cap_bp, 10**8 // self.mint_bp + 1)
        return self.late_disagreement()

    def for_examples_only(self) -> Disagreement | None:
        """Without a cap nobody is ever converted (rulebook 7.10, N4)."""
        return None if self.cap_bp else ("CAP_BELOW_MINT", 0, 10**8 // self.mint_bp + 1)
