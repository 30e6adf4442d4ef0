"""A shop is made anew from a backup, on this machine or another."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from pos_app.actions.backup_file import BackupLabel, read_label, read_secrets, unpack_records
from pos_app.actions.record_fact import SHOP_ITSELF, record_fact
from pos_app.clock import Clock
from pos_app.devices.recovery_code import unlock_secrets
from pos_app.domain.moment import shop_time
from pos_app.domain.refusals_folder import BackupMissing, ShopIsHere
from pos_app.faults import ShopFileDamaged
from pos_app.journal.facts import ShopRestored
from pos_app.shop import assemble
from pos_app.storage.database import FILE_NAME
from pos_app.storage.record_copies import check_records
from pos_app.storage.unit_of_work import open_storage


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
    """
    if not backup.is_file():
        raise BackupMissing(path=str(backup))
    label = read_label(backup)
    kept = unlock_secrets(read_secrets(backup), recovery_code)
    if (folder / FILE_NAME).exists() and not replace:
        raise ShopIsHere(folder=str(folder))
    with _scratch_beside(folder) as scratch:
        records = scratch / FILE_NAME
        unpack_records(backup, records, label=label)
        check_records(records)
        _swap_in(records, folder, clock=clock)
    storage = open_storage(folder)
    try:
        shop = assemble(folder, storage, clock=clock)
        for name, secret in kept.items():
            shop.keys.keep(name, secret)
        with storage.write() as work:
            fact = ShopRestored(backup_made_at=label.made_at)
            record_fact(shop, work, fact, staff=SHOP_ITSELF)
    finally:
        storage.close()
    return label


@contextmanager
def _scratch_beside(folder: Path) -> Iterator[Path]:
    """A folder on the same disk, so that swapping in is one rename."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".restore-", dir=folder.parent) as scratch:
        yield Path(scratch)


def _swap_in(records: Path, folder: Path, *, clock: Clock) -> None:
    folder.mkdir(exist_ok=True)
    place = folder / FILE_NAME
    if place.exists():
        with suppress(ShopFileDamaged):
            # Opening takes the folder's lock and closing folds the WAL into the file, so
            # that what is set aside is whole and nobody is selling on it.
            open_storage(folder).close()
        stamp = f"{shop_time(clock.now()):%Y%m%d-%H%M%S}"
        # A damaged file keeps its log; beside the new file it would be taken for its own.
        for end in ("", "-wal", "-shm"):
            beside = folder / f"{FILE_NAME}{end}"
            if beside.exists():
                beside.rename(folder / f"before-{stamp}-{FILE_NAME}{end}")
    records.rename(place)
