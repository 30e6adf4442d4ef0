"""A damaged file is copied aside with its log; one that is replaced is kept."""

import os
import shutil
from pathlib import Path

from pos_app.storage.failures import reachable

_WITH = ("", "-wal", "-shm")


def keep_aside(path: Path) -> Path:
    """Copy the file and what SQLite keeps beside it; return the name of the copy.

    The copy is for somebody who knows how to get sales out of half a file. It is made
    with the shop closed, and never takes the place of another copy.

    Raises:
        DiskFull: the copy is not whole and was removed.
        ShopFileUnreachable: the file cannot be read, or the folder not written.
    """
    aside = _free_name(path)
    made: list[Path] = []
    with reachable(path):
        try:
            for end in _WITH:
                source = path.with_name(path.name + end)
                if source.exists():
                    made.append(aside.with_name(aside.name + end))
                    shutil.copy2(source, made[-1])
        except OSError:
            for each in made:
                each.unlink(missing_ok=True)
            raise
    return aside


def second_name(path: Path, kept: Path) -> None:
    """Give a file a second name, so that it is never missing under its own."""
    try:
        os.link(path, kept)
    except OSError:
        # Some file systems know no second names; a copy is as good, only slower.
        shutil.copy2(path, kept)


def _free_name(path: Path) -> Path:
    number = 1
    while (free := path.with_name(f"damaged-{number}-{path.name}")).exists():
        number += 1
    return free
