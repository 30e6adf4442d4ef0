"""A folder for the time of one errand, on the disk where its result will lie."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def scratch_in(folder: Path, *, errand: str) -> Iterator[Path]:
    """Give an empty folder, and remove it afterwards with everything in it.

    What a power cut has left of the same errand is removed first: it holds members, and
    nobody would ever look for it.
    """
    prefix = f".pos-{errand}-"
    for left in folder.glob(f"{prefix}*"):
        shutil.rmtree(left, ignore_errors=True)
    with TemporaryDirectory(prefix=prefix, dir=folder) as scratch:
        yield Path(scratch)
