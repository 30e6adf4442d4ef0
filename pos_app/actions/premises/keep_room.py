"""Room on the disk is kept for closing the day: a ballast, and no sale below it.

A full disk in the middle of the evening must not keep the shift from being counted and
closed (faults.md section 2).
"""

from pos_app.faults import DiskFull
from pos_app.shop import Shop
from pos_app.storage.room_left import TOO_FEW_BYTES, drop_ballast, take_ballast


def keep_room(shop: Shop) -> bool:
    """Take the ballast while there is plenty of room; whether it is there now.

    Raises:
        DiskFull, ShopFileUnreachable: it could not be taken, and nothing of it was left.
    """
    return take_ballast(shop.folder)


def refuse_without_room(shop: Shop) -> None:
    """Refuse a new sale when what is left is needed for closing the shift.

    Raises:
        DiskFull: fewer than 50 MB are left.
    """
    if shop.measure_room() < TOO_FEW_BYTES:
        raise DiskFull(path=str(shop.folder))


def free_room(shop: Shop) -> bool:
    """Throw the ballast overboard, to close the day; whether there was any."""
    return drop_ballast(shop.folder)


def free_room_if_short(shop: Shop) -> None:
    """Throw the ballast overboard when little is left; the backup needs room too."""
    if shop.measure_room() < TOO_FEW_BYTES:
        free_room(shop)
