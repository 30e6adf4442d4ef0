"""The parameters of M4, many stores with green points (rulebook 6.3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.moment import DAY_MS, Day, Instant, start_of
from pos_app.domain.money import WHOLE_BP, part
from pos_app.engine.parameters.form import Disagreement
from pos_app.engine.parameters.late import LATE_RANGES, PoolParameters

_REBATE = (300, 2000)
_DISPLAYS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class GreenParameters(PoolParameters):
    """M4: points released step by step out of what stores conceded."""

    KIND: ClassVar[str] = "M4"
    PERIODS: ClassVar[bool] = True
    RANGES: ClassVar[Mapping[str, tuple[int, int]]] = {
        "rebate_bp": _REBATE,
        "consumer_points_bp": (5000, WHOLE_BP),
        "merchant_points_bp": (0, WHOLE_BP),
        "ref_points_bp": (0, 1000),
        "fee_bp": (0, 3000),
        "period_days": (1, 31),
        "rate_full_bp": (50, 1000),
        "rate_base_bp": (50, 1000),
        "growth_bp": (0, WHOLE_BP),
        "vs_sales_bp": (0, WHOLE_BP),
        "cap_x_bp": (WHOLE_BP, 50_000),
        "max_releases": (1, 120),
        "member_month_cap_bp": (0, 1_000_000),
        "validity_days": (30, 1095),
        "voucher_max_bp": (500, WHOLE_BP),
        "split_display": (1, 10),
        "hold_days": (0, 60),
        **LATE_RANGES,
    }
    NAMES: ClassVar[Mapping[str, int]] = {"store_rebates": 100}

    rebate_bp: int = 500
    store_rebates: tuple[str, ...] = ()
    """Stores with a rebate of their own, as `S2=800`."""
    consumer_points_bp: int = WHOLE_BP
    merchant_points_bp: int = 0
    ref_points_bp: int = 0
    fee_bp: int = 0
    period_days: int = 10
    rate_full_bp: int = 277
    rate_base_bp: int = 250
    growth_bp: int = 1500
    vs_sales_bp: int = 5000
    """The most of a period's new sales that is released; 0 is off."""
    cap_x_bp: int = 50_000
    max_releases: int = 40
    member_month_cap_bp: int = 20_000
    """The most of a month's own purchases that is released in it; 0 is off."""
    validity_days: int = 365
    voucher_max_bp: int = 2000
    split_display: int = 1
    """拆分: shown points are multiplied by it; no cent changes."""
    hold_days: int = 7

    def rate_bp(self, tier_bp: int) -> int:
        """The highest rebate of any store, so that the limit holds in each of them."""
        return max((self.rebate_bp, *self._own_rebates().values()))

    def rebate_of(self, store: str) -> int:
        """What a store concedes: its own rebate, else the program's."""
        return self._own_rebates().get(store, self.rebate_bp)

    def disagreement(self) -> Disagreement | None:
        """A store's own rebate lies in the same range; points are shown 1, 2, 5, 10."""
        lowest, highest = _REBATE
        for each in self.store_rebates:
            store, _, rate = each.rpartition("=")
            figure = int(rate) if rate.isdecimal() else 0
            if not store or figure < lowest:
                return ("STORE_REBATE", figure, lowest)
            if figure > highest:
                return ("STORE_REBATE", figure, highest)
        if self.split_display not in _DISPLAYS:
            return ("SPLIT_DISPLAY", self.split_display, _DISPLAYS[1])
        return self.late_disagreement()

    def period_end(self, began: Day, *, after: Instant) -> Instant | None:
        """Every `period_days` at 00:00, counted from the adoption day (rulebook 1.12)."""
        length = self.period_days * DAY_MS
        first = start_of(began)
        return Instant(first + ((after - first) // length + 1) * length)

    def cap_of(self, points: int) -> int:
        """What points may be released in all."""
        return part(points, self.cap_x_bp)

    def _own_rebates(self) -> dict[str, int]:
        pairs = (each.rpartition("=") for each in self.store_rebates)
        return {store: int(rate) for store, _, rate in pairs}
