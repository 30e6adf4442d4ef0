"""What one parameter asks of another, and what a preset changes (12.8)."""

import pytest

from pos_app.engine.parameters.chain import ChainParameters
from pos_app.engine.parameters.kinds import PRESETS
from pos_app.engine.parameters.refer import ReferThreeParameters
from pos_app.engine.program import ParametersDisagree, read_parameters

WHOLE = 10_000


@pytest.mark.parametrize(
    ("kind", "changes", "rule", "found", "needed"),
    [
        ("M5", {"cap_bp": 14_285}, "CAP_BELOW_MINT", 14_285, 14_286),
        ("M5", {"cap_bp": WHOLE, "mint_bp": WHOLE}, "CAP_BELOW_MINT", WHOLE, 10_001),
        ("M5", {"cap_bp": 20_000, "mint_bp": 5000}, "CAP_BELOW_MINT", 20_000, 20_001),
        (
            "M6",
            {"energy_bp": 30_000, "energy_multiplier_bp": 10_001},
            "ENERGY_TOO_HIGH",
            30_003,
            30_000,
        ),
        ("M1", {"w_every": 3499}, "WEIGHTS_SUM", 9999, WHOLE),
        ("M1", {"w_fee": 1}, "WEIGHTS_SUM", 10_001, WHOLE),
        ("M3", {"concession_bp": 2749}, "PAYOUT_ABOVE_CONCESSION", 2750, 2749),
        ("M3", {"spill_from": 3}, "SPILL_TOO_EARLY", 3, 4),
        ("M2", {"concession_bp": 3333}, "STAGE_NOT_FUNDED", 9999, WHOLE),
    ],
)
def test_a_validator_refuses_one_step_beyond_its_rule(
    kind: str, changes: dict[str, object], rule: str, found: int, needed: int
) -> None:
    """12.8: weights, theorem, cap above 1/mint, energy, payout within the concession."""
    with pytest.raises(ParametersDisagree) as refused:
        read_parameters(kind, changes=changes)

    assert (refused.value.rule, refused.value.found, refused.value.needed) == (rule, found, needed)


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        ("M5", {"cap_bp": 14_286}),
        ("M5", {"cap_bp": 10_001, "mint_bp": WHOLE}),
        ("M5", {"cap_bp": 20_001, "mint_bp": 5000}),
        ("M6", {"energy_bp": 30_000}),
        ("M6", {"energy_bp": 15_000, "energy_multiplier_bp": 20_000}),
        ("M3", {"concession_bp": 2750}),
        ("M3", {"spill_from": 4}),
        ("M2", {"concession_bp": 3334}),
        ("M2", {"concession_bp": 1700, "cum": (1000, 2500, 5000)}),
        ("M1", {"unit": 5000}),
        ("M1", {"unit": 0}),
    ],
)
def test_a_validator_takes_what_its_rule_just_allows(kind: str, changes: dict[str, object]) -> None:
    """The figure that a refusal names must be one that is then taken."""
    read_parameters(kind, changes=changes)


def test_the_presets_of_refer_three_are_the_stages_they_are_named_after() -> None:
    """4.3: what comes back at each stage; half-back at half the concession."""
    stages = {}
    for name in PRESETS["M2"]:
        found = read_parameters("M2", preset=name)
        assert isinstance(found, ReferThreeParameters)
        stages[name] = (found.concession_bp, found.cum)

    assert stages == {
        "20/30/50": (3400, (2000, 5000, WHOLE)),
        "10/20/70": (3400, (1000, 3000, WHOLE)),
        "10/30/60": (3400, (1000, 4000, WHOLE)),
        "0/0/100": (3400, (0, 0, WHOLE)),
        "HALF_BACK": (1700, (1000, 2500, 5000)),
    }


@pytest.mark.parametrize(("preset", "k", "threshold"), [("2+1", 2, 49_900), ("3+1", 3, 39_900)])
def test_the_sourced_chains_are_the_column_of_the_table(
    preset: str, k: int, threshold: int
) -> None:
    """5.3: as public texts have them, so that an owner sees what they would take."""
    assert read_parameters("M3", preset=f"sourced {preset}") == ChainParameters(
        k=k,
        leave=k,
        threshold=threshold,
        promote_by="HEADCOUNT",
        concession_bp=6600,
        direct_bp=2000,
        point_bp=4000,
        peer_bp=1000,
        lock_bp=2000,
        max_paid_levels=2,
        spill_from=5,
        spill_width=3,
        slip_bp=2000,
        rotation="weekly",
        rotation_min=4,
        repurchase="HOLD",
        monthly_cap_bp=0,
    )


def test_the_other_presets_change_what_the_rulebook_names() -> None:
    """5.3 and 9.1: 3+1, CHAIN15 and CHAIN13; 6.3 and 8.3: referral and alliance; 7.2."""
    three = {"k": 3, "leave": 3}
    fifteen = {"concession_bp": 1500, "direct_bp": 1000, "point_bp": 400, "peer_bp": 500}
    named: dict[tuple[str, str], dict[str, object]] = {
        ("M3", "SAFE30"): {},
        ("M3", "SAFE30 3+1"): {**three},
        ("M3", "CHAIN15"): {**fifteen},
        ("M3", "CHAIN15 3+1"): {**fifteen, **three},
        ("M3", "CHAIN13"): {
            "concession_bp": 1300, "direct_bp": 1000, "point_bp": 250, "peer_bp": 400,
        },
        ("M4", "ALLIANCE"): {"merchant_points_bp": WHOLE},
        ("M4", "REFERRAL"): {"ref_points_bp": 500},
        ("M5", "SOURCED"): {"fee_bp": 2000},
        ("M6", "REFERRAL"): {"ref_weight_bp": 1000},
    }  # fmt: skip
    others = {
        (kind, name)
        for kind, presets in PRESETS.items()
        for name in presets
        if kind not in {"M1", "M2"} and not name.startswith("sourced")
    }

    assert set(named) == others
    for (kind, name), changes in named.items():
        assert read_parameters(kind, preset=name) == read_parameters(kind, changes=changes)
