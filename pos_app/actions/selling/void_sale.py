"""A sale of the day undone whole by a supervisor (rulebook 1.6)."""

from pos_app.actions.books.record_fact import record_fact, settle_due_in
from pos_app.actions.books.rehearse import rehearse
from pos_app.actions.shifts.shift_of import refuse_without_shift
from pos_app.actions.staff.allowed import allowed
from pos_app.domain.refusals.sale import UnknownSale
from pos_app.domain.sale import Sale
from pos_app.domain.seat import Seat
from pos_app.domain.staff import VOID
from pos_app.journal.facts import SaleVoided
from pos_app.shop import Shop
from pos_app.storage.unit_of_work import UnitOfWork


def void_sale(shop: Shop, seat: Seat, sale: int) -> Sale:
    """Undo a sale of this business day as if it had not been.

    Raises:
        NotAllowed: needs a manager.
        VoidRefused, UnknownSale, NoShiftOpen: nothing was changed; offer a return instead.
    """
    allowed(seat, VOID, asked=sale)
    with shop.storage.write() as work:
        voided = _post(shop, work, seat, sale=sale)
        work.print_jobs.add(
            "receipt", sale=voided.number, made_at=work.book.effective_at, body=b"void"
        )
        return voided


def preview_void(shop: Shop, seat: Seat, sale: int) -> Sale:
    """Show the sale as it would stand after a void; nothing is written.

    Raises:
        VoidRefused, UnknownSale, NoShiftOpen: it cannot be voided.
    """
    return rehearse(shop, lambda work: _post(shop, work, seat, sale=sale))


def _post(shop: Shop, work: UnitOfWork, seat: Seat, *, sale: int) -> Sale:
    settle_due_in(shop, work)
    refuse_without_shift(work.book, seat)
    if work.book.get(Sale, sale) is None:
        raise UnknownSale(str(sale))
    fact = SaleVoided(sale=sale, till=seat.till, shift=seat.shift, approvals=seat.approvals)
    voided: Sale = record_fact(shop, work, fact, staff=seat.staff).outcome
    return voided
