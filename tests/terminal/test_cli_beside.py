"""A backup from the terminal while the till is open: it reads, and never writes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.selling.list_sales import list_sales
from pos_app.clock import StoppedClock
from pos_app.errors import ShopError
from pos_app.faults import ShopAlreadyOpen, ShopFileUnreachable
from pos_app.shop import Shop
from pos_app.startup import open_shop, open_shop_beside
from tests import make
from tests.actions import at_the_counter as selling
from tests.actions.backups import restore
from tests.actions.conftest import shop

__all__ = ["shop"]

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own, as a person beside the till does."""
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=ROOT,
        env=os.environ | {"PYTHONUTF8": "1", "LC_ALL": "C.UTF-8", "LANGUAGE": "en"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_backup_beside_the_open_till_holds_the_last_sale(shop: Shop, tmp_path: Path) -> None:
    """Who carries the day's records away at noon must not close the till for it."""
    seat = selling.open_for_trade(shop)
    selling.sell(shop, seat, selling.COLA)
    backup = tmp_path / "noon.posbackup"
    done = run("backup", "--to", str(backup), "--folder", str(shop.folder))
    selling.sell(shop, seat, selling.OIL)
    restore(backup, tmp_path / "elsewhere")
    again = open_shop(tmp_path / "elsewhere", clock=StoppedClock(make.OPENING))
    restored, wrong = [each.number for each in list_sales(again)], verify_books(again.storage)
    again.close()

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Backup of {make.SHOP_NAME}, ")
    assert (restored, wrong) == ([1], [])
    assert [each.number for each in list_sales(shop)] == [2, 1]
    assert [each.name for each in shop.folder.glob(".pos-*")] == []


def test_nothing_can_be_written_beside_the_open_till(shop: Shop) -> None:
    """The file has one writer; two of them have cost others their records."""
    beside = open_shop_beside(shop.folder)
    with pytest.raises(ShopFileUnreachable), beside.storage.write() as work:
        work.settings.put("written", "beside")
    beside.close()
    with shop.storage.read() as seen:
        written = seen.settings.get("written")

    assert written is None


def test_only_one_program_at_a_time_reads_beside_the_till(shop: Shop) -> None:
    """Two backups at once would clear away each other's open records."""
    beside = open_shop_beside(shop.folder)
    with pytest.raises(ShopAlreadyOpen):
        open_shop_beside(shop.folder)
    beside.close()
    open_shop_beside(shop.folder).close()


def test_what_writes_is_still_refused_while_the_till_is_open(shop: Shop) -> None:
    """A new recovery code is the till's own business, or waits until it is closed."""
    done = run("new-code", "--folder", str(shop.folder))

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("The shop is open already on this machine.")


def test_a_folder_without_a_shop_has_nothing_to_read(tmp_path: Path) -> None:
    """Looking makes no shop and leaves no file of its own behind."""
    with pytest.raises(ShopError):
        open_shop_beside(tmp_path / "nowhere")

    assert list(tmp_path.iterdir()) == []
