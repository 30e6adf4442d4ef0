"""The parameters of M1b, the drawn free order (rulebook 3.2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import ClassVar

from pos_app.domain.moment import Day, Instant, business_day, day_after, start_of
from pos_app.domain.money import WHOLE_BP
from pos_app.domain.tax_treatment import INCIDENTAL_INCOME, PRICE_DISCOUNT
from pos_app.engine.outcomes import BELOW_MINIMUM
from pos_app.engine.parameters.form import LARGEST, Disagreement
from pos_app.engine.parameters.late import LATE_CHOICES, LATE_RANGES, PoolParameters

DAILY = "DAILY"
WEEKLY = "WEEKLY"
MONTHLY = "MONTHLY"
EVERY_N = "EVERY_N"

LARGEST_PRIZE = 5_000_000
"""50 000 yuan, the law's limit for a drawn prize (rulebook 10.2, article 17); hard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawParameters(PoolParameters):
    """M1b: rounds of sales, drawn by a seed that was promised before."""

    KIND: ClassVar[str] = "M1b"
    PERIODS: ClassVar[bool] = True
    ADULTS_ONLY: ClassVar[bool] = True
    OUTSIDERS_ONLY: ClassVar[bool] = True
    RANGES: ClassVar[Mapping[str, tuple[int, int]]] = {
        "concession_bp": (10, 2000),
        "every_n": (1, 10_000),
        "winners_per_round": (1, 100),
        "free_rate_bp": (1000, WHOLE_BP),
        "prize_cap": (1, LARGEST_PRIZE),
        "entry_min": (1, LARGEST),
        "withhold_bp": (0, 2000),
        "validity_days": (30, 1095),
        "voucher_max_bp": (500, WHOLE_BP),
        "hold_days": (0, 60),
        **LATE_RANGES,
    }
    CHOICES: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "round": (DAILY, WEEKLY, MONTHLY, EVERY_N),
        "prize_kind": ("CASH", "VCH"),
        **LATE_CHOICES,
    }
    FLAGS: ClassVar[tuple[str, ...]] = ("carry_entries",)
    TEXTS: ClassVar[Mapping[str, int]] = {"seed": 128}

    concession_bp: int = 100
    round: str = WEEKLY
    every_n: int = 10
    winners_per_round: int = 1
    free_rate_bp: int = WHOLE_BP
    prize_cap: int = LARGEST_PRIZE
    entry_min: int = 1
    prize_kind: str = "CASH"
    withhold_bp: int = 2000
    carry_entries: bool = True
    """What did not win stays for three more rounds."""
    seed: str = ""
    """Kept secret until the end; only its commitment is published before."""
    validity_days: int = 365
    voucher_max_bp: int = 5000
    hold_days: int = 7
    tax_treatment: str = INCIDENTAL_INCOME

    def rate_bp(self, tier_bp: int) -> int:
        """The rate is the same for every member."""
        return self.concession_bp

    def bars_base(self, base: int) -> str:
        """Below the smallest entry nothing is conceded."""
        return BELOW_MINIMUM if base < self.entry_min else ""

    def disagreement(self) -> Disagreement | None:
        """A draw without a promised seed could be drawn again until it suits.

        And from what is a price discount no tax is kept back (rulebook 10.7).
        """
        if not self.seed:
            return ("SEED_MISSING", 0, 1)
        if self.tax_treatment == PRICE_DISCOUNT and self.withhold_bp:
            return ("TAX_ON_DISCOUNT", self.withhold_bp, 0)
        return self.late_disagreement()

    def period_end(self, began: Day, *, after: Instant) -> Instant | None:
        """Midnight, Monday's midnight, or the first of a month; none for EVERY_N."""
        if self.round == EVERY_N:
            return None
        day = date.fromisoformat(business_day(after))
        if self.round == DAILY:
            return start_of(day_after(Day(day.isoformat()), 1))
        if self.round == WEEKLY:
            return start_of(day_after(Day(day.isoformat()), 7 - day.weekday()))
        months = day.year * 12 + day.month
        return start_of(Day(date(months // 12, months % 12 + 1, 1).isoformat()))

    def round_id(self, day: Day) -> str:
        """The name of the round a day lies in (rulebook 1.12); EVERY_N counts instead."""
        if self.round == WEEKLY:
            year, week, _ = date.fromisoformat(day).isocalendar()
            return f"{year}-W{week:02d}"
        return day[:7] if self.round == MONTHLY else day

    @property
    def commitment(self) -> str:
        """What is published before the activity: SHA-256 of the seed, in hex."""
        return sha256(self.seed.encode()).hexdigest()
