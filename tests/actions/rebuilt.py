"""The book that the journal's bytes alone make."""

from __future__ import annotations

from collections.abc import Iterable

from pos_app.actions.books.post_entry import post_entry
from pos_app.engine.memory_book import MemoryBook
from pos_app.journal.canonical import read_canonical
from pos_app.journal.entry import Entry


def rebuild_book(journal: Iterable[Entry]) -> MemoryBook:
    """Book every entry in memory, in its order."""
    book = MemoryBook()
    for entry in journal:
        book.put(entry)
        post_entry(book, entry, read_canonical(entry.body).fact)
    return book
