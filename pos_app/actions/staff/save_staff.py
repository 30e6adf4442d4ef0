"""Staff are added, renamed, given another role or switched off; never deleted."""

from dataclasses import dataclass, replace

from pos_app.actions.books.record_fact import record_fact, settle_due_in
from pos_app.actions.staff.allowed import allowed
from pos_app.actions.staff.keep_pin import new_pin_hash, pin_digest
from pos_app.actions.staff.staff_list import active_staff
from pos_app.domain.names import clean_name
from pos_app.domain.refusals.staff import LastOwner, PinMissing, RoleUnknown
from pos_app.domain.seat import Seat
from pos_app.domain.staff import OWNER, ROLES, STAFF, Staff
from pos_app.engine.book import Book, kept
from pos_app.errors import NotFound
from pos_app.journal.facts import StaffSaved
from pos_app.shop import Shop
from pos_app.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class StaffAsk:
    """A person as entered in the office; `number` 0 adds one."""

    name: str
    role: str
    pin: str = ""
    """Empty keeps the one there is."""
    number: int = 0
    active: bool = True


def save_staff(shop: Shop, seat: Seat, *, ask: StaffAsk) -> int:
    """Add or change a person and return the number.

    A larger role needs a new PIN: the rule for it is stricter.

    Raises:
        NotAllowed: only an owner may.
        RoleUnknown, NameUnusable, PinMissing, PinWrongShape, PinTooSimple: as named.
        NotFound: nobody has the number.
        LastOwner: no owner would be left who can sign in.
    """
    allowed(seat, STAFF)
    if ask.role not in ROLES:
        raise RoleUnknown(role=ask.role)
    name = clean_name(ask.name, of="staff")
    hashed = new_pin_hash(shop, ask.pin, role=ask.role) if ask.pin else ""
    with shop.storage.write() as work:
        before = work.book.get(Staff, ask.number) if ask.number else None
        if ask.number and before is None:
            raise NotFound(what="staff", named=str(ask.number))
        if not hashed:
            hashed = _kept_pin(before, ask.role)
        _refuse_last_owner(work.book, before, ask=ask)
        settle_due_in(shop, work)
        number = ask.number or work.book.last_number(Staff) + 1
        person = Staff(number, name, ask.role, hashed, active=ask.active)
        put_staff_in(shop, work, person, by=seat.staff)
    return number


def put_staff_in(shop: Shop, work: UnitOfWork, person: Staff, *, by: int) -> None:
    """Journal a person; the stored PIN goes to the row, its SHA-256 to the journal."""
    fact = StaffSaved(
        number=person.number,
        name=person.name,
        role=person.role,
        pin_sha256=pin_digest(person.pin),
        active=person.active,
    )
    record_fact(shop, work, fact, staff=by)
    posted = kept(work.book, Staff, person.number)
    work.book.put(replace(posted, pin=person.pin))


def _kept_pin(before: Staff | None, role: str) -> str:
    if before is None or ROLES.index(role) > ROLES.index(before.role):
        raise PinMissing(role=role)
    return before.pin


def _refuse_last_owner(book: Book, before: Staff | None, *, ask: StaffAsk) -> None:
    if before is None or before.role != OWNER or not before.active:
        return
    if ask.active and ask.role == OWNER:
        return
    others = (each for each in active_staff(book) if each.number != before.number)
    if not any(each.role == OWNER for each in others):
        raise LastOwner(name=before.name)
