"""The drawer is opened without a sale, which the journal remembers."""

from pos_app.actions.shifts.move_cash import note_opening
from pos_app.domain.seat import Seat
from pos_app.shop import Shop


def open_drawer(shop: Shop, seat: Seat, *, reason: str) -> None:
    """Journal the opening, then open the drawer; a dead drawer undoes nothing.

    Raises:
        ReasonMissing: no reason was given.
        NotAllowed: neither the role nor an approval covers it.
        NoShiftOpen: nobody answers for the cash.
        Fault: the drawer does not answer; the opening stands in the journal.
    """
    note_opening(shop, seat, reason=reason)
    shop.printer.open_drawer()
