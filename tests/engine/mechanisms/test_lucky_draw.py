"""L1 to L4 of the rulebook and what M1b says in words (rulebook 3)."""

from dataclasses import replace
from typing import Any

import pytest

from pos_app.domain.moment import Day, read_instant
from pos_app.domain.program import Program
from pos_app.engine.adopt import RoundIsRunning, SeedMayNotChange, check_version
from pos_app.engine.draw_protocol import DrawnPick, ProtocolDoubt, commitment_of, doubts
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.parameters.draw import DrawParameters
from pos_app.engine.program import ParameterOutOfRange, ParametersDisagree, read_parameters
from pos_app.engine.records.draw import (
    DRAW_ROUNDS,
    PICKS_OF_ROUND,
    DrawEntry,
    DrawPick,
    DrawRound,
)
from pos_app.engine.undo import VoidRefused
from tests.engine.counter import Counter

SEED = "demo-4"
COMMITMENT = "9c10e84ca14bf15c2d6765040f20719d1615aa685557e63dea4b766825ecd0ef"
EXAMPLE = {"seed": SEED, "concession_bp": 1000, "withhold_bp": 0, "hold_days": 0}
WEEK_1 = (3000, 5000, 4000, 20_000, 9000)
WEEK_2 = (6000, 2500, 3800)
WEEK_3 = (30_000,)


def counter_with(**changes: Any) -> Counter:
    """A counter in the first week of 2025 with the program of the examples."""
    counter = Counter(MemoryBook(), at=read_instant("2025-01-02T10:00:00+08:00"))
    counter.adopt("L", "M1b", changes={**EXAMPLE, **changes})
    return counter


def three_weeks(**changes: Any) -> Counter:
    """The sales of L1 to L3; member n buys with sale n."""
    counter = counter_with(**changes)
    for bases in (WEEK_1, WEEK_2, WEEK_3):
        for base in bases:
            counter.sell(counter.sold + 1, base)
        counter.wait(days=7)
    return counter


def rounds(counter: Counter) -> list[DrawRound]:
    """Every round in its sequence."""
    return list(counter.book.scan(DRAW_ROUNDS, 1))


def picks(counter: Counter) -> list[DrawPick]:
    """Every pick of every round."""
    found = rounds(counter)
    return [pick for each in found for pick in counter.book.scan(PICKS_OF_ROUND, 1, each.number)]


def test_the_worked_examples_come_out_to_the_fen() -> None:
    """L1 to L3: names of rounds, pools, lists, positions and prizes of rulebook 3.5."""
    counter = three_weeks()
    told = [(each.round_id, each.pool_before, each.pool_after) for each in rounds(counter)]
    drawn = [(each.number, each.entries, each.position, each.prize) for each in picks(counter)]

    assert commitment_of(SEED) == COMMITMENT
    assert told == [
        ("2025-W01", 4100, 100),
        ("2025-W02", 1330, 1330),
        ("2025-W03", 4330, 530),
    ]
    assert drawn == [
        (1, "1:3000 3:4000", 1, 4000),
        (3, "1:3000 7:2500 8:3800", 2, 3800),
    ]
    assert (counter.book.balance("CASH:3"), counter.book.balance("CASH:8")) == (4000, 3800)


def test_tax_is_withheld_out_of_the_prize_and_not_on_top_of_it() -> None:
    """L4: 3200 to the member, 800 to the tax office; the pool still falls by 4000."""
    counter = counter_with(withhold_bp=2000)
    for base in WEEK_1:
        counter.sell(counter.sold + 1, base)
    counter.wait(days=7)

    assert (counter.book.balance("CASH:3"), counter.book.balance("OUT:tax")) == (3200, 800)
    assert counter.book.balance("POOL:L@L") == 100


def test_anybody_can_compute_the_draws_again_from_the_seed() -> None:
    """12.12: a protocol that was tampered with, or another seed, is found out."""
    counter = three_weeks()
    names = {each.number: each.round_id for each in rounds(counter)}
    told = tuple(
        DrawnPick(
            round_id=names[each.number],
            pick=each.pick,
            entries=tuple(
                (sale, int(base))
                for sale, base in (pair.split(":") for pair in each.entries.split())
            ),
            position=each.position,
            winner=str(each.sale),
            prize=each.prize,
        )
        for each in picks(counter)
    )
    forged = replace(told[0], position=0, winner="1")
    swapped = replace(told[0], winner="1")
    swollen = replace(told[0], prize=told[0].prize + 1)

    assert list(doubts(told, seed=SEED, commitment=COMMITMENT)) == []
    assert list(doubts((forged,), seed=SEED, commitment=COMMITMENT)) == [
        ProtocolDoubt("2025-W01", 0, "position")
    ]
    assert list(doubts((swapped,), seed=SEED, commitment=COMMITMENT)) == [
        ProtocolDoubt("2025-W01", 0, "winner")
    ]
    assert list(doubts((swollen,), seed=SEED, commitment=COMMITMENT)) == [
        ProtocolDoubt("2025-W01", 0, "prize")
    ]
    assert ProtocolDoubt("", 0, "commitment") in doubts(told, seed="x", commitment=COMMITMENT)


def test_what_did_not_win_stays_for_three_more_rounds() -> None:
    """3.2 carry_entries: then its chance is over."""
    counter = counter_with(round="DAILY", concession_bp=10)
    counter.sell(1, 9000)
    open_after = []
    for _ in range(5):
        counter.wait(days=1)
        entry = counter.book.get(DrawEntry, 1, 1)
        assert entry is not None
        open_after.append(entry.open)

    assert open_after == [True, True, True, False, False]


