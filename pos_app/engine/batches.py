"""Reading very many records some thousands at a time, and never holding more."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, islice
from typing import Any, TypeVar

from pos_app.domain.picked import getter, picker
from pos_app.domain.record import Fields, Index, R, Value, Values
from pos_app.engine.book import Book

T = TypeVar("T")

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
    yield from _lightening(book, pieces(book, index, *prefix, first=first or BATCH))


def values_in_batches(
    book: Book, index: Index[Any], *prefix: Value, fields: Fields
) -> Iterator[list[Values]]:
    """Read these fields along an index, as `in_batches` reads records.

    The index's own fields behind the prefix are among them: there it is read on.
    """
    return _lightening(book, pieces_of_values(book, index, *prefix, fields=fields, first=BATCH))


def each_in_batches(book: Book, index: Index[R], *prefix: Value) -> Iterator[R]:
    """Read along an index one by one, as `in_batches` reads."""
    return chain.from_iterable(in_batches(book, index, *prefix))


def pieces(book: Book, index: Index[R], *prefix: Value, first: int) -> Iterator[list[R]]:
    """Read along an index piece by piece, twice as many each time, up to a batch.

    No scan is open between two pieces, so that somebody else may lighten the book.
    """
    place = getter(index.fields[len(prefix) :])
    return _pieces(partial(book.read, index, *prefix), place, first=first)


def pieces_of_values(
    book: Book, index: Index[Any], *prefix: Value, fields: Fields, first: int
) -> Iterator[list[Values]]:
    """Read these fields piece by piece, as `pieces` reads records."""
    place = picker(tuple(fields.index(name) for name in index.fields[len(prefix) :]))
    return _pieces(partial(book.values, index, *prefix, fields=fields), place, first=first)


def _pieces(
    read: Callable[..., list[T]], place: Callable[[T], Values], *, first: int
) -> Iterator[list[T]]:
    size = first
    after: Values = ()
    while True:
        piece = read(most=size, after=after)
        yield piece
        if len(piece) < size:
            return
        after = place(piece[-1])
        size = min(2 * size, BATCH)


def in_groups(things: Iterable[T]) -> Iterator[list[T]]:
    """Take anything very long a batch at a time."""
    line = iter(things)
    while group := list(islice(line, BATCH)):
        yield group


def _lightening(book: Book, batches: Iterator[list[T]]) -> Iterator[list[T]]:
    for batch in batches:
        yield batch
        if len(batch) == BATCH:
            book.lighten()
