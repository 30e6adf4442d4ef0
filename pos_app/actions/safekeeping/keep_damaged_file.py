"""A damaged file is copied aside before anybody tries anything with it."""

from dataclasses import dataclass
from pathlib import Path

from pos_app.actions.safekeeping.back_up import newest_backup_in
from pos_app.storage.database import FILE_NAME
from pos_app.storage.failures import reachable
from pos_app.storage.folder_lock import FolderLock
from pos_app.storage.keep_aside import keep_aside


@dataclass(frozen=True, slots=True)
class KeptAside:
    """Where the copy lies, and what the shop can be restored from."""

    copy: Path
    backup: Path | None
    """The newest backup in the shop's folder; None: there is none."""


def keep_damaged_file(folder: Path) -> KeptAside:
    """Copy the file of a closed shop aside, with its log; nothing is repaired.

    Raises:
        ShopAlreadyOpen: the shop is open; nothing was copied.
        DiskFull, ShopFileUnreachable: no copy was left behind.
    """
    with reachable(folder):
        lock = FolderLock.take(folder)
    try:
        copy = keep_aside(folder / FILE_NAME)
    finally:
        lock.release()
    return KeptAside(copy, newest_backup_in(folder))
