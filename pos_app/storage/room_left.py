"""How much room is left, how much the log takes, and a ballast to throw overboard.

A full disk is found while there is still room to close the day: sales stop first, and
freeing the ballast lets the shift be closed and a backup be made (faults.md section 2).
"""

import shutil
from pathlib import Path

from pos_app.storage.failures import reachable

BALLAST_NAME = "ballast.bin"
BALLAST_BYTES = 32 * 1024 * 1024
FEW_BYTES = 500 * 1024 * 1024
"""Below it the shop warns."""
TOO_FEW_BYTES = 50 * 1024 * 1024
"""Below it no new sale is begun."""

_PIECE = bytes(1024 * 1024)


def room_left(folder: Path) -> int:
    """Return the bytes that may still be written beside the shop's file.

    Raises:
        ShopFileUnreachable: the folder is gone.
    """
    with reachable(folder):
        return shutil.disk_usage(folder).free


def log_bytes(file: Path) -> int:
    """Return how long the file's write-ahead log is; 0 where there is none.

    Raises:
        ShopFileUnreachable: the disk does not tell.
    """
    with reachable(file):
        try:
            return file.with_name(f"{file.name}-wal").stat().st_size
        except FileNotFoundError:
            return 0


def take_ballast(folder: Path) -> bool:
    """Fill the ballast up while there is plenty of room; whether it is there now.

    Raises:
        DiskFull, ShopFileUnreachable: it cannot be written; nothing of it is left.
    """
    ballast = folder / BALLAST_NAME
    if ballast.exists() and ballast.stat().st_size == BALLAST_BYTES:
        return True
    if room_left(folder) < FEW_BYTES:
        return False
    with reachable(folder):
        try:
            with ballast.open("wb") as file:
                for _ in range(BALLAST_BYTES // len(_PIECE)):
                    file.write(_PIECE)
        except OSError:
            # Half a ballast would take the room that it is to keep.
            ballast.unlink(missing_ok=True)
            raise
    return True


def drop_ballast(folder: Path) -> bool:
    """Throw the ballast overboard; whether there was any.

    Raises:
        ShopFileUnreachable: the folder does not let it go.
    """
    ballast = folder / BALLAST_NAME
    with reachable(folder):
        there = ballast.exists()
        ballast.unlink(missing_ok=True)
    return there
