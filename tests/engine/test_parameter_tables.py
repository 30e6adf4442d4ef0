"""The tables of parameters in the rulebook, row by row: defaults and ranges."""

from dataclasses import MISSING, fields

import pytest

from pos_app.engine.parameters.kinds import KINDS
from pos_app.engine.program import ParameterOutOfRange, read_parameters

WHOLE = 10_000
NO_END = 10**12
"""Where the rulebook names no upper end, no amount is larger."""
SEED = {"seed": "demo-4"}

NUMBERS: dict[str, dict[str, tuple[int, int, int]]] = {
    "M0": {
        "earn_bp": (100, 0, 2000),
        "tier_bp": (WHOLE, WHOLE, 50_000),
        "unit": (1, 1, WHOLE),
        "points_max_bp": (5000, 0, WHOLE),
        "expiry_months": (0, 0, 60),
        "hold_days": (0, 0, 60),
    },
    "M1": {
        "concession_bp": (2000, 300, 4000),
        "w_fee": (0, 0, WHOLE),
        "w_exit": (500, 0, WHOLE),
        "w_ref": (1000, 0, WHOLE),
        "w_rep": (0, 0, WHOLE),
        "w_head": (5000, 0, WHOLE),
        "w_every": (3500, 0, WHOLE),
        "window": (0, 0, 1000),
        "min_share": (1, 1, 100),
        "unit": (WHOLE, 0, 1_000_000),
        "min_order": (5000, 1, 1_000_000),
        "max_order": (500_000, 1, NO_END),
        "daily_limit": (3, 1, 100),
        "free_rate_bp": (WHOLE, 1000, WHOLE),
        "target_cap": (0, 0, NO_END),
        "exit_bp": (6000, 0, WHOLE),
        "hold_days": (7, 0, 60),
    },
    "M1b": {
        "concession_bp": (100, 10, 2000),
        "every_n": (10, 1, WHOLE),
        "winners_per_round": (1, 1, 100),
        "free_rate_bp": (WHOLE, 1000, WHOLE),
        "prize_cap": (5_000_000, 1, 5_000_000),
        "entry_min": (1, 1, NO_END),
        "withhold_bp": (2000, 0, 2000),
        "hold_days": (7, 0, 60),
    },
    "M2": {
        "n": (3, 2, 10),
        "concession_bp": (3400, 100, 5000),
        "min_order": (WHOLE, 1, NO_END),
        "fixed_bp": (0, 0, 5000),
        "cycle_expiry_days": (365, 30, 1095),
        "hold_days": (7, 0, 60),
    },
    "M3": {
        "k": (2, 1, 5),
        "leave": (2, 0, 5),
        "threshold": (0, 0, NO_END),
        "promote_unit": (49_900, 1, NO_END),
        "concession_bp": (3000, 1, 7000),
        "direct_bp": (1000, 0, 7000),
        "point_bp": (1500, 0, 7000),
        "peer_bp": (1000, 0, WHOLE),
        "lock_bp": (0, 0, 5000),
        "max_paid_levels": (1, 1, 2),
        "spill_from": (0, 0, 5),
        "spill_width": (3, 2, 5),
        "slip_bp": (0, 0, 2000),
        "rotation_min": (4, 1, 100),
        "repurchase_threshold": (100_000, 0, NO_END),
        "monthly_cap_bp": (3000, 0, WHOLE),
        "hold_days": (7, 0, 60),
    },
    "M4": {
        "rebate_bp": (500, 300, 2000),
        "consumer_points_bp": (WHOLE, 5000, WHOLE),
        "merchant_points_bp": (0, 0, WHOLE),
        "ref_points_bp": (0, 0, 1000),
        "fee_bp": (0, 0, 3000),
        "period_days": (10, 1, 31),
        "rate_full_bp": (277, 50, 1000),
        "rate_base_bp": (250, 50, 1000),
        "growth_bp": (1500, 0, WHOLE),
        "vs_sales_bp": (5000, 0, WHOLE),
        "cap_x_bp": (50_000, WHOLE, 50_000),
        "max_releases": (40, 1, 120),
        "member_month_cap_bp": (20_000, 0, 1_000_000),
        "validity_days": (365, 30, 1095),
        "voucher_max_bp": (2000, 500, WHOLE),
        "split_display": (1, 1, 10),
        "hold_days": (7, 0, 60),
    },
    "M5": {
        "concession_bp": (3000, 200, 4000),
        "mint_bp": (7000, 5000, WHOLE),
        "u0": (100, 1, NO_END),
        "fee_bp": (500, 0, 3000),
        "cap_bp": (20_000, 0, 30_000),
        "min_redeem": (WHOLE, 1, NO_END),
        "lock_days": (0, 0, 90),
        "validity_days": (365, 30, 1095),
        "voucher_max_bp": (5000, 500, WHOLE),
        "hold_days": (7, 0, 60),
    },
    "M6": {
        "concession_bp": (1000, 100, 3000),
        "energy_bp": (WHOLE, 1000, 30_000),
        "weight_per_100": (1, 1, 100),
        "ref_weight_bp": (0, 0, 1000),
        "payout_bp": (WHOLE, 100, WHOLE),
        "face": (500, 100, NO_END),
        "merchant_weight_bp": (0, 0, 2000),
        "energy_multiplier_bp": (WHOLE, 1000, 30_000),
        "bonus_rate_bp": (WHOLE, 1000, 100_000),
        "validity_days": (365, 30, 1095),
        "voucher_max_bp": (5000, 500, WHOLE),
        "hold_days": (7, 0, 60),
    },
}
"""Default, lowest, highest of 1a, 2.3, 3.2, 4.3, 5.3, 6.3, 7.3, 8.3, 1.7 and 1.12.

What the rulebook gives no upper end has the shop's largest amount, and what it only
mentions (`every_n`, `rotation_min`, multipliers) a range that no shop needs to leave.
"""

