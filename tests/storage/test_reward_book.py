"""The book on the file does what the book in memory does, call by call."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_app.domain.member import MEMBERS_BY_PHONE, MEMBERS_OF_SPONSOR, Member
from pos_app.domain.moment import Day, Instant
from pos_app.domain.money import Fen
from pos_app.domain.record import Index, Values
from pos_app.domain.transfer import TRANSFERS, TRANSFERS_OF_SALE, Account, Transfer
from pos_app.engine.book import Book
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.records.queue import ACTIVE, ACTIVE_TICKETS, COMPLETED, TICKETS, Ticket
from pos_app.engine.records.shared import DUE, Due
from pos_app.journal.facts import StoreAdded
from pos_app.storage.unit_of_work import open_storage

SMALL = st.integers(1, 5)
ACCOUNTS = st.sampled_from(["SRC:S1", "POOL:Q", "CASH:1", "CASH:2"])


@dataclass(frozen=True)
class Step:
    """One call on a book; its answer must be the same on both."""

    name: str
    call: Callable[[Book], Any]

    def __repr__(self) -> str:
        """Name the call, for the shrunk example."""
        return self.name


def _ticket(numbers: tuple[int, int, int, int], state: str) -> Ticket:
    sale, part, seq, received = numbers
    day = Day("2026-11-21")
    # One place for one ticket: the order of the active tickets is total.
    seat = seq * 100 + sale * 10 + part
    return Ticket(1, sale, part, "", sale % 2, day, seat, Fen(100), Fen(received), state)


def _member(number: int, sponsor: int | None) -> Member:
    # Two members never share a phone number; some have none.
    phone = str(number) if number else ""
    return Member(number, str(number), "x", phone, sponsor, Instant(0), consent=True)


def _due(numbers: tuple[int, int, int, int], done: bool) -> Due:  # noqa: FBT001 - drawn
    sale, part, due_at, rank = numbers
    return Due("SETTLE", 1, sale, part, Instant(due_at), rank, 0, done)


FOUR = st.tuples(SMALL, SMALL, SMALL, SMALL)
RECORDS = st.one_of(
    st.builds(_ticket, FOUR, st.sampled_from([ACTIVE, COMPLETED])),
    st.builds(_member, SMALL, st.none() | SMALL),
    st.builds(_due, FOUR, st.booleans()),
)
INDEXES: list[tuple[Index[Any], list[st.SearchStrategy[Any]]]] = [
    (ACTIVE_TICKETS, [st.just(1), st.just(""), st.integers(100, 600)]),
    (TICKETS, [st.just(1), SMALL, SMALL]),
    (MEMBERS_OF_SPONSOR, [st.none() | SMALL, SMALL]),
    (MEMBERS_BY_PHONE, [st.sampled_from(["", "1", "2"])]),
    (DUE, [SMALL, SMALL, SMALL]),
    (TRANSFERS_OF_SALE, [st.none() | SMALL, SMALL]),
    (TRANSFERS, [SMALL]),
]


@st.composite
def scans(draw: st.DrawFn) -> Step:
    """Draw a scan of some index, from some place, read to some length."""
    index, values = draw(st.sampled_from(INDEXES))
    known = draw(st.integers(0, len(values)))
    prefix = tuple(draw(each) for each in values[:known])
    follow = [draw(each) for each in values[known : known + draw(st.integers(0, 2))]]
    after = () if None in follow else tuple(follow)
    backward = draw(st.booleans())
    most = draw(st.sampled_from([1, 3, 99]))

    def read(book: Book) -> list[Any]:
        return list(islice(book.scan(index, *prefix, after=after, backward=backward), most))

    def read_at_once(book: Book) -> list[Any]:
        return book.read(index, *prefix, most=most, after=after)

    def read_values(book: Book) -> list[Any]:
        return book.values(index, *prefix, fields=index.fields, most=most, after=after)

    name = f"scan {index.name} {prefix} {after} {backward} {most}"
    ways = [Step(name, read), Step(f"{name} at once", read_at_once)]
    return draw(st.sampled_from([*ways, Step(f"{name} values", read_values)]))


@st.composite
def counts(draw: st.DrawFn) -> Step:
    """Draw a count between two places of some index."""
    index, values = draw(st.sampled_from(INDEXES))
    known = draw(st.integers(0, len(values) - 1))
    prefix = tuple(draw(each) for each in values[:known])
    low, high = draw(values[known]), draw(values[known])
    after = () if low is None or draw(st.booleans()) else (low,)
    before = () if high is None or draw(st.booleans()) else (high,)
    return Step(
        f"count {index.name} {prefix} {after} {before}",
        lambda book: book.count(index, *prefix, after=after, before=before),
    )


@st.composite
def posts(draw: st.DrawFn) -> Step:
    """Draw a transfer between two accounts."""
    debit, credit = draw(ACCOUNTS), draw(ACCOUNTS.map(lambda name: name + "'"))
    amount, sale = draw(st.integers(0, 9)), draw(st.none() | SMALL)

    def post(book: Book) -> None:
        book.post(debit, credit, amount, why="TEST", sale=sale, program=1)

    return Step(f"post {debit} {credit} {amount} {sale}", post)


def _puts_of_new(places: set[tuple[int, int]]) -> Step:
    """Put tickets alike at those of these places where there are none."""

    def put(book: Book) -> None:
        taken = book.values_of(Ticket, ("seq",), [(1, sale, part) for sale, part in places])
        rows = [
            (sale, part, sale * 10 + part)
            for sale, part in sorted(places)
            if (1, sale, part) not in taken
        ]
        book.put_each(_ticket((1, 1, 1, 7), ACTIVE), ("sale", "part", "seq"), rows)

    return Step(f"put each {places}", put)


def _changes_of_known(drawn: tuple[dict[int, int], bool]) -> Step:
    """Change, of the due events that there are, those of these sales."""
    moments, done = drawn

    def change(book: Book) -> None:
        keys: list[Values] = [("SETTLE", 1, sale, 1) for sale in moments]
        known = book.values_of(Due, ("sale",), keys)
        rows = [(*key, moments[int(str(sale))], done) for key, (sale,) in sorted(known.items())]
        book.change_each(Due, ("due_at", "done"), rows)

    return Step(f"change each {drawn}", change)


STEPS = st.one_of(
    RECORDS.map(lambda record: Step(f"put {record}", lambda book: book.put(record))),
    scans(),
    counts(),
    posts(),
    ACCOUNTS.map(lambda name: Step(f"balance {name}", lambda book: book.balance(name))),
    SMALL.map(lambda key: Step(f"member {key}", lambda book: book.get(Member, key))),
    SMALL.map(lambda key: Step(f"transfer {key}", lambda book: book.get(Transfer, key))),
    st.just(Step("last member", lambda book: book.last_number(Member))),
    st.lists(SMALL, max_size=3).map(
        lambda keys: Step(
            f"read ahead {keys}", lambda book: book.read_ahead(Member, [(key,) for key in keys])
        )
    ),
    st.lists(SMALL, max_size=3).map(
        lambda keys: Step(
            f"values of {keys}",
            lambda book: book.values_of(Member, ("name", "phone"), [(key,) for key in keys]),
        )
    ),
    st.sets(st.tuples(SMALL, SMALL)).map(_puts_of_new),
    st.tuples(st.dictionaries(SMALL, SMALL), st.booleans()).map(_changes_of_known),
    st.lists(st.tuples(ACCOUNTS, SMALL, SMALL), max_size=3).map(
        lambda payments: Step(
            f"post each {payments}",
            lambda book: book.post_each("SRC:S2", "VCH", payments, why="TEST", program=1),  # type: ignore[arg-type]  # numbers are fen here
        )
    ),
    st.just(Step("lighten", lambda book: book.lighten())),
    SMALL.map(lambda at: Step(f"date {at}", lambda book: book.date_at(Instant(at)))),
)
WORKS = st.lists(st.lists(STEPS, max_size=12), min_size=1, max_size=5)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(works=WORKS)
def test_any_calls_give_the_same_on_both_books(empty_file: Path, works: list[list[Step]]) -> None:
    """The mechanisms run on both; a difference would make `verify` blame the shop."""
    memory = MemoryBook()
    with tempfile.TemporaryDirectory() as place:
        shutil.copy(empty_file, place)
        storage = open_storage(Path(place))
        for number, steps in enumerate(works, 1):
            fact = StoreAdded(f"S{number}", "")
            with storage.write() as work:
                entry = work.journal.append(fact, staff=0, at=Instant(number))
                memory.put(entry)
                memory.open_entry(number, Instant(number))
                for step in steps:
                    assert (step, step.call(work.book)) == (step, step.call(memory))
        with storage.read() as look:
            for kind in (*memory.kinds(), Account):
                assert sorted(look.records(kind), key=repr) == sorted(
                    memory.records(kind), key=repr
                )
        storage.close()


def test_a_book_that_is_read_along_an_index_is_not_lightened(empty_file: Path) -> None:
    """The scan would lose its place in a file that is written meanwhile."""
    storage = open_storage(empty_file.parent)
    with storage.write() as work:
        for number in (1, 2):
            work.book.put(_member(number, None))
        work.book.lighten()
        line = work.book.scan(MEMBERS_OF_SPONSOR, None)
        next(line)
        with pytest.raises(RuntimeError, match="while it is read"):
            work.book.lighten()
        del line
        work.book.lighten()
        found = [each.number for each in work.book.scan(MEMBERS_OF_SPONSOR, None)]
        work.connection.rollback()
    storage.close()

    assert found == [1, 2]
