"""The shift so far: seen at the till, or on an X slip; nothing is reset."""

from pos_app.actions.receipts.slip_jobs import Slip, add_slip
from pos_app.actions.shifts.read_shift import read_shift
from pos_app.actions.shifts.shift_of import open_shift_of
from pos_app.actions.staff.allowed import allowed
from pos_app.domain.papers.shift_report import ShiftReport
from pos_app.domain.seat import Seat
from pos_app.domain.staff import LOOK
from pos_app.shop import Shop


def look_at_shift(shop: Shop, seat: Seat) -> ShiftReport:
    """Return the open shift's figures.

    Raises:
        NoShiftOpen: there is none at this till.
    """
    with shop.storage.read() as seen:
        shift = open_shift_of(seen.book, seat)
        return read_shift(seen.book, shift, at=shop.clock.now())


def leave_x_slip(shop: Shop, seat: Seat) -> int:
    """Let the open shift's figures wait for the printer; return the X slip's job.

    It names what should lie in the drawer, which a cashier counts unseen.

    Raises:
        NotAllowed: neither the role nor an approval covers it.
        NoShiftOpen: there is none at this till.
    """
    allowed(seat, LOOK)
    report = look_at_shift(shop, seat)
    with shop.storage.write() as work:
        return add_slip(work, Slip.X, report, at=report.at)