WORDS: dict[str, dict[str, object]] = {
    "M1": {
        "scope": "STORE",
        "head_weights": (),
        "over_policy": "FUND_ONLY",
        "placement": "ONE_AT_A_TIME",
    },
    "M1b": {"round": "WEEKLY", "prize_kind": "CASH", "carry_entries": True},
    "M2": {
        "cum": (2000, 5000, WHOLE),
        "basis": "MIN_OF_CYCLE",
        "products": (),
        "count_repeat": False,
        "own_order_needed": True,
        "after_cycle": "NEW_OWN_ORDER",
    },
    "M3": {
        "promote_by": "DIRECT_SALES",
        "unlock": "HELPED_OR_180_DAYS",
        "rotation": "off",
        "repurchase": "REMIND_ONLY",
    },
    "M5": {"payout_kind": "VCH"},
}
"""Defaults that are no numbers."""

ROWS = [(kind, name, *row) for kind, rows in NUMBERS.items() for name, row in rows.items()]


@pytest.mark.parametrize(("kind", "name", "default", "lowest", "highest"), ROWS)
def test_every_row_of_the_tables_is_as_the_rulebook_has_it(
    kind: str, name: str, default: int, lowest: int, highest: int
) -> None:
    """Who changes nothing gets the rulebook's figure, and nobody one beyond it."""
    declared = {each.name: each.default for each in fields(KINDS[kind])}

    assert declared[name] == default
    assert KINDS[kind].RANGES[name] == (lowest, highest)
    for beyond in (lowest - 1, highest + 1):
        with pytest.raises(ParameterOutOfRange) as refused:
            read_parameters(kind, changes={**_seed_of(kind), name: beyond})
        assert (refused.value.name, refused.value.value) == (name, str(beyond))


@pytest.mark.parametrize(
    ("kind", "name", "default"),
    [(kind, name, value) for kind, rows in WORDS.items() for name, value in rows.items()],
)
def test_what_is_no_number_starts_as_the_rulebook_has_it(
    kind: str, name: str, default: object
) -> None:
    """Head counts, holds on bonuses, other bases: all are the owner's own choice."""
    assert {each.name: each.default for each in fields(KINDS[kind])}[name] == default


def test_no_parameter_stands_outside_these_tables() -> None:
    """A parameter that nobody wrote down would be a rule that nobody wrote down."""
    shared = {"late_return_policy", "late_reserve_bp", "tax_treatment"}
    unlisted = {
        kind: sorted(
            each.name
            for each in fields(form)
            if each.name not in {*NUMBERS[kind], *WORDS.get(kind, {}), *shared}
        )
        for kind, form in KINDS.items()
    }

    assert {kind: names for kind, names in unlisted.items() if names} == {
        "M1b": ["seed", "validity_days", "voucher_max_bp"],
        "M4": ["store_rebates"],
    }
    assert all(each.default is not MISSING for form in KINDS.values() for each in fields(form))


def _seed_of(kind: str) -> dict[str, object]:
    return dict(SEED) if kind == "M1b" else {}
