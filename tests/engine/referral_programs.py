"""Referral programs and histories, small enough to meet every stage and move."""

from hypothesis import strategies as st

from tests.engine.events import (
    CROWD,
    Adopted,
    Closed,
    Event,
    History,
    PaidOut,
    PeriodEnded,
    Returned,
    Sold,
    Voided,
    Waited,
)

FAMILY = (1, 2, 3, 4, 5, 6, 7, CROWD, CROWD + 1, CROWD + 2, CROWD + 3)
"""Members of a referral history: three generations, and one who brought many."""
HOLDS = (0, 0, 0, 2, 9)


@st.composite
def refers(
    draw: st.DrawFn, *, name: str = "F", priority: int = 0, longest_hold: int = 9
) -> Adopted:
    """A refer-three program: a preset on any basis, with a low minimum."""
    preset = draw(st.sampled_from(["20/30/50", "10/20/70", "10/30/60", "0/0/100", "HALF_BACK"]))
    changes: dict[str, object] = {
        "hold_days": min(longest_hold, draw(st.sampled_from(HOLDS))),
        "min_order": draw(st.sampled_from([1000, 5000])),
        "basis": draw(
            st.sampled_from(["MIN_OF_CYCLE", "MIN_OF_CYCLE", "OWN", "REFERRED_EACH", "LATEST_OWN"])
        ),
        "count_repeat": draw(st.booleans()),
        "cycle_expiry_days": draw(st.sampled_from([30, 365])),
    }
    if draw(st.booleans()):
        changes |= {"n": 2, "cum": (3000, draw(st.sampled_from([3000, 3400, 6000])))}
        changes["concession_bp"] = 3400
    if draw(st.integers(0, 2)) == 0:
        changes |= {"after_cycle": "FIXED_BP", "fixed_bp": draw(st.sampled_from([0, 333, 1700]))}
    return Adopted(name, "M2", priority, preset, tuple(sorted(changes.items())))


@st.composite
def chains(
    draw: st.DrawFn, *, name: str = "C", priority: int = 4, longest_hold: int = 9
) -> Adopted:
    """A chain: a preset with thresholds that small sales reach."""
    preset = draw(st.sampled_from(["SAFE30", "CHAIN15", "CHAIN13", "sourced 2+1", "sourced 3+1"]))
    k = draw(st.integers(1, 3))
    changes: dict[str, object] = {
        "hold_days": min(longest_hold, draw(st.sampled_from(HOLDS))),
        "threshold": draw(st.sampled_from([0, 5000])),
        "promote_by": draw(st.sampled_from(["HEADCOUNT", "DIRECT_SALES"])),
        "promote_unit": 10_000,
        "k": k,
        "leave": draw(st.integers(0, k)),
        "spill_from": draw(st.sampled_from([0, 4])),
        "spill_width": draw(st.sampled_from([2, 3])),
        "slip_bp": draw(st.sampled_from([0, 2000])),
        "rotation_min": draw(st.integers(1, 3)),
        "lock_bp": draw(st.sampled_from([0, 2000, 5000])),
        "max_paid_levels": draw(st.sampled_from([1, 2])),
        "repurchase_threshold": draw(st.sampled_from([0, 500, 5000])),
        "repurchase": draw(st.sampled_from(["HOLD", "REMIND_ONLY"])),
        "monthly_cap_bp": draw(st.sampled_from([0, 500, 3000])),
    }
    return Adopted(name, "M3", priority, preset, tuple(sorted(changes.items())))


def family_sales() -> st.SearchStrategy[Sold]:
    """Sales to a family of members, now and then paid with the reward balance."""
    totals = st.one_of(st.sampled_from([999, 5000, 10_000, 20_000]), st.integers(1, 60_000))
    return st.builds(
        Sold,
        member=st.sampled_from(FAMILY),
        total=totals,
        store=st.sampled_from([0, 0, 1]),
        share=st.sampled_from([0, 0, 0, 4]),
    )


def _events() -> st.SearchStrategy[Event]:
    return st.one_of(
        *[family_sales()] * 7,
        st.builds(
            Returned,
            sale=st.integers(0, 40),
            quarters=st.integers(1, 4),
            reason=st.sampled_from(["voluntary", "defect"]),
        ),
        st.builds(Voided, back=st.sampled_from([0, 0, 1, 4])),
        st.builds(
            PaidOut,
            member=st.sampled_from(FAMILY),
            account=st.just("CASH"),
            quarters=st.integers(1, 4),
        ),
        st.builds(PeriodEnded, name=st.just("C")),
        st.builds(Waited, hours=st.sampled_from([1, 24, 72, 300, 9000])),
    )


@st.composite
def referral_histories(
    draw: st.DrawFn, *, fewest: int = 10, most: int = 60, longest_hold: int = 5
) -> History:
    """A chain, refer three, or both; programs may end on the way."""
    programs = [
        draw(refers(longest_hold=longest_hold)),
        draw(chains(longest_hold=longest_hold)),
    ]
    which = draw(st.sampled_from([slice(0, 1), slice(1, 2), slice(0, 2)]))
    # Everybody buys once, so that there is something to refund and somebody to recruit.
    happened: list[Event] = [
        Sold(member, draw(st.sampled_from([5000, 10_000, 12_345]))) for member in FAMILY
    ]
    happened += [Waited(120)]
    happened += draw(st.lists(_events(), min_size=fewest, max_size=most))
    if draw(st.integers(0, 4)) == 0:
        closed = Closed(draw(st.sampled_from([each.name for each in programs[which]])))
        happened.insert(draw(st.integers(len(happened) // 2, len(happened))), closed)
    wanted = {each.name for each in programs[which]}
    events = [each for each in happened if not isinstance(each, PeriodEnded) or each.name in wanted]
    return History(tuple(programs[which]), tuple(events))
