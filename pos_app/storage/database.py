"""The file `shop.sqlite`: opened, checked and made.

One connection writes and checkpoints, every other one only reads (faults.md D1). On a
SQLite that may damage a shared WAL file there is exactly one connection for both.
"""

from contextlib import closing
from pathlib import Path

from pos_app.faults import FileFromTheFuture, ShopAlreadyOpen, ShopFileDamaged
from pos_app.storage.connections import connect, reading_engine, writing_engine
from pos_app.storage.driver import DRIVER, SHOP_FILE
from pos_app.storage.failures import explained, reachable
from pos_app.storage.folder_lock import READER_LOCK_NAME, FolderLock
from pos_app.storage.network_folder import refuse_network_folder
from pos_app.storage.schema import APPLICATION_ID, SCHEMA_VERSION, create_schema

FILE_NAME = SHOP_FILE

_HEADER = b"SQLite format 3\x00"


class Database:
    """An open file with its engines; `open_database` makes one."""

    def __init__(self, path: Path, lock: FolderLock, *, reads_only: bool = False) -> None:
        self.path = path
        self._lock = lock
        self.reads_only = reads_only
        """True beside a till that has the file open; whatever writes is refused by SQLite."""
        self.writer = reading_engine(path) if reads_only else writing_engine(path)
        self.shares_one_connection = not DRIVER.is_fixed
        """True on a SQLite that is unsafe with more; the shop says so at the start."""
        self.reader = self.writer if self.shares_one_connection else reading_engine(path)

    def close(self) -> None:
        """Close every connection and give the folder back."""
        self.reader.dispose()
        self.writer.dispose()
        self._lock.release()


def open_database(folder: Path) -> Database:
    """Open the shop's file in a folder, making both where there is none yet.

    Raises:
        ShopAlreadyOpen: another program has the folder open.
        ShopOnNetworkFolder: the folder lies on a share.
        FileFromTheFuture: a newer version wrote the file.
        ShopFileDamaged: the file is not a whole SQLite file of a shop.
        ShopFileUnreachable: the file cannot be opened or written.
        DiskFull: there is no room to make the file.
    """
    refuse_network_folder(folder)
    path = folder / FILE_NAME
    with reachable(path):
        folder.mkdir(parents=True, exist_ok=True)
        lock = FolderLock.take(folder)
    try:
        with explained(path):
            _prepare(path)
        return Database(path, lock)
    except BaseException:
        lock.release()
        raise


def open_beside(folder: Path) -> Database:
    """Open the file that a till has open, to read only (faults.md section 2).

    Raises:
        ShopAlreadyOpen: another program reads beside the till already, the till is of
            another version, or this SQLite allows one connection only.
        ShopFileDamaged, FileFromTheFuture, ShopFileUnreachable: as `open_database`.
    """
    path = folder / FILE_NAME
    with reachable(path):
        lock = FolderLock.take(folder, name=READER_LOCK_NAME)
    try:
        if DRIVER.is_fixed and version_of(path) == SCHEMA_VERSION:
            return Database(path, lock, reads_only=True)
    except BaseException:
        lock.release()
        raise
    lock.release()
    raise ShopAlreadyOpen(folder=str(folder), pid=None)


def version_of(path: Path) -> int:
    """Return the schema's version of a file; 0 for a file without any table.

    Raises:
        FileFromTheFuture: a newer version wrote the file.
        ShopFileDamaged: it is no file of a shop.
    """
    _refuse_foreign(path)
    try:
        version, tables, application = _first_answers(path)
    except (DRIVER.module.Error, UnicodeDecodeError) as error:
        # Three numbers were asked for: whoever cannot give them is no sound file.
        raise ShopFileDamaged(path=str(path), detail=str(error)) from error
    if tables and application != APPLICATION_ID:
        raise ShopFileDamaged(path=str(path), detail="not a shop's file")
    if version > SCHEMA_VERSION:
        raise FileFromTheFuture(path=str(path), found=version, known=SCHEMA_VERSION)
    return version


def _first_answers(path: Path) -> tuple[int, int, int]:
    """The version, how many tables there are, and whose file it is."""
    questions = (
        "PRAGMA user_version",
        "SELECT count(*) FROM sqlite_schema",
        "PRAGMA application_id",
    )
    with explained(path), closing(connect(path, "rw")) as connection:
        version, tables, application = (
            int(connection.execute(text).fetchone()[0]) for text in questions
        )
    return version, tables, application


def _refuse_foreign(path: Path) -> None:
    """Refuse a file that does not begin as SQLite's do, before SQLite looks at it.

    Raises:
        ShopFileDamaged: it begins otherwise.
        ShopFileUnreachable: it cannot be read.
    """
    with reachable(path), path.open("rb") as file:
        begins = file.read(len(_HEADER))
    if begins and begins != _HEADER:
        raise ShopFileDamaged(path=str(path), detail="the header is not SQLite's")


def _prepare(path: Path) -> None:
    """Make a new file's tables, or bring an older file to this version."""
    version = version_of(path) if path.exists() else 0
    if version == SCHEMA_VERSION:
        return
    if version == 0:
        engine = writing_engine(path)
        try:
            with engine.begin() as connection:
                create_schema(connection)
        finally:
            engine.dispose()
        return
    # Alembic takes longer to import than a till to start, and is seldom needed.
    from pos_app.storage.migration import bring_up_to_date

    bring_up_to_date(path)
