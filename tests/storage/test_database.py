"""Opening the file: who may, which files, and how its connections are set up."""

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from pos_app.domain.moment import Instant
from pos_app.faults import (
    FileFromTheFuture,
    ShopAlreadyOpen,
    ShopFileDamaged,
    ShopFileUnreachable,
    ShopOnNetworkFolder,
)
from pos_app.journal.facts import StoreAdded
from pos_app.storage.connections import connect
from pos_app.storage.database import FILE_NAME
from pos_app.storage.driver import DRIVER, is_fixed
from pos_app.storage.folder_lock import LOCK_NAME, FolderLock
from pos_app.storage.network_folder import refuse_network_folder
from pos_app.storage.schema import METADATA, SCHEMA_VERSION
from pos_app.storage.unit_of_work import Storage, open_storage

NOON = Instant(1_790_000_000_000)

SETUP = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "wal_autocheckpoint": 1000,
    "journal_size_limit": 67_108_864,
    "mmap_size": 0,
    "busy_timeout": 5000,
}


def test_the_writing_connection_syncs_every_commit(storage: Storage) -> None:
    """With less than FULL a power cut takes acknowledged sales back (faults.md D1)."""
    with storage.write() as work:
        found = {name: work.connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in SETUP}

    assert found | {"mmap_size": found["mmap_size"] or 0} == SETUP


def test_a_reading_connection_cannot_write(storage: Storage) -> None:
    """A screen must not be able to change what it shows."""
    with storage.read() as look:
        text = "INSERT INTO setting VALUES ('a', 'b')"
        with pytest.raises(ShopFileUnreachable), storage.read() as other:
            other.connection.exec_driver_sql(text)

        assert look.settings.all() == {}


def test_every_table_is_strict(storage: Storage) -> None:
    """A plain INTEGER column takes 1.5 and 'abc' without a word (faults.md 1.1)."""
    with storage.read() as look:
        rows = look.connection.exec_driver_sql("PRAGMA table_list").fetchall()
    strict = {row[1] for row in rows if row[5]}

    assert set(METADATA.tables) <= strict


@pytest.mark.parametrize(
    ("version", "fixed"),
    [
        ((3, 51, 3), True),
        ((3, 53, 4), True),
        ((3, 51, 2), False),
        ((3, 50, 7), True),
        ((3, 50, 6), False),
        ((3, 44, 6), True),
        ((3, 40, 1), False),
    ],
)
def test_unfixed_libraries_are_known(version: tuple[int, int, int], fixed: bool) -> None:  # noqa: FBT001
    """The WAL-reset bug loses commits where connections share a file (D2)."""
    assert is_fixed(version) is fixed


