"""All or nothing, one after the other, announced when it is durable."""

import threading
from contextlib import closing

import pytest

from pos_app.domain.moment import Instant
from pos_app.domain.store import Store
from pos_app.journal.chain import first_broken
from pos_app.journal.entry import GENESIS, Entry
from pos_app.journal.facts import StoreAdded
from pos_app.storage.connections import connect
from pos_app.storage.journal_rows import entries, last_entry
from pos_app.storage.unit_of_work import Storage, Topics
from tests.storage.till_day import NOON, after, open_basket, rows_of, sell


@pytest.fixture
def heard(storage: Storage) -> list[Topics]:
    """What the shop announces, in order."""
    told: list[Topics] = []
    storage.committed.append(told.append)
    return told


def add_store(storage: Storage, code: str) -> Entry:
    """Journal a store and keep it."""
    with storage.write() as work:
        entry = work.journal.append(StoreAdded(code, "店"), staff=1, at=NOON)
        work.book.put(Store(code, "店"))
        return entry


def fail_at_the_end(storage: Storage) -> None:
    """Do much, then fail."""
    with storage.write() as work:
        work.journal.append(StoreAdded("S9", "店"), staff=1, at=NOON)
        work.book.put(Store("S9", "店"))
        work.book.post("a", "b", 5, why="TEST")
        work.print_jobs.add("receipt", made_at=NOON, sale=1)
        work.settings.put("name", "x")
        raise ZeroDivisionError


def test_a_failure_takes_everything_back(storage: Storage, heard: list[Topics]) -> None:
    """Half a unit of work would be money without goods."""
    with pytest.raises(ZeroDivisionError):
        fail_at_the_end(storage)
    with storage.read() as look:
        kept = (
            look.get(Store, "S9"),
            look.balance("b"),
            look.print_jobs.open_jobs(),
            look.settings.all(),
            last_entry(look.connection),
        )

    assert kept == (None, 0, (), {}, None)
    assert heard == []


def test_a_commit_announces_the_tables_it_wrote(storage: Storage, heard: list[Topics]) -> None:
    """Screens that show them look again; nobody has to remember to tell them."""
    add_store(storage, "S1")

    assert heard == [frozenset({"journal_entry", "store"})]


def test_a_commit_that_changed_nothing_is_not_announced(
    storage: Storage, heard: list[Topics]
) -> None:
    """A screen that refreshes for nothing flickers."""
    add_store(storage, "S1")
    with storage.write() as work:
        work.book.put(Store("S1", "店"))
        work.book.get(Store, "S1")
    heard.clear()
    with storage.write() as work:
        same = work.book.get(Store, "S1")
        assert same is not None
        work.book.put(same)

    assert heard == []


def test_it_is_announced_after_the_commit(storage: Storage) -> None:
    """Whoever is told must be able to see it."""
    seen: list[Store | None] = []

    def look_at(topics: Topics) -> None:
        with storage.read() as look:
            seen.append(look.get(Store, "S1"))

    storage.committed.append(look_at)
    add_store(storage, "S1")

    assert seen == [Store("S1", "店")]


def test_entries_are_dense_and_chained_across_units_of_work(storage: Storage) -> None:
    """A gap or a fork would be a deleted sale."""
    first = add_store(storage, "S1")
    with pytest.raises(ZeroDivisionError):
        fail_at_the_end(storage)
    add_store(storage, "S2")
    with storage.write() as work:
        work.journal.append(StoreAdded("S3", ""), staff=1, at=NOON)
        work.journal.append(StoreAdded("S4", ""), staff=1, at=NOON)
        following = work.journal.next_number
    with storage.read() as look:
        kept = list(entries(look.connection))

    assert [entry.number for entry in kept] == [1, 2, 3, 4]
    assert (first.digest, following) == (kept[0].digest, 5)
    assert first_broken(kept) is None


def test_a_run_of_the_journal_can_be_read(storage: Storage) -> None:
    """At start only what came after the last closing is looked at."""
    for code in ("S1", "S2", "S3", "S4"):
        add_store(storage, code)
    with storage.read() as look:
        numbers = [entry.number for entry in entries(look.connection, after=1, until=3)]

    assert numbers == [2, 3]


