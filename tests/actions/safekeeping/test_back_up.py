"""back_up and its file: what it holds, what lies open, what is left behind."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from typing_extensions import override

from pos_app.actions.safekeeping.back_up import BACKUPS, back_up, leave_backup
from pos_app.actions.safekeeping.backup_file import (
    LABEL,
    RECORDS,
    SECRETS,
    read_label,
)
from pos_app.clock import StoppedClock
from pos_app.devices.key_store import KEY_FILE
from pos_app.domain.moment import Instant
from pos_app.faults import FileNotWritten
from pos_app.shop import Shop
from tests import make
from tests.actions.backups import (
    told_by,
    traded,
)


def test_a_backup_says_whose_it_is(shop: Shop) -> None:
    """Two shops of one owner have two sticks in one drawer."""
    label = read_label(traded(shop))

    assert (label.shop, label.made_at) == (make.SHOP_NAME, make.OPENING)
    assert len(label.records_sha256) == 64


def test_only_the_label_lies_open_in_a_backup(shop: Shop) -> None:
    """A lost stick must tell nothing of members, staff or sales, and no key (D14)."""
    make.member(shop, "林晓梅", phone="13800006021")
    backup = traded(shop)
    with zipfile.ZipFile(backup) as file:
        names = sorted(file.namelist())
        whole = b"".join(file.read(name) for name in names)
    keys = json.loads((shop.folder / KEY_FILE).read_text())
    words = [
        "林晓梅",
        "13800006021",
        "林小梅",
        "可口可乐",
        "SQLite format 3",
        *keys,
        *keys.values(),
    ]
    raw = [bytes.fromhex(secret) for secret in keys.values()]

    assert names == [LABEL, RECORDS, SECRETS]
    assert sorted(told_by(backup)) == [
        "digest",
        "entry",
        "first",
        "format",
        "made_at",
        "records_sha256",
        "shop",
        "version",
    ]
    assert [word for word in words if word.encode() in whole] == []
    assert [secret for secret in raw if secret in whole] == []


def test_open_records_never_lie_beside_the_backup(shop: Shop, tmp_path: Path) -> None:
    """What was once written to a stick can be read from it after it was removed."""
    stick = tmp_path / "stick"
    seen: list[list[str]] = []
    stick.mkdir()
    shop.clock = LookingClock(make.OPENING, stick, seen)
    back_up(shop, stick / "shop.posbackup")

    assert seen != []
    assert {name for names in seen for name in names} <= {"shop.posbackup"}
    assert [path.name for path in shop.folder.glob(".pos-*")] == []


class LookingClock(StoppedClock):
    """Looks at a folder whenever it is asked for the time."""

    def __init__(self, at: Instant, folder: Path, seen: list[list[str]]) -> None:
        super().__init__(at)
        self._folder = folder
        self._seen = seen

    @override
    def now(self) -> Instant:
        self._seen.append([path.name for path in self._folder.iterdir()])
        return super().now()


def test_backups_of_the_same_hour_make_room_for_a_newer_one(shop: Shop) -> None:
    """A till that runs for years must not fill its disk with copies of itself."""
    folder = shop.folder / BACKUPS
    folder.mkdir()
    for second in range(5):
        (folder / f"20251001-0900{second:02}-1.posbackup").write_bytes(b"old")
    (folder / "by hand.posbackup").write_bytes(b"mine")

    fault = leave_backup(shop)

    left = sorted(path.name for path in folder.iterdir())
    assert fault is None
    assert left == [
        "20251001-090004-1.posbackup",
        "20261121-080000-1.posbackup",
        "by hand.posbackup",
    ]


def test_a_backup_that_cannot_be_written_leaves_nothing_behind(shop: Shop) -> None:
    """Half a backup would be found one day, and trusted."""
    in_the_way = shop.folder / "in-the-way"
    in_the_way.write_text("a file, not a folder")

    with pytest.raises(FileNotWritten):
        back_up(shop, in_the_way / "shop.posbackup")

    assert [path.name for path in shop.folder.iterdir() if "backup" in path.name] == []
