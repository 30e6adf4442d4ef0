"""A shop is made anew from a backup, on this machine or another."""

from contextlib import suppress
from pathlib import Path

from pos_app.actions.books.record_fact import SHOP_ITSELF, record_fact
from pos_app.actions.safekeeping.backup_file import (
    BackupLabel,
    backup_key_in,
    read_label,
    read_secrets,
    unpack_records,
)
from pos_app.clock import Clock
from pos_app.devices.recovery_code import unlock_secrets
from pos_app.domain.moment import file_stamp
from pos_app.domain.refusals.folder import BackupMissing, ShopIsHere
from pos_app.faults import ShopFileDamaged
from pos_app.journal.facts import ShopRestored
from pos_app.shop import assemble
from pos_app.storage.database import FILE_NAME
from pos_app.storage.end_mark import forget_mark
from pos_app.storage.failures import reachable
from pos_app.storage.keep_aside import second_name
from pos_app.storage.record_copies import check_records
from pos_app.storage.scratch import scratch_in
from pos_app.storage.unit_of_work import open_storage

_OWNER_ONLY = 0o700
"""Of a folder that is made: its members are nobody's business but the owner's."""


def restore_shop(
    backup: Path, folder: Path, *, recovery_code: str, clock: Clock, replace: bool = False
) -> BackupLabel:
    """Put a backup's records into a folder and its secrets onto this machine.

    The folder is left as it was unless everything fits. With `replace`, records that lie
    there are kept beside the new ones under another name, never removed; they may be
    damaged.

    Raises:
        BackupMissing: there is no such file.
        RecoveryCodeMistyped, RecoveryCodeWrong: nothing was changed.
        BackupUseless, LockedSecretsDamaged, FileFromTheFuture: nothing was changed.
        ShopIsHere: the folder holds a shop, and `replace` was not asked for.
        ShopAlreadyOpen: the shop of the folder is open.
        DiskFull, ShopFileUnreachable: nothing was changed.
    """
    label = label_to_restore(backup, folder, replace=replace)
    kept = unlock_secrets(read_secrets(backup), recovery_code)
    key = backup_key_in(kept)
    # On the same disk, so that swapping in is one rename.
    with reachable(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        with scratch_in(folder.parent, errand=f"restore-{folder.name}") as scratch:
            records = scratch / FILE_NAME
            unpack_records(backup, records, label=label, key=key)
            check_records(records)
            _swap_in(records, folder, clock=clock)
    storage = open_storage(folder)
    try:
        shop = assemble(folder, storage, clock=clock)
        with reachable(folder):
            shop.keys.keep_all(kept)
        with storage.write() as work:
            fact = ShopRestored(backup_made_at=label.made_at)
            record_fact(shop, work, fact, staff=SHOP_ITSELF)
    finally:
        storage.close()
    return label


def label_to_restore(backup: Path, folder: Path, *, replace: bool) -> BackupLabel:
    """Return what a backup says of itself, if it could be put into the folder.

    Raises:
        BackupMissing, BackupUseless, ShopIsHere: as `restore_shop`, before any code.
    """
    with reachable(backup):
        is_there = backup.is_file()
    if not is_there:
        raise BackupMissing(path=str(backup))
    label = read_label(backup)
    with reachable(folder):
        has_shop = (folder / FILE_NAME).exists()
    if has_shop and not replace:
        raise ShopIsHere(folder=str(folder))
    return label


def _swap_in(records: Path, folder: Path, *, clock: Clock) -> None:
    folder.mkdir(_OWNER_ONLY, exist_ok=True)
    place = folder / FILE_NAME
    if place.exists():
        with suppress(ShopFileDamaged):
            # Opening takes the folder's lock and closing folds the WAL into the file, so
            # that what is set aside is whole and nobody is selling on it.
            open_storage(folder).close()
        _set_aside(place, f"before-{file_stamp(clock.now())}")
    # The note of what lay here would call the records that come now cut off.
    forget_mark(folder)
    records.replace(place)


def _set_aside(place: Path, before: str) -> None:
    """Give the old file another name too: a power cut finds one of them in its place."""
    aside = place.with_name(f"{before}-{place.name}")
    again = 1
    while aside.exists():
        again += 1
        aside = place.with_name(f"{before}-{again}-{place.name}")
    second_name(place, aside)
    # A damaged file keeps its log; beside the new file it would be taken for its own.
    for end in ("-wal", "-shm"):
        beside = place.with_name(place.name + end)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + end))
