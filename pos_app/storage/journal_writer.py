"""Entries are appended to the journal, each chained to the last."""

from functools import cached_property

from sqlalchemy import Connection

from pos_app.domain.moment import Instant
from pos_app.journal.chain import next_entry
from pos_app.journal.entry import Entry
from pos_app.journal.facts import Fact
from pos_app.storage.journal_rows import last_entry
from pos_app.storage.reward_book import SqlBook


class JournalWriter:
    """Appends what happened, each entry chained to the one before."""

    def __init__(self, connection: Connection, book: SqlBook) -> None:
        self._connection = connection
        self._book = book
        self.appended: Entry | None = None
        """The last entry of this unit of work; None where nothing happened."""

    @cached_property
    def _head(self) -> list[Entry]:
        """The last entry, in a list of one, or none; read when first asked for."""
        last = last_entry(self._connection)
        return [] if last is None else [last]

    @property
    def next_number(self) -> int:
        """The number that the next entry will have."""
        return self._head[-1].number + 1 if self._head else 1

    @property
    def last_at(self) -> Instant:
        """When the last entry was made; time never goes back before it (rulebook 1.3)."""
        return self._head[-1].at if self._head else Instant(0)

    @property
    def last_by(self) -> int:
        """Whose the last entry is; 0 is the shop itself, or nobody yet."""
        return self._head[-1].staff if self._head else 0

    def append(self, fact: Fact, *, staff: int, at: Instant) -> Entry:
        """Write the next entry; transfers posted from here on belong to it."""
        entry = next_entry(fact, after=self._head[-1] if self._head else None, staff=staff, at=at)
        self._book.put(entry)
        self._book.open_entry(entry.number, at)
        self._head[:] = [entry]
        self.appended = entry
        return entry
