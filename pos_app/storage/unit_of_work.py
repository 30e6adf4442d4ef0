"""One unit of work on the shop's file: all of it is kept or none, then it is announced.

Inside `with storage.write() as work:` an action appends its fact to `work.journal` and
puts what follows from it into `work.book`; the end of the block commits, and whoever
listens to `storage.committed` is told the topics. `with storage.read() as view:` looks.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from pos_app.domain.moment import Instant
from pos_app.journal.chain import next_entry
from pos_app.journal.entry import Entry
from pos_app.journal.facts import Fact
from pos_app.storage.database import Database, open_database
from pos_app.storage.failures import explained, explained_commit
from pos_app.storage.journal_rows import last_entry
from pos_app.storage.reward_book import SqlBook

Topics = frozenset[str]
"""The tables a commit wrote to, by name."""


class JournalWriter:
    """Appends what happened, each entry chained to the one before."""

    def __init__(self, connection: Connection, book: SqlBook) -> None:
        self._connection = connection
        self._book = book
        self._last: Entry | None = None
        self._is_known = False

    def append(self, fact: Fact, *, staff: int, at: Instant) -> Entry:
        """Write the next entry; transfers posted from here on belong to it."""
        if not self._is_known:
            self._last = last_entry(self._connection)
            self._is_known = True
        entry = next_entry(fact, after=self._last, staff=staff, at=at)
        self._book.put(entry)
        self._book.begin_entry(entry.number, at)
        self._last = entry
        return entry


@dataclass(frozen=True, slots=True)
class View:
    """A look at the file as it was when the look began; nothing can be written."""

    connection: Connection
    book: SqlBook


@dataclass(slots=True)
class Work:
    """What one unit of work reads and writes."""

    connection: Connection
    book: SqlBook
    journal: JournalWriter
    topics: set[str] = field(default_factory=set)
    """Tables written to; those of the book are added when the work ends."""


class Storage:
    """The records of one open shop."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._writing = threading.Lock()
        self._writer: int | None = None
        self.committed: list[Callable[[Topics], None]] = []
        """Called after each commit that changed something, on the thread that made it."""

    @property
    def path(self) -> Path:
        """The shop's file."""
        return self._database.path

    @property
    def shares_one_connection(self) -> bool:
        """Whether this SQLite allows no more than one connection (faults.md D2)."""
        return self._database.shares_one_connection

    def close(self) -> None:
        """Close the file and give the folder back."""
        self._database.close()

    @contextmanager
    def write(self) -> Iterator[Work]:
        """Do one unit of work: committed at the end, undone by any exception.

        A work within a work on one thread is a bug and stops.

        Raises:
            DiskFull: nothing was written.
            ShopFileBusy: nothing was written.
            CommitUnknown: the commit failed half-way; try again with the same ids.
            ShopFileDamaged: the file could not be read.
            ShopFileUnreachable: the file could not be read or written.
        """
        with self._one_at_a_time():
            with explained(self.path), self._database.writer.connect() as connection:
                work = self._begin(connection)
                try:
                    yield work
                    work.topics |= work.book.flush()
                except BaseException:
                    work.book.close()
                    connection.rollback()
                    raise
                _commit(connection, self.path)
            topics = frozenset(work.topics)
        if topics:
            for tell in tuple(self.committed):
                tell(topics)

    @contextmanager
    def read(self) -> Iterator[View]:
        """Look at the file for a short while; writing goes on beside it.

        Raises:
            ShopFileDamaged: the file could not be read.
            ShopFileUnreachable: the file could not be read.
        """
        with (
            self._turn_to_read(),
            explained(self.path),
            self._database.reader.connect() as connection,
        ):
            connection.begin()
            book = SqlBook(_driver_connection(connection), writable=False)
            try:
                yield View(connection, book)
            finally:
                book.close()
                connection.rollback()

    def _begin(self, connection: Connection) -> Work:
        connection.begin()
        book = SqlBook(_driver_connection(connection))
        return Work(connection, book, JournalWriter(connection, book))

    @contextmanager
    def _one_at_a_time(self) -> Iterator[None]:
        if self._writer == threading.get_ident():
            raise RuntimeError("a unit of work within a unit of work")
        with self._writing:
            self._writer = threading.get_ident()
            try:
                yield
            finally:
                self._writer = None

    @contextmanager
    def _turn_to_read(self) -> Iterator[None]:
        if self.shares_one_connection:
            with self._one_at_a_time():
                yield
        else:
            yield


def open_storage(folder: Path) -> Storage:
    """Open the shop's records in a folder, making them where there are none.

    Raises what `open_database` raises.
    """
    return Storage(open_database(folder))


def _driver_connection(connection: Connection) -> Any:
    return connection.connection.driver_connection


def _commit(connection: Connection, path: Path) -> None:
    try:
        with explained_commit(path):
            connection.commit()
    except BaseException:
        connection.rollback()
        raise
