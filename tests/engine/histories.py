"""Random histories of a shop; `play` runs one on any book (`events`)."""

from dataclasses import replace

from hypothesis import strategies as st

from pos_app.domain.tender import POINTS, REWARD, VOUCHER
from tests.engine.events import (
    MEMBERS,
    Adopted,
    Closed,
    Converted,
    Event,
    History,
    Left,
    Merged,
    PaidOut,
    PeriodEnded,
    Redeemed,
    Returned,
    Sold,
    Voided,
    Waited,
    play,
)
from tests.engine.pool_programs import appreciations, circulars, draws, greens, late_policies
from tests.engine.referral_programs import chains, refers

__all__ = ["History", "histories", "play", "points", "queues", "sales"]


def queue_changes(*, longest_hold: int = 9) -> st.SearchStrategy[dict[str, object]]:
    """Single parameters of a queue, small enough that limits and splits are met often."""
    return st.fixed_dictionaries(
        {"hold_days": st.integers(0, longest_hold), "min_order": st.sampled_from([1000, 5000])},
        optional={
            "unit": st.sampled_from([0, 5000, 10_000]),
            "max_order": st.sampled_from([20_000, 40_000]),
            "over_policy": st.sampled_from(["FUND_ONLY", "SKIP"]),
            "daily_limit": st.integers(1, 3),
            "free_rate_bp": st.sampled_from([1000, 5000, 9999]),
            "target_cap": st.sampled_from([7000, 12_345]),
            "exit_bp": st.sampled_from([0, 3333, 10_000]),
            "placement": st.sampled_from(["ONE_AT_A_TIME", "ALL_AT_TAIL"]),
            "window": st.integers(0, 4),
            "min_share": st.sampled_from([1, 7, 100]),
        },
    )


WEIGHTS = ("w_fee", "w_exit", "w_ref", "w_rep", "w_head", "w_every")


@st.composite
def weights(draw: st.DrawFn) -> dict[str, object]:
    """Weights that sum to the whole, now and then of a kind no preset has."""
    cuts = sorted(draw(st.lists(st.integers(0, 20), min_size=5, max_size=5)))
    edges = [0, *cuts, 20]
    return {
        name: 500 * (high - low)
        for name, low, high in zip(WEIGHTS, edges[:-1], edges[1:], strict=True)
    }


LEAVES = (3, 4, 5)
"""Of the members, those who brought none of them."""
PRESETS = ("V1", "V2A", "V2B", "V3", "V4", "V5_DEFAULT", "V5_ALLIANCE", "W532")


@st.composite
def queues(
    draw: st.DrawFn, *, name: str = "Q", priority: int = 1, longest_hold: int = 9
) -> Adopted:
    """A queue program: a preset with changes, or weights of its own."""
    preset = draw(st.sampled_from(PRESETS))
    changes = draw(queue_changes(longest_hold=longest_hold))
    if draw(st.integers(0, 3)) == 0:
        changes.update(draw(weights()))
    changes.update(draw(late_policies(clawback=preset != "V5_ALLIANCE")))
    return Adopted(name, "M1", priority, preset, tuple(sorted(changes.items())))


@st.composite
def points(draw: st.DrawFn, *, longest_hold: int = 3) -> Adopted:
    """A points program, tried before or after the queue."""
    changes = {
        "earn_bp": draw(st.sampled_from([100, 333, 2000])),
        "hold_days": draw(st.integers(0, longest_hold)),
        "expiry_months": draw(st.sampled_from([0, 1])),
        "unit": draw(st.sampled_from([1, 10])),
    }
    return Adopted("P", "M0", draw(st.integers(0, 2)), None, tuple(sorted(changes.items())))


def sales() -> st.SearchStrategy[Sold]:
    """Sales below, around and above the limits, some paid with rewards."""
    totals = st.one_of(st.sampled_from([999, 5000, 10_000, 20_000, 45_000]), st.integers(1, 60_000))
    return st.builds(
        Sold,
        member=st.integers(0, MEMBERS),
        total=totals,
        store=st.sampled_from([0, 0, 1]),
        kind=st.sampled_from([REWARD, VOUCHER, POINTS]),
        share=st.sampled_from([0, 0, 2, 4]),
    )


