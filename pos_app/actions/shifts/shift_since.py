"""Since when a seat's shift is open: nobody may have closed it for days."""

from pos_app.domain.moment import Instant
from pos_app.domain.seat import Seat
from pos_app.domain.shift import Shift
from pos_app.shop import Shop


def shift_since(shop: Shop, seat: Seat) -> Instant | None:
    """Return when the seat's shift was opened; None without an open one. Reads only."""
    with shop.storage.read() as seen:
        shift = seen.book.get(Shift, seat.shift)
    return shift.opened_at if shift is not None and shift.closed_at is None else None
