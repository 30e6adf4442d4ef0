"""A person chooses a new PIN at the till."""

from dataclasses import replace

from pos_app.actions.books.record_fact import settle_due_in
from pos_app.actions.staff.check_pin import check_pin
from pos_app.actions.staff.keep_pin import new_pin_hash
from pos_app.actions.staff.save_staff import put_staff_in
from pos_app.domain.seat import Seat
from pos_app.domain.staff import Staff
from pos_app.errors import NotFound
from pos_app.shop import Shop


def set_pin(shop: Shop, seat: Seat, *, old: str, new: str) -> None:
    """Change the PIN of whoever is signed in; nobody chooses another's (ASVS 6.4.6).

    Raises:
        WrongPin, PinLocked: the old one does not fit; it counts as a try to sign in.
        PinWrongShape, PinTooSimple: the new one is not one the role may have.
        NotFound: the seat is nobody's.
    """
    with shop.storage.read() as seen:
        person = seen.book.get(Staff, seat.staff)
    if person is None:
        raise NotFound(what="staff", named=str(seat.staff))
    check_pin(shop, old, of=(person,), lock=person.number)
    hashed = new_pin_hash(shop, new, role=person.role)
    with shop.storage.write() as work:
        settle_due_in(shop, work)
        put_staff_in(shop, work, replace(person, pin=hashed), by=seat.staff)
