"""A backup is tried: opened elsewhere as a shop, and looked at whole."""

from pathlib import Path

from pos_app.actions.books.audit_books import audit_records
from pos_app.actions.safekeeping.backup_file import (
    BackupEnds,
    BackupLabel,
    read_label,
    unpack_records,
)
from pos_app.faults import BackupUseless
from pos_app.shop import Shop
from pos_app.storage.database import FILE_NAME
from pos_app.storage.record_copies import check_records, ends_of
from pos_app.storage.scratch import scratch_in
from pos_app.storage.unit_of_work import open_storage


def try_backup(shop: Shop, backup: Path, *, key: bytes, errand: str) -> BackupLabel:
    """Unpack a backup beside the shop, open it and audit its books; nothing is kept.

    Each page, each key, the chain and every balance is looked at (faults.md section 5).
    `errand` names the scratch folder: two at a time must not share one.

    Raises:
        BackupUseless: it would not come back as a sound shop.
        DiskFull, ShopFileUnreachable, FileFromTheFuture: it could not be tried.
    """
    label = read_label(backup)
    with scratch_in(shop.folder, errand=errand) as scratch:
        records = scratch / FILE_NAME
        unpack_records(backup, records, label=label, key=key)
        check_records(records)
        is_as_told = BackupEnds(*ends_of(records)) == label.ends
        storage = open_storage(scratch)
        try:
            with storage.read() as seen:
                found = audit_records(seen)
        finally:
            storage.close()
    if found or not is_as_told:
        raise BackupUseless(path=str(backup), detail="damaged")
    return label
