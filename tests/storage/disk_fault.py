"""Sells on a disk that fails, and tells what the shop said and kept.

    python -m tests.storage.disk_fault FOLDER DEVICE

The open file of the write-ahead log is exchanged for a device of the kernel: /dev/full
takes nothing (ENOSPC), /dev/null takes everything and cannot be synced (EINVAL). No
stand-in pretends anything: the system's own calls fail.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from pos_app.errors import Fault
from pos_app.storage.connections import connect
from pos_app.storage.unit_of_work import Storage, open_storage
from tests.storage.till_day import open_basket, rows_of, sell


def log_descriptors(path: Path) -> list[int]:
    """The numbers under which this process has the log open."""
    log = f"{path}-wal"
    numbers = [int(each.name) for each in Path("/proc/self/fd").iterdir() if _is(each, log)]
    return sorted(numbers)


def _is(link: Path, log: str) -> bool:
    return link.is_symlink() and str(link.readlink()) == log


def settle_log(path: Path) -> None:
    """Carry the log into the file, so that nothing has to be read from the device."""
    with closing(connect(path, "rw")) as connection:
        busy, logged, carried = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()

    assert (busy, logged) == (0, carried)


def write_much(storage: Storage) -> None:
    """Write seven times ten megabytes, each in a commit of its own."""
    for signs in range(7):
        with storage.write() as work:
            # Another content each time: the same again would not be written at all.
            work.snapshots.put("long", bytes([signs]) * (10 * 1024 * 1024))


@contextmanager
def failing_disk(path: Path, device: str) -> Iterator[None]:
    """Let the kernel refuse what is written: /dev/full has no room, /dev/null no sync."""
    settle_log(path)
    descriptors = log_descriptors(path)
    kept = [os.dup(each) for each in descriptors]
    failing = os.open(device, os.O_RDWR)
    for each in descriptors:
        os.dup2(failing, each)
    try:
        yield
    finally:
        for each, sound in zip(descriptors, kept, strict=True):
            os.dup2(sound, each)
            os.close(sound)
        os.close(failing)


def said(storage: Storage, basket: int) -> str:
    """Sell, and return the fault's name or the sale's number."""
    try:
        return str(sell(storage, basket))
    except Fault as fault:
        return type(fault).__name__


def main(folder: Path, device: str) -> None:
    """Sell on a sound disk, on a failing one, twice, and on a sound one again."""
    storage = open_storage(folder)
    told: dict[str, object] = {"first": said(storage, 1)}
    open_basket(storage, 2)
    with failing_disk(storage.path, device):
        told["failing"] = [said(storage, 2), said(storage, 2)]
    told["after_failing"] = rows_of(storage)
    told["again"] = said(storage, 2)
    told["kept"] = rows_of(storage)
    storage.close()
    storage = open_storage(folder)
    storage.check_file()
    told["after_restart"] = rows_of(storage)
    storage.close()
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
