"""A backup: one file that makes the shop anew elsewhere, checked before it counts."""

from collections.abc import Mapping
from pathlib import Path

from pos_app import __version__
from pos_app.actions.premises.make_shop import LOCKED_SECRETS
from pos_app.actions.premises.named_file import refuse_place
from pos_app.actions.safekeeping.backup_file import (
    BackupEnds,
    BackupLabel,
    read_label,
    unpack_records,
    write_backup,
)
from pos_app.devices.key_store import BACKUP_KEY
from pos_app.domain.backup_names import worn_out
from pos_app.domain.moment import file_stamp
from pos_app.errors import Fault
from pos_app.journal.entry import Entry
from pos_app.shop import Shop
from pos_app.storage.failures import not_written
from pos_app.storage.record_copies import check_records, copy_records, ends_of
from pos_app.storage.scratch import scratch_in

BACKUPS = "backups"
"""The folder, in the shop's own, where backups are left that nobody asked for."""
LAST_BACKUP = "last_backup_at"
"""The setting with the instant of the last good backup; the office shows its age."""
LAST_ENTRY = "last_backup_entry"
"""The setting with the last journal entry that was there when that backup began."""
LAST_FAULT = "last_backup_fault"
"""The setting with what kept the last try from becoming one; empty when it was good."""

_SUFFIX = ".posbackup"


def back_up(shop: Shop, to: Path) -> BackupLabel:
    """Write a backup and verify it by unpacking it; selling goes on meanwhile.

    It holds the records, sealed, and the secrets, locked by the owner's recovery code.
    `to` is replaced only by a whole file. Beside an open till, which makes its own, only
    whoever asked knows of it.

    Raises:
        DiskFull, FileNotWritten: nothing was left behind; its folder must be there, and
            what lies there may be no shop's records.
        KeyMissing, KeyStoreClosed, KeyFileDamaged: records do not travel unsealed.
        BackupUseless: the copy was checked and is not sound; it was removed.
    """
    refuse_place(to)
    # Two at a time would clear away each other's scratch.
    with shop.one_backup:
        with shop.storage.read() as seen:
            entry = seen.book.last_number(Entry)
        try:
            label = _write(shop, to)
        except OSError as error:
            raise not_written(error, to) from error
        if shop.storage.reads_only:
            return label
        good = {LAST_BACKUP: str(label.made_at), LAST_ENTRY: str(entry), LAST_FAULT: ""}
        _remember(shop, good)
    return label


def leave_backup(shop: Shop) -> Fault | None:
    """Leave a backup in the shop's folder; a failure is remembered, never raised.

    A shift is closed already, and nothing may make closing fail (till.md 4). Of older ones
    those stay that `worn_out` spares.
    """
    folder = shop.folder / BACKUPS
    try:
        folder.mkdir(exist_ok=True)
        back_up(shop, folder / dated_name(shop))
        for old in worn_out(path.name for path in folder.iterdir()):
            (folder / old).unlink()
    except OSError as error:
        return _remembered(shop, not_written(error, folder))
    except Fault as fault:
        return _remembered(shop, fault)
    return None


def dated_name(shop: Shop) -> str:
    """Return what a backup of this moment is called: the time, then the till."""
    return f"{file_stamp(shop.clock.now())}-{shop.settings.till}{_SUFFIX}"


def newest_backup_in(folder: Path) -> Path | None:
    """Return the newest backup that was left in a shop's folder."""
    return max(backups_in(folder), default=None)


def backups_in(folder: Path) -> list[Path]:
    """Return every backup in a shop's folder, by name."""
    return sorted((folder / BACKUPS).glob(f"*{_SUFFIX}"))


def _write(shop: Shop, to: Path) -> BackupLabel:
    key = shop.keys.read(BACKUP_KEY)
    with shop.storage.read() as seen:
        locked = bytes.fromhex(seen.settings.get(LOCKED_SECRETS) or "")
    # Open records stay on the shop's own disk; what lies beside the target is sealed.
    fresh = to.with_name(f".{to.name}.part")
    fresh.unlink(missing_ok=True)
    try:
        # Whoever works beside a till must not clear away the scratch of its backup.
        errand = "beside" if shop.storage.reads_only else "backup"
        with scratch_in(shop.folder, errand=errand) as scratch:
            records, again = scratch / "records", scratch / "again"
            copy_records(shop.storage, records)
            write_backup(
                fresh,
                records=records,
                secrets=locked,
                key=key,
                shop=shop.settings.name,
                made_at=shop.clock.now(),
                version=__version__,
                ends=BackupEnds(*ends_of(records)),
            )
            records.unlink()
            label = read_label(fresh)
            unpack_records(fresh, again, label=label, key=key)
            check_records(again)
        fresh.replace(to)
    finally:
        fresh.unlink(missing_ok=True)
    return label


def _remembered(shop: Shop, fault: Fault) -> Fault:
    try:
        _remember(shop, {LAST_FAULT: type(fault).__name__})
    except Fault:
        # The disk is full or gone; whoever closes sees the age of the last good backup.
        return fault
    return fault


def _remember(shop: Shop, told: Mapping[str, str]) -> None:
    with shop.storage.write() as work:
        for name, text in told.items():
            work.settings.put(name, text)