def test_a_shared_connection_still_reads_and_writes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With only an unfixed library the shop opens, with exactly one connection."""
    monkeypatch.setattr("pos_app.storage.driver.Driver.is_fixed", False)
    storage = open_storage(folder)
    with storage.write() as work:
        work.settings.put("name", "店")
    with storage.read() as look:
        kept = look.settings.get("name")
    storage.close()

    assert (storage.shares_one_connection, kept) == (True, "店")


def test_a_second_start_is_told_who_has_the_folder(storage: Storage, folder: Path) -> None:
    """Two programs on one file would print one receipt number twice."""
    with pytest.raises(ShopAlreadyOpen) as caught:
        open_storage(folder)

    assert caught.value.folder == str(folder)


def test_the_lock_of_a_killed_program_is_free(folder: Path) -> None:
    """A shop must open again after a power cut without anybody deleting files."""
    script = (
        "import os, sys; from pathlib import Path;"
        "from pos_app.storage.unit_of_work import open_storage;"
        "open_storage(Path(sys.argv[1])); os._exit(9)"
    )
    killed = subprocess.run([sys.executable, "-c", script, str(folder)], check=False)
    storage = open_storage(folder)
    storage.close()

    assert killed.returncode == 9


def test_a_released_folder_can_be_taken_again(tmp_path: Path) -> None:
    """Closing and opening is how a restore swaps the file."""
    lock = FolderLock.take(tmp_path)
    lock.release()
    lock.release()
    again = FolderLock.take(tmp_path)
    again.release()

    assert (tmp_path / "shop.lock").exists()


def test_a_disk_too_full_for_a_note_keeps_no_shop_shut(tmp_path: Path) -> None:
    """The lock is what counts; the number in it is only told to whoever comes second."""
    (tmp_path / LOCK_NAME).symlink_to("/dev/full")
    lock = FolderLock.take(tmp_path)
    with pytest.raises(ShopAlreadyOpen) as refused:
        FolderLock.take(tmp_path)
    lock.release()

    assert refused.value.pid is None


def set_version(folder: Path, version: int) -> None:
    """Let the file say another version than it has."""
    with closing(connect(folder / FILE_NAME, "rw")) as connection:
        connection.execute(f"PRAGMA user_version = {version}")


def test_a_file_from_a_newer_version_is_left_alone(folder: Path) -> None:
    """What this version does not know it would destroy."""
    set_version(folder, SCHEMA_VERSION + 1)
    before = (folder / FILE_NAME).read_bytes()
    with pytest.raises(FileFromTheFuture) as caught:
        open_storage(folder)

    assert (caught.value.found, caught.value.known) == (SCHEMA_VERSION + 1, SCHEMA_VERSION)
    assert (folder / FILE_NAME).read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [b"not a database", b"SQLite format 3\x00" + b"\xff" * 4096, b"SQLite format 3\x00"],
)
def test_a_file_that_is_no_database_is_left_alone(folder: Path, content: bytes) -> None:
    """Nothing is repaired silently: a copy may still be worth money."""
    (folder / FILE_NAME).write_bytes(content)
    with pytest.raises(ShopFileDamaged):
        open_storage(folder)

    assert (folder / FILE_NAME).read_bytes() == content


@pytest.mark.parametrize(
    ("place", "content"),
    [(47, b"\x09"), (120, b"\xe5\xff\xff\xff"), (52, b"\xff")],
)
def test_a_spoilt_head_is_a_damaged_file(folder: Path, place: int, content: bytes) -> None:
    """SQLite has no code for each of them; to a shop they are one and the same."""
    whole = bytearray((folder / FILE_NAME).read_bytes())
    whole[place : place + len(content)] = content
    (folder / FILE_NAME).write_bytes(whole)
    with pytest.raises(ShopFileDamaged):
        read_everything(folder)


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    """A wrong folder chosen in a hurry must not get our tables."""
    with closing(connect(tmp_path / FILE_NAME, "rwc")) as connection:
        connection.execute("CREATE TABLE notes (text TEXT)")
    with pytest.raises(ShopFileDamaged, match="not a shop's file"):
        open_storage(tmp_path)


def test_a_page_cut_off_is_a_damaged_file(folder: Path) -> None:
    """A file cut short by a failing disk must be named as such, not as a bug."""
    storage = open_storage(folder)
    with storage.write() as work:
        work.journal.append(StoreAdded("S1", "店"), staff=0, at=NOON)
    storage.close()
    whole = (folder / FILE_NAME).read_bytes()
    (folder / FILE_NAME).write_bytes(whole[: len(whole) // 3])
    with pytest.raises(ShopFileDamaged):
        read_everything(folder)


def read_everything(folder: Path) -> None:
    """Open and look at the whole file, as the check after the first paint does."""
    storage = open_storage(folder)
    try:
        storage.check_file()
    finally:
        storage.close()


def test_a_sound_file_passes_its_check(storage: Storage) -> None:
    """The check runs behind every start; it may not cry wolf."""
    storage.check_file()

    assert storage.path.exists()


def test_a_folder_that_cannot_be_written_is_named(folder: Path) -> None:
    """A folder of another user, or a read-only stick, is no bug of the program."""
    (folder / FILE_NAME).unlink()
    (folder / FILE_NAME).mkdir()
    with pytest.raises(ShopFileUnreachable):
        open_storage(folder)


MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//nas/shop /mnt/nas cifs rw 0 0
server:/export /srv/nfs\\040share nfs4 rw 0 0
/dev/sdb1 /mnt/nas/local ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("place", "kind"),
    [("/mnt/nas/pos", "cifs"), ("/srv/nfs share", "nfs4"), ("\\\\nas\\x", "share")],
)
def test_a_network_folder_is_refused(tmp_path: Path, place: str, kind: str) -> None:
    """WAL needs the memory of one machine; on a share commits get lost (faults.md 2)."""
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS, "utf-8")
    with pytest.raises(ShopOnNetworkFolder) as caught:
        refuse_network_folder(Path(place), mounts=mounts)

    assert caught.value.kind == kind


@pytest.mark.parametrize("place", ["/data/shop", "/mnt/nasty", "/mnt/nas/local/pos"])
def test_a_local_folder_is_taken(tmp_path: Path, place: str) -> None:
    """A name that only looks like a share must not lock a shop out."""
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS, "utf-8")
    refuse_network_folder(Path(place), mounts=mounts)
    refuse_network_folder(Path(place), mounts=tmp_path / "nothing")

    assert mounts.exists()


def test_this_machine_ships_a_fixed_library() -> None:
    """The lock file pins the driver that brings its own SQLite."""
    assert DRIVER.is_fixed


def test_a_new_folder_gets_a_file(tmp_path: Path) -> None:
    """The first start makes what it needs."""
    storage = open_storage(tmp_path / "new" / "shop")
    storage.close()

    assert (tmp_path / "new" / "shop" / FILE_NAME).exists()
    shutil.rmtree(tmp_path / "new")
