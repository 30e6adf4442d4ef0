"""A new shop is made beside its place and moved in when it is whole."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pos_app.devices.key_store import KEY_FILE
from pos_app.domain.refusals.folder import ShopIsHere
from pos_app.storage.database import FILE_NAME
from pos_app.storage.end_mark import forget_mark
from pos_app.storage.failures import reachable
from pos_app.storage.folder_lock import FolderLock
from pos_app.storage.scratch import scratch_in

_OWNER_ONLY = 0o700


@contextmanager
def made_beside(folder: Path) -> Iterator[Path]:
    """Give a folder to make a shop in; it is moved to its place at the end.

    Whatever breaks it off, a power cut too, leaves no shop: half a one would be opened as
    a whole one next time, with nobody who can sign in. The shop must be closed by then.

    Raises:
        ShopIsHere: the folder holds a shop already.
        ShopAlreadyOpen: another start is making one.
        DiskFull, ShopFileUnreachable: nothing was made.
    """
    _refuse_second(folder)
    with reachable(folder):
        # Members and staff are nobody's business but the owner's on a shared machine.
        folder.mkdir(_OWNER_ONLY, parents=True, exist_ok=True)
        lock = FolderLock.take(folder)
    try:
        _refuse_second(folder)
        with reachable(folder), scratch_in(folder, errand="making") as scratch:
            yield scratch
            forget_mark(folder)
            # The records last: they are what makes a folder a shop.
            for name in (KEY_FILE, FILE_NAME):
                if (scratch / name).exists():
                    _bring_to_disk(scratch / name)
                    (scratch / name).replace(folder / name)
    finally:
        lock.release()


def _refuse_second(folder: Path) -> None:
    with reachable(folder):
        is_there = (folder / FILE_NAME).exists()
    if is_there:
        raise ShopIsHere(folder=str(folder))


def _bring_to_disk(path: Path) -> None:
    """What was made in a hurry counts only once the disk has it."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
