"""A restore is tried: the newest backup becomes a shop elsewhere, with the code."""

from pathlib import Path

from pos_app.actions.safekeeping.back_up import BACKUPS, newest_backup_in
from pos_app.actions.safekeeping.backup_file import backup_key_in, read_secrets
from pos_app.actions.safekeeping.office_status import LAST_DRILL
from pos_app.actions.safekeeping.try_backup import try_backup
from pos_app.actions.staff.allowed import allowed
from pos_app.devices.recovery_code import unlock_secrets
from pos_app.domain.moment import Instant
from pos_app.domain.refusals.folder import BackupMissing
from pos_app.domain.seat import Seat
from pos_app.domain.staff import OFFICE
from pos_app.shop import Shop


def drill_restore(shop: Shop, seat: Seat, *, recovery_code: str) -> Instant:
    """Try the newest backup with the recovery code; return when that backup was made.

    Nothing of the shop is changed but the date of the drill.

    Raises:
        NotAllowed: only managers and owners may.
        BackupMissing: there is no backup yet.
        RecoveryCodeMistyped, RecoveryCodeWrong, BackupUseless, LockedSecretsDamaged: the
            drill failed; now is better than later.
    """
    allowed(seat, OFFICE)
    newest = _newest_backup(shop)
    kept = unlock_secrets(read_secrets(newest), recovery_code)
    label = try_backup(shop, newest, key=backup_key_in(kept), errand="drill")
    with shop.storage.write() as work:
        work.settings.put(LAST_DRILL, str(shop.clock.now()))
    return label.made_at


def _newest_backup(shop: Shop) -> Path:
    """Return the newest backup in the shop's folder.

    Raises:
        BackupMissing: there is none.
    """
    newest = newest_backup_in(shop.folder)
    if newest is None:
        raise BackupMissing(path=str(shop.folder / BACKUPS))
    return newest
