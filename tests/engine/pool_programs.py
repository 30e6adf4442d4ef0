"""Programs with pools for random histories, small enough to meet every limit."""

from hypothesis import strategies as st

from tests.engine.events import Adopted


def late_policies(*, clawback: bool = False) -> st.SearchStrategy[dict[str, object]]:
    """Who bears late returns; the store most often, as shops have it."""
    usual: dict[str, object] = {}
    reserve = {"late_return_policy": "RESERVE_ABSORBS", "late_reserve_bp": 100}
    more = {"late_return_policy": "CLAWBACK_BENEFICIARIES"} if clawback else usual
    return st.sampled_from([usual, reserve, more])


@st.composite
def appreciations(
    draw: st.DrawFn, *, name: str = "N", priority: int = 3, longest_hold: int = 5
) -> Adopted:
    """An appreciation program; the cap is met after a few sales."""
    changes: dict[str, object] = {
        "concession_bp": draw(st.sampled_from([200, 1500, 3000])),
        "mint_bp": draw(st.sampled_from([5000, 7000, 10_000])),
        "cap_bp": draw(st.sampled_from([20_001, 25_000, 30_000])),
        "u0": draw(st.sampled_from([1, 100, 7919])),
        "fee_bp": draw(st.sampled_from([0, 500, 3000])),
        "min_redeem": draw(st.sampled_from([1, 10_000])),
        "lock_days": draw(st.sampled_from([0, 0, 2])),
        "payout_kind": draw(st.sampled_from(["VCH", "CASH"])),
        "validity_days": 30,
        "hold_days": draw(st.integers(0, longest_hold)),
    }
    changes.update(draw(late_policies()))
    return Adopted(name, "M5", priority, None, tuple(sorted(changes.items())))


@st.composite
def circulars(
    draw: st.DrawFn, *, name: str = "K", priority: int = 4, longest_hold: int = 5
) -> Adopted:
    """A circular program; energy is used up after a few days."""
    changes: dict[str, object] = {
        "concession_bp": draw(st.sampled_from([100, 1000, 3000])),
        "energy_bp": draw(st.sampled_from([1000, 3333, 10_000])),
        "ref_weight_bp": draw(st.sampled_from([0, 1000])),
        "merchant_weight_bp": draw(st.sampled_from([0, 0, 1999])),
        "payout_bp": draw(st.sampled_from([100, 5000, 10_000])),
        "face": draw(st.sampled_from([100, 500])),
        "validity_days": 30,
        "hold_days": draw(st.integers(0, longest_hold)),
    }
    changes.update(draw(late_policies()))
    return Adopted(name, "M6", priority, None, tuple(sorted(changes.items())))


@st.composite
def greens(
    draw: st.DrawFn, *, name: str = "G", priority: int = 5, longest_hold: int = 5
) -> Adopted:
    """Green points; lots close after a few periods, caps are met."""
    changes: dict[str, object] = {
        "rebate_bp": draw(st.sampled_from([300, 2000])),
        "consumer_points_bp": draw(st.sampled_from([5000, 10_000])),
        "merchant_points_bp": draw(st.sampled_from([0, 10_000])),
        "ref_points_bp": draw(st.sampled_from([0, 500])),
        "fee_bp": draw(st.sampled_from([0, 333])),
        "rate_full_bp": draw(st.sampled_from([277, 1000])),
        "rate_base_bp": draw(st.sampled_from([250, 1000])),
        "vs_sales_bp": draw(st.sampled_from([0, 5000])),
        "cap_x_bp": draw(st.sampled_from([10_000, 50_000])),
        "max_releases": draw(st.sampled_from([1, 3, 40])),
        "member_month_cap_bp": draw(st.sampled_from([0, 100, 20_000])),
        "period_days": draw(st.sampled_from([1, 7])),
        "validity_days": 30,
        "hold_days": draw(st.integers(0, longest_hold)),
    }
    changes.update(draw(late_policies()))
    return Adopted(name, "M4", priority, None, tuple(sorted(changes.items())))


@st.composite
def draws(draw: st.DrawFn, *, name: str = "L", priority: int = 6, longest_hold: int = 5) -> Adopted:
    """Drawn free orders; pools are large enough that somebody wins."""
    changes: dict[str, object] = {
        "seed": draw(st.sampled_from(["a", "b"])),
        "concession_bp": draw(st.sampled_from([100, 2000])),
        "round": draw(st.sampled_from(["DAILY", "WEEKLY", "EVERY_N"])),
        "every_n": 3,
        "winners_per_round": draw(st.sampled_from([1, 2])),
        "free_rate_bp": draw(st.sampled_from([1000, 10_000])),
        "withhold_bp": draw(st.sampled_from([0, 2000])),
        "carry_entries": draw(st.booleans()),
        "prize_kind": draw(st.sampled_from(["CASH", "VCH"])),
        "validity_days": 30,
        "hold_days": draw(st.integers(0, longest_hold)),
    }
    changes.update(draw(late_policies()))
    return Adopted(name, "M1b", priority, None, tuple(sorted(changes.items())))
