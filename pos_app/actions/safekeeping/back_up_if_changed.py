"""A backup is left now and then while the till is open, if anything happened."""

from pos_app.actions.safekeeping.back_up import LAST_ENTRY, leave_backup
from pos_app.journal.entry import Entry
from pos_app.shop import Shop
from pos_app.storage.room_left import FEW_BYTES


def back_up_if_changed(shop: Shop) -> bool:
    """Leave a backup if the journal has grown since the last good one; whether it did.

    Beside the sales, on a thread of its own. Not where room is short, which belongs to
    closing the day, nor where one connection must serve all, which would stop the sales.
    A failure is remembered for the office, never raised.
    """
    if shop.storage.shares_one_connection or shop.measure_room() < FEW_BYTES:
        return False
    with shop.storage.read() as seen:
        last = str(seen.book.last_number(Entry))
        is_known = seen.settings.get(LAST_ENTRY) == last
    return not is_known and leave_backup(shop) is None
