"""M1b: the key of each winner, extra draws, returns before a draw (3.3, 3.4)."""

from hashlib import sha256

from pos_app.domain.moment import Day, start_of
from pos_app.engine.records.draw import DrawEntry
from tests.engine.counter import Counter
from tests.engine.mechanisms.test_lucky_draw import (
    EXAMPLE,
    SEED,
    counter_with,
    picks,
    rounds,
)


def winners_by_hand(round_id: str, entries: list[int], *, winners: int) -> list[int]:
    """Who wins by the text of 3.3, hashed here and not by the program."""
    left, won = list(entries), []
    for j in range(winners):
        key = f"{SEED}|{round_id}" if j == 0 else f"{SEED}|{round_id}#{j}"
        won.append(left.pop(int(sha256(key.encode()).hexdigest(), 16) % len(left)))
    return won


def test_each_further_winner_has_a_key_of_his_own() -> None:
    """3.3: seed|round, then seed|round#1, seed|round#2, out of those who are left."""
    counter = counter_with(winners_per_round=3, concession_bp=2000, free_rate_bp=1000)
    for member in range(1, 8):
        counter.sell(member, 3000)
    counter.wait(days=7)
    drawn = picks(counter)

    by_hand = winners_by_hand("2025-W01", [1, 2, 3, 4, 5, 6, 7], winners=3)
    assert [each.sale for each in drawn] == by_hand
    assert [each.pick for each in drawn] == [0, 1, 2]
    assert [len(each.entries.split()) for each in drawn] == [7, 6, 5]


def test_who_has_won_takes_no_part_in_later_rounds() -> None:
    """3.4: one purchase wins once; the others stay for the rounds to come."""
    counter = counter_with(round="DAILY", concession_bp=2000, free_rate_bp=1000)
    for member in (1, 2, 3):
        counter.sell(member, 3000)
    counter.wait(days=3)
    won = [each.sale for each in picks(counter)]

    assert sorted(won) == [1, 2, 3]
    assert [len(each.entries.split()) for each in picks(counter)] == [3, 2, 1]


def test_a_draw_asked_for_at_midnight_is_of_the_day_that_begins() -> None:
    """1.12: time ends the day before; what one asks for is the day of now."""
    counter = counter_with(round="DAILY", concession_bp=10)
    counter.at = start_of(Day("2025-01-03"))
    counter.end_period("L")

    assert [each.round_id for each in rounds(counter)] == ["2025-01-02", "2025-01-03"]


def test_a_partly_returned_purchase_is_drawn_for_what_was_kept() -> None:
    """3.3: not returned; the prize is of the base that is left."""
    counter = counter_with(concession_bp=2000)
    counter.sell(1, 5000)
    counter.sell(2, 30_000)
    counter.take_back(1, 2000)
    counter.wait(days=7)

    assert [(each.entries, each.prize) for each in picks(counter)] == [("1:3000", 3000)]
    assert counter.book.balance("CASH:1") == 3000


def test_switching_a_draw_off_lets_its_round_be_drawn() -> None:
    """2.6 and 3.3: `enabled: false` only stops new enrolments; entries were promised."""
    counter = counter_with(concession_bp=2000, free_rate_bp=1000)
    counter.sell(1, 3000)
    counter.adopt(
        "L",
        "M1b",
        enabled=False,
        changes={"seed": SEED, "withhold_bp": 0, "hold_days": 0, "concession_bp": 2000,
                 "free_rate_bp": 1000},
    )  # fmt: skip
    counter.sell(2, 3000)
    counter.wait(days=7)

    assert [(each.sale, each.entries) for each in picks(counter)] == [(1, "1:3000")]
    assert entry(counter, 1).prize == 300
    assert counter.book.get(DrawEntry, 1, 2) is None


def entry(counter: Counter, sale: int) -> DrawEntry:
    """A sale's entry in the draw."""
    found = counter.book.get(DrawEntry, 1, sale)
    assert found is not None
    return found


def test_what_an_entry_may_win_is_what_was_promised_at_its_sale() -> None:
    """1.11: a version applies to sales after it; an older entry keeps its share."""
    terms = {"round": "DAILY", "concession_bp": 2000, "winners_per_round": 2}
    counter = counter_with(**terms)
    counter.sell(1, 5000)
    counter.wait(days=1)
    counter.adopt("L", "M1b", changes={**EXAMPLE, **terms, "free_rate_bp": 1000})
    counter.sell(2, 40_000)
    counter.wait(days=1)

    assert sorted((each.sale, each.prize) for each in picks(counter)) == [(1, 5000), (2, 4000)]


def test_a_counted_round_that_becomes_a_weekly_one_is_drawn_when_the_week_ends() -> None:
    """1.3: time brings its end; a promised draw that never came were a deceit (10.2)."""
    counter = counter_with(round="EVERY_N", every_n=10, concession_bp=2000)
    counter.adopt("L", "M1b", changes={**EXAMPLE, "concession_bp": 2000})
    for member in range(1, 7):
        counter.sell(member, 5000)
    counter.wait(days=7)

    assert [(each.round_id, each.pool_before) for each in rounds(counter)] == [("2025-W01", 6000)]


def test_a_weekly_round_that_becomes_a_counted_one_is_drawn_by_its_entries_alone() -> None:
    """3.2: every ten orders; the end that the week had left due draws nothing."""
    counter = counter_with(concession_bp=2000, free_rate_bp=1000)
    changes = {**EXAMPLE, "round": "EVERY_N", "every_n": 2, "concession_bp": 2000}
    counter.adopt("L", "M1b", changes=changes)
    counter.sell(1, 5000)
    counter.wait(days=14)
    early = rounds(counter)
    counter.sell(2, 500)

    assert early == []
    assert [each.round_id for each in rounds(counter)] == ["n1"]
