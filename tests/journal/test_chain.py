"""The chain names the first entry that was changed, and the column."""

from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from pos_app.domain.moment import Instant
from pos_app.journal.canonical import canonical_bytes
from pos_app.journal.chain import BrokenEntry, first_broken, next_entry
from pos_app.journal.entry import GENESIS, Entry
from pos_app.journal.facts import StoreAdded

NOON = Instant(1_790_000_000_000)


def chain_of(length: int) -> list[Entry]:
    """A chain of facts, one a second."""
    made: list[Entry] = []
    for number in range(1, length + 1):
        last = made[-1] if made else None
        fact = StoreAdded(f"S{number}", "店")
        made.append(next_entry(fact, after=last, staff=3, at=Instant(NOON + number * 1000)))
    return made


def test_a_digest_is_taken_over_the_one_before_and_the_bytes() -> None:
    """Anybody can work it out again with a hash and nothing else."""
    first, second = chain_of(2)

    assert first.digest == sha256(GENESIS + first.body).digest()
    assert second.digest == sha256(first.digest + second.body).digest()


def test_an_untouched_chain_is_whole() -> None:
    """A false alarm would make the owner distrust the right ones."""
    assert first_broken(chain_of(5)) is None
    assert first_broken([]) is None


def test_a_run_is_checked_behind_what_was_checked_before() -> None:
    """At start only what is new since the last closing is looked at."""
    made = chain_of(5)

    assert first_broken(made[3:], after=made[2]) is None
    assert first_broken(made[3:], after=made[1]) == BrokenEntry(3, "number")


def _other_body(entry: Entry) -> bytes:
    return canonical_bytes(StoreAdded("S9", "x"), number=entry.number, at=entry.at, staff=3)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", NOON),
        ("staff", 4),
        ("kind", "store_removed"),
        ("body", b"{}"),
        ("body", _other_body),
        ("digest", bytes(32)),
        ("number", 77),
    ],
)
@pytest.mark.parametrize("place", [0, 2, 3])
def test_a_changed_cell_is_named(column: str, value: Any, place: int) -> None:
    """Whoever changes one cell must be found out by entry and column."""
    made = chain_of(5)
    changed = value(made[place]) if callable(value) else value
    made[place] = replace(made[place], **{column: changed})
    made.sort(key=lambda entry: entry.number)
    named = 77 if column == "number" else place + 1

    assert first_broken(made) == BrokenEntry(named, column)


def test_a_missing_entry_is_named() -> None:
    """Numbers are dense: a gap is a deleted entry."""
    made = chain_of(5)
    del made[2]

    assert first_broken(made) == BrokenEntry(3, "number")


def test_two_exchanged_entries_are_named() -> None:
    """An earlier sale must not become a later one."""
    first, second, third = chain_of(3)
    exchanged = [first, replace(third, number=2), replace(second, number=3)]

    assert first_broken(exchanged) == BrokenEntry(2, "body")