def test_the_journal_knows_when_it_last_wrote(storage: Storage) -> None:
    """A clock set back must not put a sale before an earlier one (rulebook 1.3)."""
    with storage.write() as work:
        before = work.journal.last_at
        work.journal.append(StoreAdded("S1", ""), staff=1, at=NOON)
        then = work.journal.last_at
    with storage.write() as work:
        later = work.journal.last_at

    assert (before, then, later) == (Instant(0), NOON, NOON)


def test_the_first_entry_stands_on_the_genesis(storage: Storage) -> None:
    """Every shop's chain begins alike, so that a cut-off beginning shows."""
    entry = add_store(storage, "S1")

    assert first_broken([entry]) is None
    assert bytes(32) == GENESIS


def test_a_transfer_needs_an_entry_to_belong_to(storage: Storage) -> None:
    """Money that moves without a fact cannot be rebuilt from the journal."""

    def post_nowhere() -> None:
        with storage.write() as work:
            work.book.post("a", "b", 5, why="TEST")

    with pytest.raises(ValueError, match="in entry 0"):
        post_nowhere()


@pytest.mark.parametrize(
    ("debit", "credit", "amount"), [("a", "b", -1), ("a", "a", 5), ("a", "a", -5)]
)
def test_a_transfer_that_is_none_is_a_bug(
    storage: Storage, debit: str, credit: str, amount: int
) -> None:
    """Negative amounts are the other direction, and nobody pays himself."""

    def post() -> None:
        with storage.write() as work:
            work.journal.append(StoreAdded("S1", ""), staff=1, at=NOON)
            work.book.post(debit, credit, amount, why="TEST")

    with pytest.raises(ValueError, match="in entry 1"):
        post()


def test_a_work_within_a_work_stops(storage: Storage) -> None:
    """It would wait for itself for ever."""

    def nest() -> None:
        with storage.write(), storage.write():
            pass

    with pytest.raises(RuntimeError, match="within a unit of work"):
        nest()


def test_two_threads_write_one_after_the_other(storage: Storage) -> None:
    """The worker writes; a save at closing may come from another thread."""
    codes = [f"S{number}" for number in range(8)]
    threads = [threading.Thread(target=add_store, args=(storage, code)) for code in codes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with storage.read() as look:
        stores = sorted(store.code for store in look.records(Store))
        broken = first_broken(entries(look.connection))

    assert (stores, broken) == (codes, None)


def test_a_look_does_not_see_what_came_after_it_began(storage: Storage) -> None:
    """A report reads many tables and must see one moment of the shop."""
    add_store(storage, "S1")
    with storage.read() as look:
        before = look.get(Store, "S1")
        add_store(storage, "S2")
        unseen = look.get(Store, "S2")
    with storage.read() as look:
        seen = look.get(Store, "S2")

    assert (before, unseen, seen) == (Store("S1", "店"), None, Store("S2", "店"))


def test_a_look_cannot_write(storage: Storage) -> None:
    """Screens and reports hold looks; nothing they do may reach the books."""
    with storage.read() as look:
        with pytest.raises(TypeError, match="reading only"):
            look.put(Store("S1", ""))
        with pytest.raises(TypeError, match="reading only"):
            look.post("a", "b", 5, why="TEST")

        assert look.get(Store, "S1") is None


def test_a_scan_left_half_read_does_not_hold_the_file(storage: Storage) -> None:
    """A reader left open keeps the log growing (faults.md 1.1)."""
    for number in range(1, 4):
        open_basket(storage, number)
        sell(storage, number)
    with storage.write() as work:
        scans = [work.book.records(Entry), work.book.records(Entry)]
        first = [next(scan).number for scan in scans]
        work.settings.put("a", "b")
    with closing(connect(storage.path, "rw")) as connection:
        busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    assert (first, busy) == ([1, 1], 0)
    assert rows_of(storage) == after(3, open_baskets=0)
