"""A disk that is full or cannot sync: nothing half-written, and it is named."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pos_app.faults import DiskFull
from pos_app.storage.unit_of_work import Storage
from tests.storage.till_day import after, open_basket, rows_of, sell

ROOT = Path(__file__).parents[2]


def sold_on(device: str, folder: Path) -> dict[str, Any]:
    """What the shop said and kept on a disk that fails as the device does."""
    command = [sys.executable, "-m", "tests.storage.disk_fault", str(folder), device]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    found: dict[str, Any] = json.loads(told)
    return found


def test_a_full_disk_refuses_the_sale_whole(folder: Path) -> None:
    """Nothing of it is written, all can still be read, and later it is sold once."""
    told = sold_on("/dev/full", folder)

    assert told == {
        "first": "1",
        "failing": ["DiskFull", "DiskFull"],
        "after_failing": after(1, open_baskets=1),
        "again": "2",
        "kept": after(2, open_baskets=0),
        "after_restart": after(2, open_baskets=0),
    }


def test_a_failed_sync_leaves_the_outcome_open_and_the_retry_is_one_sale(folder: Path) -> None:
    """After a failed COMMIT nobody knows; the same basket is never two sales (D6)."""
    told = sold_on("/dev/null", folder)

    assert told == {
        "first": "1",
        "failing": ["CommitUnknown", "CommitUnknown"],
        "after_failing": after(1, open_baskets=1),
        "again": "2",
        "kept": after(2, open_baskets=0),
        "after_restart": after(2, open_baskets=0),
    }


def set_most_pages(storage: Storage, pages: int) -> int:
    """Let the file grow no further than so many pages; returns what it has."""
    with storage.write() as work:
        run = work.connection.exec_driver_sql
        run(f"PRAGMA max_page_count = {pages}").scalar_one()
        return int(run("PRAGMA page_count").scalar_one())


def fill(storage: Storage) -> None:
    """Write settings until a limit stops it."""
    with storage.write() as work:
        for number in range(1000):
            work.settings.put(f"note {number}", "x" * 4000)


def test_a_file_that_may_not_grow_is_a_full_disk(storage: Storage) -> None:
    """Whichever limit is met first, the cashier gets one sentence and no half sale."""
    open_basket(storage, 1)
    sell(storage, 1)
    set_most_pages(storage, set_most_pages(storage, 1))
    with pytest.raises(DiskFull) as caught:
        fill(storage)
    before = rows_of(storage)
    set_most_pages(storage, 1_000_000)
    open_basket(storage, 2)
    number = sell(storage, 2)

    assert caught.value.path == str(storage.path)
    assert (before, number) == (after(1, open_baskets=0), 2)
    assert rows_of(storage) == after(2, open_baskets=0)
