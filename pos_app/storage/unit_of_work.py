"""One unit of work on the shop's file: all or nothing, then announced.

Inside `with storage.write() as work:` an action appends its fact to `work.journal` and
puts what follows from it into `work.book`; the end of the block commits, and whoever
listens to `storage.committed` is told the topics. `with storage.read() as look:` looks.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from pos_app.domain.found import MemberFound, ProductFound
from pos_app.domain.moment import Instant
from pos_app.faults import ShopFileDamaged
from pos_app.storage.connections import driver_of
from pos_app.storage.database import Database, open_beside, open_database
from pos_app.storage.drafts import Drafts
from pos_app.storage.end_mark import EndMark, KnownEnd
from pos_app.storage.failures import explained, explained_commit
from pos_app.storage.journal_rows import last_entry
from pos_app.storage.journal_writer import JournalWriter
from pos_app.storage.member_search import find_members, refresh_members
from pos_app.storage.print_jobs import PrintJobs
from pos_app.storage.product_search import find_products, refresh_products
from pos_app.storage.reward_book import SqlBook
from pos_app.storage.settings_rows import SettingRows
from pos_app.storage.sign_in_locks import SignInLocks
from pos_app.storage.snapshots import Snapshots

Topics = frozenset[str]
"""The tables a commit wrote to, by name."""


class SideTables:
    """What stands beside the journal, for reading in a look and for writing in a work."""

    def __init__(self, connection: Connection, touched: Callable[[str], None]) -> None:
        self.print_jobs = PrintJobs(connection, touched)
        self.drafts = Drafts(connection, touched)
        self.settings = SettingRows(connection, touched)
        self.sign_in_locks = SignInLocks(connection, touched)
        self.snapshots = Snapshots(connection, touched)


class Look(SqlBook, SideTables):
    """The file as it was when the look began: a book that cannot be written to."""

    def __init__(self, connection: Connection) -> None:
        SqlBook.__init__(self, driver_of(connection), writable=False)
        SideTables.__init__(self, connection, _refuse_writing)
        self.connection = connection

    def find_products(
        self,
        typed: str,
        *,
        limit: int = 50,
        with_former: bool = False,
        after: int | None = None,
    ) -> tuple[ProductFound, ...]:
        """Return the products that match what was typed, the likeliest first."""
        driver = driver_of(self.connection)
        return find_products(driver, self, typed, limit=limit, with_former=with_former, after=after)

    def find_members(
        self, typed: str, *, limit: int = 50, after: int | None = None
    ) -> tuple[MemberFound, ...]:
        """Return the members that match what was typed, the likeliest first."""
        return find_members(driver_of(self.connection), self, typed, limit=limit, after=after)

    @property
    def book(self) -> SqlBook:
        """The same book, so that a look can be read as a unit of work is."""
        return self

    @property
    def last_at(self) -> Instant:
        """When the last entry was made; 0 in a new file."""
        last = last_entry(self.connection)
        return Instant(0) if last is None else last.at

    @property
    def last_by(self) -> int:
        """Who made the last entry; 0 in a new file."""
        last = last_entry(self.connection)
        return 0 if last is None else last.staff


class UnitOfWork(SideTables):
    """What one unit of work reads and writes."""

    def __init__(self, connection: Connection) -> None:
        self.topics: set[str] = set()
        """Tables written to; those of the book are added when the work ends."""
        super().__init__(connection, self.topics.add)
        self.connection = connection
        self.book = SqlBook(driver_of(connection))
        self.book.before_writing = self._keep_searches_current
        self.journal = JournalWriter(connection, self.book)

    def finish(self) -> None:
        """Write what the book holds; the commit follows."""
        self.topics |= self.book.flush()

    def _keep_searches_current(self) -> None:
        driver = driver_of(self.connection)
        refresh_products(driver, self.book)
        refresh_members(driver, self.book)


class Storage:
    """The records of one open shop."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._mark = EndMark(database.path.parent)
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

    @property
    def reads_only(self) -> bool:
        """Whether a till has the file open, and this only reads beside it."""
        return self._database.reads_only

    @property
    def noted_end(self) -> KnownEnd | None:
        """How far the journal had come when it was last noted beside the file."""
        return self._mark.read()

    def check_file(self) -> None:
        """Look at every page of the file; for the worker, behind the first paint.

        Raises:
            ShopFileDamaged: a page is not what was written.
        """
        with self.read() as look:
            rows = look.connection.exec_driver_sql("PRAGMA quick_check(1)")
            told = str(rows.scalar_one())
        if told != "ok":
            raise ShopFileDamaged(path=str(self.path), detail=told)

    def close(self) -> None:
        """Close the file and give the folder back."""
        self._mark.close()
        self._database.close()

    def hurry(self) -> None:
        """Let commits wait for no disk until the file is closed.

        Only for a shop that is still being made: a power cut then loses the whole of it.
        Whoever makes it brings the closed file to the disk before it counts.
        """
        with self._database.writer.connect() as connection:
            driver_of(connection).execute("PRAGMA synchronous = OFF")

    @contextmanager
    def write(self) -> Iterator[UnitOfWork]:
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
                connection.begin()
                work = UnitOfWork(connection)
                try:
                    yield work
                    work.finish()
                    self._mark.compare(work.book)
                except BaseException:
                    work.book.close()
                    connection.rollback()
                    raise
                _commit(connection, self.path)
                if work.journal.appended is not None:
                    self._mark.note(work.journal.appended)
            topics = frozenset(work.topics)
        if topics:
            for tell in tuple(self.committed):
                tell(topics)

    @contextmanager
    def read(self) -> Iterator[Look]:
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
            look = Look(connection)
            try:
                yield look
            finally:
                look.close()
                connection.rollback()

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


def open_storage_beside(folder: Path) -> Storage:
    """Open records that a till has open, to read; raises as `open_beside`."""
    return Storage(open_beside(folder))


def _refuse_writing(table: str) -> None:
    raise TypeError(f"{table} cannot be written in a look")


def _commit(connection: Connection, path: Path) -> None:
    try:
        with explained_commit(path):
            connection.commit()
    except BaseException:
        connection.rollback()
        raise
