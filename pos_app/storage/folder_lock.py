"""One till program per folder: a lock that dies with the process that holds it."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from pos_app.faults import ShopAlreadyOpen

LOCK_NAME = "shop.lock"
READER_LOCK_NAME = "reader.lock"
"""Of a program that only reads beside the till; one at a time."""


class FolderLock:
    """Held from opening to closing; the file stays, only its lock says anything."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    @classmethod
    def take(cls, folder: Path, *, name: str = LOCK_NAME) -> "FolderLock":
        """Lock the folder.

        Raises:
            ShopAlreadyOpen: another program, or this one, has the folder open.
        """
        descriptor = os.open(folder / name, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(descriptor)
        except OSError as error:
            pid = _read_pid(descriptor)
            os.close(descriptor)
            raise ShopAlreadyOpen(folder=str(folder), pid=pid) from error
        # Only told to whoever finds the folder taken: a full disk keeps no shop shut by it.
        with suppress(OSError):
            os.ftruncate(descriptor, 0)
            os.lseek(descriptor, 0, os.SEEK_SET)
            os.write(descriptor, f"{os.getpid()}\n".encode("ascii"))
        return cls(descriptor)

    def release(self) -> None:
        """Give the folder back; harmless when it was given back before."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _read_pid(descriptor: int) -> int | None:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        text = os.read(descriptor, 20).decode("ascii", "replace").strip()
    except OSError:
        # Windows does not let anybody read what is locked.
        return None
    return int(text) if text.isdigit() else None


if sys.platform == "win32":  # pragma: no cover - runs on Windows only
    import msvcrt

    def _lock(descriptor: int) -> None:
        # A byte far behind the text, so that the process number can still be read.
        os.lseek(descriptor, 1 << 20, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
