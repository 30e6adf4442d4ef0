"""made_beside: a power cut while a shop is made leaves none, or a whole one.

Also a cut during a backup: whole or absent, and nothing open is left lying about.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pos_app.actions.premises.made_beside import made_beside
from pos_app.actions.premises.make_shop import ShopSetup, make_shop
from pos_app.actions.safekeeping.back_up import back_up, leave_backup
from pos_app.actions.safekeeping.backup_file import read_label, unpack_records
from pos_app.actions.shifts.sign_in import sign_in
from pos_app.clock import StoppedClock
from pos_app.devices.key_store import BACKUP_KEY
from pos_app.domain.refusals.folder import ShopIsHere
from pos_app.faults import ShopAlreadyOpen
from pos_app.shop import Shop
from pos_app.startup import has_shop, open_shop
from pos_app.storage.folder_lock import FolderLock
from pos_app.storage.record_copies import check_records
from tests import make

CLOCK = StoppedClock(make.OPENING)
SETUP = ShopSetup(name="新店", owner_name="周满", owner_pin=make.OWNER_PIN)
DONE, KILLED = 0, 9
TOUCHES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "open"}
PERHAPS_ENDLESS = 200


def killed_at(number: int, work: Callable[[], object], *, within: Path) -> int:
    """Do the work in a child that dies at its n-th touch; return its exit code.

    Each file opened, renamed or removed and each folder made within a place counts.
    """
    child = os.fork()
    if child == 0:
        code = KILLED
        try:
            _die_at(number, within=str(within))
            work()
            code = DONE
        finally:
            # Not even Python's own tidying up: the power is gone.
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _die_at(number: int, *, within: str) -> None:
    seen = 0

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if event in TOUCHES and str(arguments[0]).startswith(within):
            seen += 1
            if seen == number:
                os._exit(KILLED)

    sys.addaudithook(count)


def every_cut(work: Callable[[], object], look: Callable[[], None], *, within: Path) -> int:
    """Cut the power at every step until the work gets through; look after each cut.

    `look` also clears away what the cut has left, so that each run has the same steps.
    """
    for number in range(1, PERHAPS_ENDLESS):
        if killed_at(number, work, within=within) == DONE:
            return number - 1
        look()
    raise AssertionError(PERHAPS_ENDLESS)


def test_a_first_start_cut_off_anywhere_leaves_no_shop_or_a_whole_one(tmp_path: Path) -> None:
    """Else the owner could never sign in to a shop that has no owner."""
    folder = tmp_path / "shop"
    whole: list[str] = []

    def look() -> None:
        if has_shop(folder):
            shop = open_shop(folder, clock=CLOCK)
            whole.append(sign_in(shop, 1, pin=make.OWNER_PIN).name)
            shop.close()
        else:
            # What is left behind does not stand in the way of the next start.
            whole.append("")
        shutil.rmtree(folder, ignore_errors=True)

    cuts = every_cut(lambda: make_shop(folder, SETUP, clock=CLOCK), look, within=tmp_path)

    assert len(whole) == cuts
    assert set(whole) == {"", "周满"}
    assert list(folder.glob(".pos-*")) == []


def test_a_backup_cut_off_anywhere_is_whole_or_absent(tmp_path: Path) -> None:
    """Half a backup would be trusted; open records would lie about for years."""
    folder = make.folder(tmp_path)
    target = tmp_path / "stick" / "shop.posbackup"
    target.parent.mkdir()
    found: list[int] = []

    def work() -> None:
        back_up(open_shop(folder, clock=CLOCK), target)

    def look() -> None:
        if target.exists():
            shop = open_shop(folder, clock=CLOCK)
            key = shop.keys.read(BACKUP_KEY)
            unpack_records(target, tmp_path / "again", label=read_label(target), key=key)
            found.append(check_records(tmp_path / "again"))
            shop.close()
        else:
            found.append(0)
        for left in (tmp_path / "again", target):
            left.unlink(missing_ok=True)
        for scratch in folder.glob(".pos-*"):
            shutil.rmtree(scratch)

    cuts = every_cut(work, look, within=tmp_path)

    assert len(found) == cuts
    assert len(set(found)) == 2
    assert min(found) == 0
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    assert list(folder.glob(".pos-*")) == []


def test_two_first_starts_make_one_shop(tmp_path: Path) -> None:
    """Whoever clicks the icon twice has one shop, whose code is on paper."""
    lock = FolderLock.take(tmp_path)
    with pytest.raises(ShopAlreadyOpen):
        make_shop(tmp_path, SETUP, clock=CLOCK)
    lock.release()
    make_shop(tmp_path, SETUP, clock=CLOCK).shop.close()
    with pytest.raises(ShopIsHere), made_beside(tmp_path):
        raise AssertionError

    assert has_shop(tmp_path)


def test_what_a_cut_has_left_is_removed_by_the_next_backup(shop: Shop) -> None:
    """It holds every member in the open."""
    left = shop.folder / ".pos-backup-abc"
    left.mkdir()
    (left / "records").write_bytes(b"members")
    leave_backup(shop)

    assert not left.exists()


def test_nobody_else_on_the_machine_may_look_into_a_shop(tmp_path: Path) -> None:
    """A clerk's own account on the same computer must not read the members."""
    folder = tmp_path / "shop"
    make_shop(folder, SETUP, clock=CLOCK).shop.close()

    # Windows has no such bits; there the user's folder is the user's alone.
    owner_only = 0o700 if sys.platform != "win32" else 0o777
    assert stat.S_IMODE(folder.stat().st_mode) == owner_only
