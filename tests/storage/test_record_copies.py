"""Copies of the file are whole, checked, and made while others write."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pos_app.actions.members.register_member import register_member
from pos_app.faults import BackupUseless, FileFromTheFuture, ShopFileUnreachable
from pos_app.journal.entry import Entry
from pos_app.storage.database import FILE_NAME
from pos_app.storage.driver import DRIVER
from pos_app.storage.record_copies import check_records, copy_records
from tests import make


def changed(tmp_path: Path, statement: str) -> Path:
    """A sound file with one thing done to it behind the program's back."""
    path = make.folder(tmp_path) / FILE_NAME
    connection = DRIVER.module.connect(str(path), isolation_level=None)
    for part in statement.split(";"):
        connection.execute(part)
    connection.close()
    return path


def test_a_copy_holds_every_entry_up_to_now(tmp_path: Path) -> None:
    """What was sold a second ago must be in the backup that is made now."""
    shop = make.shop(tmp_path)
    make.member(shop)
    with shop.storage.read() as seen:
        entries = seen.book.last_number(Entry)

    copy_records(shop.storage, tmp_path / "copy")
    shop.close()

    assert check_records(tmp_path / "copy") == entries


def test_writing_goes_on_beside_a_copy(tmp_path: Path) -> None:
    """A backup in the middle of the day must not stop the till."""
    shop = make.shop(tmp_path)
    copies = []
    for number in range(3):
        with shop.storage.read():
            register_member(shop, make.CASHIER_SEAT, name=str(number), phone="")
            copy_records(shop.storage, tmp_path / f"copy{number}")
        copies.append(check_records(tmp_path / f"copy{number}"))
    shop.close()

    assert copies == [copies[0], copies[0] + 2, copies[0] + 4]


def test_a_changed_entry_is_found_in_a_copy(tmp_path: Path) -> None:
    """A backup of a forged journal is a forged backup."""
    path = changed(
        tmp_path,
        "DROP TRIGGER journal_entry_no_update;UPDATE journal_entry SET staff = 9 WHERE number = 3;",
    )

    with pytest.raises(BackupUseless) as refused:
        check_records(path)

    assert "number=3, column='staff'" in refused.value.detail


def test_a_file_from_the_future_is_left_to_a_newer_program(tmp_path: Path) -> None:
    """Restoring it here would lose what this version does not know."""
    path = changed(tmp_path, "PRAGMA user_version = 999")

    with pytest.raises(FileFromTheFuture) as refused:
        check_records(path)

    assert refused.value.found == 999


def test_what_is_no_shop_is_no_copy_of_one(tmp_path: Path) -> None:
    """An empty file, another program's file and a torn one are told before they count."""
    empty = tmp_path / "empty"
    empty.touch()
    foreign = tmp_path / "foreign"
    connection = DRIVER.module.connect(str(foreign))
    connection.execute("CREATE TABLE diary (day TEXT)")
    connection.close()
    torn = tmp_path / "torn"
    whole = (make.prepared()[0] / FILE_NAME).read_bytes()
    torn.write_bytes(whole[: len(whole) // 2])

    for path in (empty, foreign, torn):
        with pytest.raises(BackupUseless):
            check_records(path)


def test_a_copy_that_has_no_place_is_a_fault(tmp_path: Path) -> None:
    """The stick was pulled out: say so, and leave the shop as it is."""
    shop = make.shop(tmp_path)
    with shop.storage.read() as seen:
        entries = seen.book.last_number(Entry)
    with pytest.raises(ShopFileUnreachable):
        copy_records(shop.storage, tmp_path / "gone" / "copy")
    shop.close()
    shutil.copyfile(shop.folder / FILE_NAME, tmp_path / "after")

    assert check_records(tmp_path / "after") == entries


def test_a_file_made_in_a_hurry_is_as_whole_as_any(tmp_path: Path) -> None:
    """Forty days of sample trade wait for no disk, and nothing of them may be missing."""
    shop = make.shop(tmp_path)
    shop.storage.hurry()
    make.member(shop)
    with shop.storage.read() as seen:
        entries = seen.book.last_number(Entry)
    shop.close()

    assert check_records(shop.folder / FILE_NAME) == entries
