"""The open shift of a till, for the actions that need one; reads only."""

from pos_app.domain.refusals.sale import NoShiftOpen
from pos_app.domain.seat import Seat
from pos_app.domain.shift import SHIFTS_OF_TILL, Shift
from pos_app.engine.book import Book


def shift_of(book: Book, till: str) -> Shift | None:
    """Return the till's open shift; a till has at most one, its last."""
    last = next(book.scan(SHIFTS_OF_TILL, till, backward=True), None)
    return last if last is not None and last.closed_at is None else None


def refuse_without_shift(book: Book, seat: Seat) -> None:
    """Refuse what needs a drawer unless the seat's own shift is still open.

    Raises:
        NoShiftOpen: there is none, or it was closed meanwhile.
    """
    shift = book.get(Shift, seat.shift)
    if shift is None or shift.closed_at is not None:
        raise NoShiftOpen


def open_shift_of(book: Book, seat: Seat) -> Shift:
    """Return the open shift of the seat's till.

    Raises:
        NoShiftOpen: nobody has opened one, or it was closed meanwhile.
    """
    shift = shift_of(book, seat.till)
    if shift is None:
        raise NoShiftOpen
    return shift
