"""A cashier opens a shift with a float."""

from dataclasses import replace

from pos_app.actions.books.record_fact import record_fact, settle_due_in
from pos_app.actions.premises.selling_store import refuse_unless_it_sells
from pos_app.actions.shifts.shift_of import shift_of
from pos_app.actions.staff.staff_list import staff_name
from pos_app.domain.money import LARGEST_AMOUNT, Fen
from pos_app.domain.refusals.shift import CashOutOfRange, ShiftIsOpen
from pos_app.domain.seat import Seat
from pos_app.domain.shift import Shift
from pos_app.journal.facts import ShiftOpened
from pos_app.shop import Shop


def open_shift(shop: Shop, seat: Seat, *, opening_float: Fen) -> Seat:
    """Open a shift at the seat's till and return the seat with its number.

    The float comes out of the store's safe.

    Raises:
        CashOutOfRange: the float is below zero or absurd.
        ShiftIsOpen: the till's last shift has not been closed.
        NotFound, StoreHasLeft: the till's store is not of the alliance, or is no more.
    """
    if not 0 <= opening_float <= LARGEST_AMOUNT:
        raise CashOutOfRange(amount=opening_float, largest=LARGEST_AMOUNT)
    with shop.storage.write() as work:
        refuse_unless_it_sells(work.book, seat.store)
        open_one = shift_of(work.book, seat.till)
        if open_one is not None:
            opener = staff_name(work.book, open_one.staff)
            raise ShiftIsOpen(shift=open_one.number, opened_by=opener)
        settle_due_in(shop, work)
        number = work.book.last_number(Shift) + 1
        fact = ShiftOpened(
            number=number, store=seat.store, till=seat.till, opening_float=opening_float
        )
        record_fact(shop, work, fact, staff=seat.staff)
    return replace(seat, shift=number)
