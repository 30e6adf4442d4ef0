"""Very many records are read a few at a time, each once, by a light book."""

import pytest
from typing_extensions import override

from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.engine import batches
from pos_app.engine.batches import in_batches, in_groups, pieces
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.pool_lots import empty
from pos_app.engine.records.pool import OPEN_POOL_LOTS, PoolLot

PROGRAM = Program(1, "P", "M6", 0, 1, enabled=True, consent_by="")


class LightenedBook(MemoryBook):
    """Counts how often it was lightened."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    @override
    def lighten(self) -> None:
        self.times += 1


def book_of(lots: int) -> LightenedBook:
    """So many open lots of program 1, and one of program 2."""
    book = LightenedBook()
    for number in range(1, lots + 1):
        book.put(PoolLot(1, number, number, own=True, granted=Fen(1), left=Fen(1)))
    book.put(PoolLot(2, 1, 1, own=True, granted=Fen(1), left=Fen(1)))
    return book


@pytest.mark.parametrize(
    ("lots", "sizes", "times"), [(0, [0], 0), (5, [2, 2, 1], 2), (4, [2, 2, 0], 2)]
)
def test_a_line_is_read_in_batches_and_lightened_between(
    monkeypatch: pytest.MonkeyPatch, lots: int, sizes: list[int], times: int
) -> None:
    """A batch too many in memory is what a period's end would die of."""
    monkeypatch.setattr(batches, "BATCH", 2)
    book = book_of(lots)
    read = list(in_batches(book, OPEN_POOL_LOTS, 1))

    assert [len(batch) for batch in read] == sizes
    assert [lot.number for batch in read for lot in batch] == list(range(1, lots + 1))
    assert book.times == times


def test_pieces_grow_and_leave_the_book_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """A prize needs a lot or two; a day needs all of them."""
    monkeypatch.setattr(batches, "BATCH", 4)
    book = book_of(12)
    read = [len(piece) for piece in pieces(book, OPEN_POOL_LOTS, 1, first=1)]

    assert (read, book.times) == ([1, 2, 4, 4, 1], 0)


def test_what_leaves_the_line_meanwhile_is_not_read_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lot that is drawn empty stands in the line no more; those behind it still do."""
    monkeypatch.setattr(batches, "BATCH", 2)
    book = book_of(5)
    read = []
    for batch in in_batches(book, OPEN_POOL_LOTS, 1):
        for lot in batch:
            read.append(lot.number)
            book.put(PoolLot(1, lot.number, lot.number, own=True, granted=Fen(1), left=Fen(0)))

    assert read == [1, 2, 3, 4, 5]


def test_groups_are_taken_as_they_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who holds the whole line to cut it has gained nothing."""
    monkeypatch.setattr(batches, "BATCH", 2)
    groups = in_groups(iter(range(5)))

    assert list(groups) == [[0, 1], [2, 3], [4]]
    assert list(in_groups([])) == []


def test_a_pool_is_emptied_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each lot goes back to its store whole; nobody holds a million of them."""
    monkeypatch.setattr(batches, "BATCH", 2)
    book = book_of(5)
    book.put(PoolLot(1, 3, 3, own=True, granted=Fen(7), left=Fen(4), returned=Fen(2)))
    empty(book, PROGRAM, pool="POOL:K@P", why="TEST")
    lots = book.records(PoolLot)

    assert [(lot.left, lot.returned) for lot in lots[:5]] == [
        (0, 1),
        (0, 1),
        (0, 6),
        (0, 1),
        (0, 1),
    ]
    assert lots[5].left == 1
    assert book.times == 2
