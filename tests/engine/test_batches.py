"""Very many records are read a few at a time, each once, by a light book."""

import pytest
from typing_extensions import override

from pos_app.domain.money import Fen
from pos_app.engine import batches
from pos_app.engine.batches import in_batches, pieces
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.pool_records import OPEN_POOL_LOTS, PoolLot


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
