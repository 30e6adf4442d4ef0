"""A backup is made at once, by hand, beside those of closed shifts."""

from pathlib import Path

from pos_app.actions.allowed import allowed
from pos_app.actions.back_up import BACKUPS, back_up
from pos_app.domain.moment import shop_time
from pos_app.domain.seat import Seat
from pos_app.domain.staff import OFFICE
from pos_app.shop import Shop


def back_up_now(shop: Shop, seat: Seat) -> Path:
    """Write a backup into the shop's folder, or beside it where told; return its path.

    Raises:
        NotAllowed: only managers and owners may.
        DiskFull, ShopFileUnreachable, BackupUseless: as `back_up` says.
    """
    allowed(seat, OFFICE)
    made = f"{shop_time(shop.clock.now()):%Y%m%d-%H%M%S}-{shop.settings.till}.posbackup"
    path = shop.folder / BACKUPS / made
    back_up(shop, path)
    return path
