"""The entries of a span of time: the journal's time never goes back."""

from bisect import bisect_left
from collections.abc import Iterator

from pos_app.domain.moment import Instant
from pos_app.engine.book import Book, kept
from pos_app.journal.entry import ENTRIES_OF_KIND, Entry


def number_at(book: Book, at: Instant) -> int:
    """Return the number of the first entry at or behind an instant."""
    numbers = range(1, book.last_number(Entry) + 1)
    return 1 + bisect_left(numbers, at, key=lambda number: kept(book, Entry, number).at)


def entries_between(book: Book, kind: str, *, first: int, behind: int) -> Iterator[Entry]:
    """Read the entries of a kind from one number on, up to another that is left out."""
    for entry in book.scan(ENTRIES_OF_KIND, kind, after=(first - 1,)):
        if entry.number >= behind:
            return
        yield entry
