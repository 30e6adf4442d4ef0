"""What SQLite's error codes mean to a shop; the only place that reads them.

A code that is not listed is a bug (a broken constraint, a statement that does not fit)
and passes through as it is.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from pos_app.errors import Fault
from pos_app.faults import (
    CommitUnknown,
    DiskFull,
    FileNotRead,
    FileNotWritten,
    ShopFileBusy,
    ShopFileDamaged,
    ShopFileUnreachable,
    ShopFolderUnreachable,
)
from pos_app.storage.driver import DRIVER

# https://www.sqlite.org/rescode.html; the low byte is the code, the rest its detail.
_PERM, _BUSY, _LOCKED, _READONLY, _IOERR = 3, 5, 6, 8, 10
_CORRUPT, _FULL, _CANTOPEN, _NOTADB = 11, 13, 14, 26
_LOW_BYTE = 0xFF

_DAMAGED = {_CORRUPT, _NOTADB}
_BUSY_CODES = {_BUSY, _LOCKED}
_UNREACHABLE = {_PERM, _READONLY, _IOERR, _CANTOPEN}


def fault_of(error: Exception, path: Path) -> Fault | None:
    """Return the fault an error of the driver stands for, or None if it is a bug."""
    told = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(told, "sqlite_errorcode", None)
    if code is None:
        return None
    kind = code & _LOW_BYTE
    if kind == _FULL:
        return DiskFull(path=str(path))
    if kind in _DAMAGED:
        return ShopFileDamaged(path=str(path), detail=str(told))
    if kind in _BUSY_CODES:
        return ShopFileBusy(path=str(path))
    if kind in _UNREACHABLE:
        return ShopFileUnreachable(path=str(path), detail=_detail(told))
    return None


def _detail(told: BaseException | None) -> str:
    return f"{getattr(told, 'sqlite_errorname', 'SQLITE')}: {told}"


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn the driver's errors into faults while opening, reading and writing."""
    try:
        yield
    except (DBAPIError, DRIVER.module.Error) as error:
        fault = fault_of(error, path)
        if fault is None:
            raise
        raise fault from error


@contextmanager
def reachable(path: Path) -> Iterator[None]:
    """Turn the system's errors into faults where a file is touched without SQLite.

    Raises:
        DiskFull: no room is left.
        ShopFolderUnreachable: anything else that the system refuses.
    """
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull(path=str(path)) from error
        raise ShopFolderUnreachable(path=str(path), detail=_why(error)) from error


def not_read(error: OSError, path: Path) -> FileNotRead:
    """Return the fault of a named file that cannot be read."""
    return FileNotRead(path=str(path), detail=_why(error))


def not_written(error: OSError, path: Path) -> DiskFull | FileNotWritten:
    """Return the fault of a named file that cannot be written."""
    if error.errno == errno.ENOSPC:
        return DiskFull(path=str(path))
    return FileNotWritten(path=str(path), detail=_why(error))


def _why(error: OSError) -> str:
    """The name of what the system said, which has words in both languages."""
    return errno.errorcode.get(error.errno or 0, "") or error.strerror or str(error)


@contextmanager
def explained_commit(path: Path) -> Iterator[None]:
    """Turn the errors of a COMMIT into faults.

    A full disk or a lock is found before the commit's last frame is written, so nothing
    was kept. Whatever else the disk does then leaves the outcome open (faults.md D6).

    Raises:
        DiskFull: nothing was written.
        ShopFileBusy: nothing was written.
        CommitUnknown: it may have been written.
    """
    try:
        yield
    except (DBAPIError, DRIVER.module.Error) as error:
        fault = fault_of(error, path)
        if fault is None or isinstance(fault, (DiskFull, ShopFileBusy)):
            raise (fault or error) from error
        told = error.orig if isinstance(error, DBAPIError) else error
        raise CommitUnknown(path=str(path), detail=_detail(told)) from error
