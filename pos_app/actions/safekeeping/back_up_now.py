"""A backup is made at once, by hand, beside those of closed shifts."""

from pathlib import Path

from pos_app.actions.safekeeping.back_up import BACKUPS, back_up, dated_name
from pos_app.actions.staff.allowed import allowed
from pos_app.domain.seat import Seat
from pos_app.domain.staff import OFFICE
from pos_app.shop import Shop
from pos_app.storage.failures import not_written


def back_up_now(shop: Shop, seat: Seat) -> Path:
    """Write a backup into the shop's folder and return its path.

    Raises:
        NotAllowed: only managers and owners may.
        DiskFull, FileNotWritten, BackupUseless: as `back_up` says.
    """
    allowed(seat, OFFICE)
    path = shop.folder / BACKUPS / dated_name(shop)
    try:
        path.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise not_written(error, path) from error
    back_up(shop, path)
    return path
