"""Programs with pools for random histories, small enough to meet every limit."""

from hypothesis import strategies as st

from tests.engine.events import Adopted


@st.composite
def appreciations(
    draw: st.DrawFn, *, name: str = "N", priority: int = 3, longest_hold: int = 5
) -> Adopted:
    """An appreciation program; the cap is met after a few sales."""
    changes = {
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
    return Adopted(name, "M5", priority, None, tuple(sorted(changes.items())))
