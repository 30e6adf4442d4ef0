"""Reading very many records some thousands at a time, and never holding more."""

from collections.abc import Iterator
from itertools import chain

from pos_app.domain.record import Index, R, Value
from pos_app.engine.book import Book

BATCH = 5_000
"""Records; large enough that each is written cheaply, small enough for any memory."""


def in_batches(
    book: Book, index: Index[R], *prefix: Value, first: int | None = None
) -> Iterator[list[R]]:
    """Read along an index, as `Book.scan` does, and lighten the book between batches.

    Whoever works on a batch has no scan open when he asks for the next one, and moves no
    record behind it: that one would come again. Who may stop early names how many the
    `first` batch has; the next ones grow.
    """
    for batch in pieces(book, index, *prefix, first=first or BATCH):
        yield batch
        if len(batch) == BATCH:
            book.lighten()


def each_in_batches(book: Book, index: Index[R], *prefix: Value) -> Iterator[R]:
    """Read along an index one by one, as `in_batches` reads."""
    return chain.from_iterable(in_batches(book, index, *prefix))


def pieces(book: Book, index: Index[R], *prefix: Value, first: int) -> Iterator[list[R]]:
    """Read along an index piece by piece, twice as many each time, up to a batch.

    No scan is open between two pieces, so that somebody else may lighten the book.
    """
    size = first
    after: tuple[Value, ...] = ()
    while True:
        piece = book.read(index, *prefix, most=size, after=after)
        yield piece
        if len(piece) < size:
            return
        after = tuple(getattr(piece[-1], name) for name in index.fields[len(prefix) :])
        size = min(2 * size, BATCH)
