"""Connections to the shop's file and how each is set up (faults.md section 6)."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from pos_app.storage.driver import DRIVER

LARGEST_LOG_BYTES = 64 * 1024 * 1024
"""The write-ahead log is cut back to it whenever it has been folded into the file."""

_WRITER_SETUP = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    # What is erased is written over where that costs no page more (decision 0062).
    "PRAGMA secure_delete = FAST",
    "PRAGMA wal_autocheckpoint = 1000",
    f"PRAGMA journal_size_limit = {LARGEST_LOG_BYTES}",
    "PRAGMA cache_size = -65536",
)
_READER_SETUP = ("PRAGMA query_only = ON", "PRAGMA cache_size = -16384")
_MIGRATING_SETUP = (
    # A table that is rebuilt is away for a moment; the keys are checked afterwards.
    "PRAGMA foreign_keys = OFF",
    "PRAGMA synchronous = FULL",
)
_COMMON_SETUP = (
    "PRAGMA foreign_keys = ON",
    # Without it REPLACE deletes rows of the books and no trigger is asked (style.md 3.5).
    "PRAGMA recursive_triggers = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA busy_timeout = 5000",
    # Mapped memory has made the WAL-reset bug worse elsewhere (faults.md 1.1).
    "PRAGMA mmap_size = 0",
)
_PREPARED_STATEMENTS = 512
_READERS = 2


def connect(path: Path, mode: str) -> Any:
    """Open one connection of the driver; it belongs to the caller."""
    return DRIVER.module.connect(
        f"file:{quote(str(path))}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=_PREPARED_STATEMENTS,
    )


def driver_of(connection: Connection) -> Any:
    """Return the driver's own connection, for statements that are run very often."""
    return connection.connection.driver_connection


def set_up_writer(connection: Any) -> None:
    """Set a connection of the driver up as the shop's writing one."""
    for pragma in (*_COMMON_SETUP, *_WRITER_SETUP):
        connection.execute(pragma)


def writing_engine(path: Path) -> Engine:
    """The engine of the one connection that writes and checkpoints."""
    return _engine(path, "rwc", _WRITER_SETUP, begin="BEGIN IMMEDIATE", connections=1)


def reading_engine(path: Path) -> Engine:
    """The engine of connections that only read, each for a short while."""
    return _engine(path, "ro", _READER_SETUP, begin="BEGIN", connections=_READERS)


def migrating_engine(path: Path) -> Engine:
    """The engine of the one connection that changes a file's tables."""
    return _engine(path, "rwc", _MIGRATING_SETUP, begin="BEGIN IMMEDIATE", connections=1)


def _engine(
    path: Path, mode: str, setup: tuple[str, ...], *, begin: str, connections: int
) -> Engine:
    engine = create_engine(
        "sqlite+pysqlite://",
        module=DRIVER.module,
        creator=lambda: connect(path, mode),
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
        # Whoever begins a transaction here ends it: the pool need not ask the file again.
        pool_reset_on_return=None,
    )

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _: object) -> None:
        for pragma in (*_COMMON_SETUP, *setup):
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        # The default would be deferred, and fail in the middle after another's commit.
        driver_of(connection).execute(begin)

    return engine
