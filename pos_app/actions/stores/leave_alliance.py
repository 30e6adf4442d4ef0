"""A store leaves the alliance: it sells no more and pays what it conceded."""

from pos_app.actions.books.record_fact import record_fact, settle_due_in
from pos_app.actions.premises.selling_store import refuse_unless_it_sells, store_as_typed
from pos_app.actions.staff.allowed import allowed
from pos_app.domain.refusals.store import StoreStillSells
from pos_app.domain.seat import Seat
from pos_app.domain.shift import SHIFTS_OF_TILL
from pos_app.domain.staff import PROGRAM
from pos_app.engine.book import Book
from pos_app.journal.facts import StoreLeft
from pos_app.shop import Shop


def leave_alliance(shop: Shop, seat: Seat, *, code: str) -> None:
    """Let a store leave for good; no fen moves, and no right of a customer ends.

    Its lots stay payable, the tickets of its sales stay in the queue, points stay with
    their holders, sales that are held settle as they would have, and the clearing of a
    month still names it (decision 0063).

    Raises:
        NotAllowed: only an owner may.
        NotFound: no store has the code.
        StoreHasLeft: it did before.
        StoreStillSells: this till stands in it, or a shift is open there.
    """
    allowed(seat, PROGRAM)
    with shop.storage.write() as work:
        code = store_as_typed(work.book, code)
        refuse_unless_it_sells(work.book, code)
        _refuse_while_a_till_stands(shop, work.book, code)
        settle_due_in(shop, work)
        record_fact(shop, work, StoreLeft(code), staff=seat.staff)


def _refuse_while_a_till_stands(shop: Shop, book: Book, code: str) -> None:
    if shop.settings.store == code:
        raise StoreStillSells(code, shop.settings.till)
    for shift in book.scan(SHIFTS_OF_TILL):
        if shift.store == code and shift.closed_at is None:
            raise StoreStillSells(code, shift.till)
