"""An X slip: the shift so far; nothing is reset, nothing is written."""

from pos_app.actions.read_shift import read_shift
from pos_app.actions.shift_of import open_shift_of
from pos_app.domain.seat import Seat
from pos_app.domain.shift_report import ShiftReport
from pos_app.shop import Shop


def look_at_shift(shop: Shop, seat: Seat) -> ShiftReport:
    """Return the open shift's figures.

    Raises:
        NoShiftOpen: there is none at this till.
    """
    with shop.storage.read() as seen:
        shift = open_shift_of(seen.book, seat)
        return read_shift(seen.book, shift, at=shop.clock.now())