def test_without_carrying_an_entry_has_one_round() -> None:
    """3.2: the owner may choose so, and must say it."""
    counter = counter_with(round="DAILY", concession_bp=10, carry_entries=False)
    counter.sell(1, 9000)
    counter.wait(days=1)
    entry = counter.book.get(DrawEntry, 1, 1)

    assert entry is not None
    assert not entry.open


def test_a_round_may_end_with_its_nth_purchase() -> None:
    """3.2 EVERY_N: rounds are counted, n1, n2; several may win, no sale twice."""
    counter = counter_with(round="EVERY_N", every_n=3, winners_per_round=2, concession_bp=2000)
    for member in range(1, 7):
        counter.sell(member, 1000)

    assert [each.round_id for each in rounds(counter)] == ["n1", "n2"]
    winners = [each.sale for each in picks(counter)]
    assert len(winners) == len(set(winners))
    assert counter.book.balance("POOL:L@L") == 6 * 200 - 1000 * len(winners)


@pytest.mark.parametrize(
    ("chosen", "day", "name"),
    [
        ("DAILY", "2026-01-05", "2026-01-05"),
        ("WEEKLY", "2026-01-05", "2026-W02"),
        ("WEEKLY", "2024-12-30", "2025-W01"),
        ("MONTHLY", "2026-01-05", "2026-01"),
    ],
)
def test_a_round_is_named_after_its_days(chosen: str, day: str, name: str) -> None:
    """1.12: the name is hashed, so that every machine must find the same."""
    parameters = DrawParameters(seed=SEED, round=chosen)

    assert parameters.round_id(Day(day)) == name


def test_a_month_ends_with_its_last_day() -> None:
    """Also in December, when the year changes."""
    parameters = DrawParameters(seed=SEED, round="MONTHLY")
    at = read_instant("2026-12-31T23:59:00+08:00")

    assert parameters.period_end(Day("2026-01-01"), after=at) == read_instant(
        "2027-01-01T00:00:00+08:00"
    )


def test_no_prize_is_above_the_cap_or_the_pool() -> None:
    """10.2, article 17: larger purchases do not take part, and the notice says so."""
    counter = counter_with(prize_cap=3500)
    for base in WEEK_1:
        counter.sell(counter.sold + 1, base)
    counter.wait(days=7)

    assert [(each.entries, each.prize) for each in picks(counter)] == [("1:3000", 3000)]


@pytest.mark.parametrize("reason", ["voluntary", "defect"])
def test_a_winner_who_returns_has_the_price_in_total(reason: str) -> None:
    """3.4: the prize stays and lessens the refund, whatever the reason."""
    counter = three_weeks()
    (taken,) = counter.take_back(3, 2000, reason=reason)

    assert (taken.wanted, taken.from_wallet, taken.netted) == (2000, 0, 2000)
    assert counter.book.balance("CASH:3") == 4000
    assert counter.book.balance("POOL:L@L") == 530 + 2000


def test_a_return_before_the_draw_takes_the_entry_out() -> None:
    """3.4: the store gets back what was not distributed of its own."""
    counter = counter_with(entry_min=2000)
    counter.sell(1, 3000)
    counter.sell(2, 5000)
    (taken,) = counter.take_back(1, 1500)
    entry = counter.book.get(DrawEntry, 1, 1)

    assert entry is not None
    assert (entry.open, entry.base, taken.to_merchant) == (False, 1500, 150)


def test_a_void_is_possible_until_the_round_was_drawn() -> None:
    """The published list must stay true."""
    counter = counter_with(round="EVERY_N", every_n=3)
    counter.sell(1, 3000)
    counter.sell(2, 3000)
    counter.void(2)
    pool = counter.book.balance("POOL:L@L")
    counter.end_period("L")

    assert pool == 300
    with pytest.raises(VoidRefused) as refused:
        counter.void(1)
    assert refused.value.why == "LATER_EVENT"


def test_the_rest_goes_to_the_stores_at_the_end() -> None:
    """3.3: what nobody won is the stores' again, and no entry is left."""
    counter = counter_with()
    counter.sell(1, 3000)
    counter.close("L")
    entry = counter.book.get(DrawEntry, 1, 1)

    assert (counter.book.balance("POOL:L@L"), counter.book.balance("SRC:S1")) == (0, 0)
    assert entry is not None
    assert not entry.open


def test_a_prize_above_the_laws_limit_is_refused() -> None:
    """50 000 yuan is hard; and no draw without a promised seed."""
    with pytest.raises(ParameterOutOfRange):
        read_parameters("M1b", changes={"seed": SEED, "prize_cap": 5_000_001})
    with pytest.raises(ParametersDisagree) as refused:
        read_parameters("M1b")
    assert refused.value.rule == "SEED_MISSING"


def test_a_running_round_keeps_its_terms_and_the_seed_for_ever() -> None:
    """10.2: an owner who could change either could choose the winner."""
    counter = counter_with()
    counter.sell(1, 3000)
    program = counter.book.get(Program, 1)
    changed = read_parameters("M1b", changes={**EXAMPLE, "winners_per_round": 2})
    other = read_parameters("M1b", changes={**EXAMPLE, "seed": "x"})

    with pytest.raises(RoundIsRunning):
        check_version(counter.book, program, parameters=changed, return_window_days=0)
    with pytest.raises(SeedMayNotChange):
        check_version(counter.book, program, parameters=other, return_window_days=0)
    counter.wait(days=7)
    check_version(counter.book, program, parameters=changed, return_window_days=0)
