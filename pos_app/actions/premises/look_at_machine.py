"""What the status line says of the machine itself: its disk, its log, its clock."""

from dataclasses import dataclass

from pos_app.domain.moment import Instant
from pos_app.shop import Shop
from pos_app.storage.connections import LARGEST_LOG_BYTES
from pos_app.storage.room_left import FEW_BYTES, TOO_FEW_BYTES, log_bytes

CLOCK_BACK_MS = 120_000
"""Behind the last entry by more, a clock was set back; less, and it was put right."""


@dataclass(frozen=True, slots=True)
class Machine:
    """How much room there is, and whether the clock can be believed."""

    room: int
    """Bytes that may still be written."""
    room_is_short: bool
    """Below 500 MB: somebody should make room soon."""
    sells_no_more: bool
    """Below 50 MB: what is left is for closing the shift."""
    log: int
    """Bytes of the write-ahead log that may not be folded into the file yet."""
    log_is_long: bool
    """Above 64 MB: somebody reads on and on, and the log cannot be folded in."""
    is_behind: bool
    """The clock was set back; sales are dated as the last entry until it catches up."""
    shares_one_connection: bool
    """The machine's SQLite is one that must not be trusted with more (faults.md D2)."""


def look_at_machine(shop: Shop) -> Machine:
    """Return the state of disk and clock; reads only, and quickly.

    Raises:
        ShopFileUnreachable, ShopFileDamaged: neither folder nor file could be read.
    """
    room, log = shop.measure_room(), log_bytes(shop.storage.path)
    with shop.storage.read() as seen:
        last = seen.last_at
    return Machine(
        room=room,
        room_is_short=room < FEW_BYTES,
        sells_no_more=room < TOO_FEW_BYTES,
        log=log,
        log_is_long=log > LARGEST_LOG_BYTES,
        is_behind=last > Instant(shop.clock.now() + CLOCK_BACK_MS),
        shares_one_connection=shop.storage.shares_one_connection,
    )
