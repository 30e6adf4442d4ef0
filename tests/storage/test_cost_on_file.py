"""What a settlement reads does not grow with the queue (rulebook 2.6)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.domain.moment import Day
from pos_app.domain.money import Fen
from pos_app.engine.records.queue import ACTIVE, Queue, Ticket
from pos_app.storage.unit_of_work import Storage, open_storage
from tests.engine.counter import Counter
from tests.storage.committing_book import CommittingBook

WINDOW = 50


@pytest.fixture
def book(storage: Storage) -> Iterator[CommittingBook]:
    """A book on the file."""
    made = CommittingBook(storage)
    yield made
    made.close()


def ticket(seq: int) -> Ticket:
    """An ACTIVE ticket of its own member."""
    day, member = Day("2025-12-01"), 1_000_000 + seq
    return Ticket(1, member, 1, "S1", member, day, seq, Fen(10_000), Fen(0), ACTIVE)


def rows_read(book: CommittingBook, tickets: int) -> int:
    """How many rows one sale with a sponsor reads before a queue of that length."""
    counter = Counter(book)
    counter.adopt("Q", "M1", changes={"hold_days": 0, "window": WINDOW})
    for seq in range(1, tickets + 1):
        book.put(ticket(seq))
    book.put(Queue(program=1, store="S1", active=tickets, tickets=tickets))
    book.commit()
    counter.sell(1, 10_000)
    book.commit()
    before = book.rows_read
    counter.sell(2, 10_000, sponsor=1_000_020)
    book.commit()
    return book.rows_read - before


@pytest.fixture
def rows_before_a_thousand(book: CommittingBook) -> int:
    """The same sale before a queue of a thousand, in a file of its own."""
    return rows_read(book, 1000)


def test_a_settlement_reads_as_much_before_a_hundred_thousand_tickets(
    rows_before_a_thousand: int, tmp_path_factory: pytest.TempPathFactory, empty_file: Path
) -> None:
    """A till that slows down with its success would be slow for ever."""
    other = tmp_path_factory.mktemp("long-queue")
    (other / empty_file.name).write_bytes(empty_file.read_bytes())
    storage = open_storage(other)
    long = CommittingBook(storage)
    rows = rows_read(long, 100_000)
    long.close()
    storage.close()

    assert rows == rows_before_a_thousand
    # The window's tickets, and a dozen rows that every sale reads: programs, heads, lots.
    assert WINDOW < rows < WINDOW + 20
