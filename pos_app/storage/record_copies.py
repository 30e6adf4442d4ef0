"""Copies of the shop's file: made in one go beside the selling, and checked."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from pos_app.faults import BackupUseless, FileFromTheFuture, ShopFileDamaged
from pos_app.journal.chain import first_broken
from pos_app.journal.entry import Entry
from pos_app.storage.connections import connect
from pos_app.storage.database import version_of
from pos_app.storage.driver import DRIVER
from pos_app.storage.end_mark import KnownEnd
from pos_app.storage.failures import explained
from pos_app.storage.statements import select_all
from pos_app.storage.unit_of_work import Storage

_ALL_PAGES = -1
"""In steps, each commit beside it would begin the copy anew (faults.md D14)."""


def copy_records(storage: Storage, target: Path) -> None:
    """Copy the file as it is now into a new file; whoever writes is not kept waiting.

    Raises:
        DiskFull, ShopFileUnreachable: the target is not whole; the caller removes it.
    """
    with (
        storage.read() as look,
        explained(target),
        closing(connect(target, "rwc")) as copy,
    ):
        source: Any = look.connection.connection.driver_connection
        source.backup(copy, pages=_ALL_PAGES)


def ends_of(path: Path) -> tuple[bytes, KnownEnd]:
    """Return the hash of a copy's first journal entry, and its last entry."""
    query = "SELECT number, digest FROM journal_entry ORDER BY number"
    with explained(path), closing(connect(path, "ro")) as connection:
        first = connection.execute(f"{query} LIMIT 1").fetchone()
        last = connection.execute(f"{query} DESC LIMIT 1").fetchone()
    return first[1], KnownEnd(*last)


def check_records(path: Path) -> int:
    """Check a copy whole and return how many journal entries it holds.

    Every page, every key, and the chain of the journal from its first entry on.

    Raises:
        FileFromTheFuture: a newer version of the program wrote it.
        BackupUseless: it does not hold a sound shop.
    """
    try:
        version = version_of(path)
        with explained(path), closing(connect(path, "ro")) as connection:
            sound = [row[0] for row in connection.execute("PRAGMA integrity_check(1)")]
            orphans = connection.execute("PRAGMA foreign_key_check").fetchone()
            broken = first_broken(_entries(connection)) if version else None
            count = connection.execute("SELECT count(*) FROM journal_entry").fetchone()[0]
    except FileFromTheFuture:
        raise
    except (ShopFileDamaged, DRIVER.module.Error) as error:
        raise BackupUseless(path=str(path), detail=str(error)) from error
    if not version or sound != ["ok"] or orphans is not None or broken is not None:
        detail = f"integrity {sound}, orphans {orphans}, journal {broken}"
        raise BackupUseless(path=str(path), detail=detail)
    return int(count)


def _entries(connection: Any) -> Iterator[Entry]:
    for row in connection.execute(select_all(Entry)):
        yield Entry(*row)
