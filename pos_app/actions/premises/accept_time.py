"""Somebody finds the machine's clock right after a long silence."""

from pos_app.actions.books.record_fact import clock_doubt, record_fact
from pos_app.actions.staff.allowed import allowed
from pos_app.actions.staff.check_pin import ANYBODY, check_pin
from pos_app.actions.staff.staff_list import active_staff
from pos_app.domain.refusals.folder import ClockJumped
from pos_app.domain.seat import Seat
from pos_app.domain.staff import OFFICE, may
from pos_app.journal.facts import TimeAccepted
from pos_app.shop import Shop


def accept_time(shop: Shop, seat: Seat) -> None:
    """Journal that the clock is right; what is due by then may be done from now on.

    Raises:
        NotAllowed: only a manager or an owner may.
    """
    allowed(seat, OFFICE)
    with shop.storage.write() as work:
        fact = TimeAccepted(silent_since=work.journal.last_at)
        record_fact(shop, work, fact, staff=seat.staff)


def time_doubt(shop: Shop) -> ClockJumped | None:
    """Return why the machine's clock is not believed; reads only."""
    with shop.storage.read() as view:
        return clock_doubt(shop, last=view.last_at, by=view.last_by)


def accept_time_by_pin(shop: Shop, pin: str) -> None:
    """Accept the time by the PIN of a manager or an owner: nobody can sign in before.

    Raises:
        PinLocked: too many wrong PINs; this one was not looked at.
        WrongPin: no manager's and no owner's; the try counts.
    """
    with shop.storage.read() as seen:
        able = tuple(each for each in active_staff(seen.book) if may(each.role, OFFICE))
    person = check_pin(shop, pin, of=able, lock=ANYBODY)
    settings = shop.settings
    seat = Seat(person.number, person.name, person.role, store=settings.store, till=settings.till)
    accept_time(shop, seat)
