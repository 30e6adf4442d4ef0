"""A month off, on the file: the same books as day by day (rulebook 1.3, 12.3)."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_app.domain.moment import DAY_MS, Instant
from pos_app.domain.record import Record
from pos_app.engine.book import Book
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.records.shared import DUE
from pos_app.engine.settle import settle_due
from pos_app.storage.schema import RECORDS
from pos_app.storage.unit_of_work import open_storage
from tests.engine.counter import Counter
from tests.engine.events import Adopted, Event, History
from tests.engine.histories import events, every_kind, play
from tests.storage.committing_book import CommittingBook

Rows = dict[type[Record], list[Record]]
Settle = Callable[[Book, Instant, int], None]


def until_off(history: History, book: Book) -> Instant:
    """Let a history happen; return the moment the till goes off."""
    ends: list[Counter] = []
    play(history, book, after=lambda counter, _: ends.append(counter))
    book.open_entry(ends[-1].entries + 1, ends[-1].at)
    return ends[-1].at


def at_once(book: Book, off: Instant, days: int) -> None:
    """Do all that is due when the till is on again."""
    settle_due(book, Instant(off + days * DAY_MS))


def day_by_day(book: Book, off: Instant, days: int) -> None:
    """Do each day what was due by then, each day in a commit of its own."""
    for day in range(1, days + 1):
        settle_due(book, Instant(off + day * DAY_MS))
        if isinstance(book, CommittingBook):
            book.commit()


def on_file(history: History, empty_file: Path, settle: Settle, *, days: int) -> Rows:
    """Play a history on a new file, stay off, catch up; every row at the end."""
    with tempfile.TemporaryDirectory() as place:
        shutil.copy(empty_file, place)
        storage = open_storage(Path(place))
        book = CommittingBook(storage)
        off = until_off(history, book)
        book.commit()
        settle(book, off, days)
        book.close()
        with storage.read() as look:
            rows: Rows = {kind: list(look.records(kind)) for kind in RECORDS}
        storage.close()
    return rows


@settings(max_examples=30, suppress_health_check=list(HealthCheck))
@given(
    programs=every_kind(),
    happened=st.lists(events(), min_size=10, max_size=20),
    days=st.sampled_from([30, 31, 45]),
)
def test_a_month_at_once_is_a_month_day_by_day_on_file(
    empty_file: Path, programs: tuple[Adopted, ...], happened: list[Event], days: int
) -> None:
    """Whether the computer was off must not decide who is paid, with every kind on."""
    history = History(programs, tuple(happened))
    memory = MemoryBook()
    off = until_off(history, memory)
    at_once(memory, off, days)
    expected: Rows = {kind: list(memory.records(kind)) for kind in RECORDS}

    assert on_file(history, empty_file, at_once, days=days) == expected
    assert on_file(history, empty_file, day_by_day, days=days) == expected
    assert not [each for each in memory.scan(DUE) if each.due_at <= off + days * DAY_MS]