def events() -> st.SearchStrategy[Event]:
    """What happens in a shop, sales most often."""
    number = st.integers(0, 30)
    return st.one_of(
        sales(),
        sales(),
        sales(),
        sales(),
        st.builds(
            Returned,
            sale=number,
            quarters=st.integers(1, 4),
            reason=st.sampled_from(["voluntary", "defect"]),
        ),
        st.builds(Voided, back=st.integers(0, 4)),
        st.builds(Left, sale=number),
        st.builds(
            PaidOut,
            member=st.integers(1, MEMBERS),
            account=st.sampled_from(["CASH", "VCH", "POINTS", "PTS"]),
            quarters=st.integers(1, 4),
        ),
        st.builds(Redeemed, member=st.integers(1, MEMBERS), quarters=st.integers(1, 4)),
        st.builds(Converted, member=st.integers(1, MEMBERS)),
        st.builds(Merged, member=st.sampled_from(LEAVES), into=st.integers(1, MEMBERS)),
        st.builds(PeriodEnded, name=st.sampled_from(["K", "G", "L"])),
        st.builds(Waited, hours=st.sampled_from([1, 10, 24, 72, 300, 9000])),
    )


MORE_KINDS = (appreciations, circulars, greens, draws, refers, chains)
"""Of each kind besides the queue and the points."""


@st.composite
def histories(
    draw: st.DrawFn, *, fewest: int = 1, most: int = 40, longest_hold: int = 9
) -> History:
    """A history of one to three programs; versions change and programs end on the way."""
    programs: list[Adopted] = [draw(queues(longest_hold=longest_hold))]
    if draw(st.booleans()):
        programs.append(draw(points(longest_hold=longest_hold)))
    if draw(st.integers(0, 4)) == 0:
        programs.append(draw(queues(name="R", priority=2, longest_hold=longest_hold)))
    everything = draw(st.integers(0, 9)) == 0
    programs += [
        draw(more(longest_hold=longest_hold))
        for more in MORE_KINDS
        if everything or draw(st.integers(0, 3)) == 0
    ]
    happened: list[Event] = draw(st.lists(events(), min_size=fewest, max_size=most))
    if draw(st.integers(0, 2)) == 0:
        scope = dict(programs[0].changes).get("scope", _scope_of(programs[0].preset))
        later = draw(queues(longest_hold=longest_hold))
        changed = {**dict(later.changes), "scope": scope}
        version = Adopted("Q", "M1", 1, later.preset, tuple(sorted(changed.items())))
        happened.insert(draw(st.integers(0, len(happened))), version)
    others = [each for each in programs if each.name not in {"Q", "R"}]
    if others and draw(st.integers(0, 2)) == 0:
        # The office adopts another version; a draw keeps what was published (rulebook 1.11).
        version = draw(_next_version(draw(st.sampled_from(others)), longest_hold=longest_hold))
        happened.insert(draw(st.integers(0, len(happened))), version)
    if draw(st.integers(0, 3)) == 0:
        closed = Closed(draw(st.sampled_from([each.name for each in programs])))
        happened.insert(draw(st.integers(len(happened) // 2, len(happened))), closed)
    return History(tuple(programs), tuple(happened))


@st.composite
def _next_version(draw: st.DrawFn, now: Adopted, *, longest_hold: int) -> Adopted:
    by_name = {"P": points, "N": appreciations, "K": circulars, "G": greens, "F": refers,
               "C": chains}  # fmt: skip
    if now.name not in by_name:
        return now
    later: Adopted = draw(by_name[now.name](longest_hold=longest_hold))
    return replace(later, priority=now.priority)


@st.composite
def every_kind(draw: st.DrawFn, *, longest_hold: int = 30) -> tuple[Adopted, ...]:
    """One program of each kind, all on at once."""
    return (
        draw(queues(longest_hold=longest_hold)),
        draw(points(longest_hold=longest_hold)),
        *(draw(more(longest_hold=longest_hold)) for more in MORE_KINDS),
    )


def _scope_of(preset: str | None) -> str:
    return "ALLIANCE" if preset == "V5_ALLIANCE" else "STORE"
