"""Somebody takes the seat at the till with a PIN."""

from pos_app.actions.books.record_fact import record_fact, settle_due_in
from pos_app.actions.shifts.shift_of import shift_of
from pos_app.actions.staff.check_pin import check_pin, forget_wrong
from pos_app.domain.refusals.staff import StaffSwitchedOff
from pos_app.domain.seat import Seat
from pos_app.domain.staff import Staff
from pos_app.errors import NotFound
from pos_app.journal.facts import SignedIn
from pos_app.shop import Shop


def sign_in(shop: Shop, staff: int, *, pin: str) -> Seat:
    """Return the seat of whoever the PIN belongs to, at the till's open shift if any.

    Both a right and a wrong PIN are journaled. About a tenth of a second by intent.

    Raises:
        NotFound: nobody has the number.
        StaffSwitchedOff: the person does not work here any more.
        PinLocked: too many wrong PINs; this one was not looked at.
        WrongPin: with how many tries are left.
    """
    with shop.storage.read() as seen:
        person = seen.book.get(Staff, staff)
    if person is None:
        raise NotFound(what="staff", named=str(staff))
    if not person.active:
        raise StaffSwitchedOff(name=person.name)
    check_pin(shop, pin, of=(person,), lock=staff)
    return _take_seat(shop, person)


def _take_seat(shop: Shop, person: Staff) -> Seat:
    """Journal that a person sits down, and return the seat."""
    till = shop.settings.till
    with shop.storage.write() as work:
        forget_wrong(work, person.number)
        settle_due_in(shop, work)
        fact = SignedIn(person=person.number, till=till, accepted=True)
        record_fact(shop, work, fact, staff=person.number)
        shift = shift_of(work.book, till)
    return Seat(
        staff=person.number,
        name=person.name,
        role=person.role,
        store=shop.settings.store,
        till=till,
        shift=shift.number if shift else 0,
    )
