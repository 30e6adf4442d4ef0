"""Cash is put into the drawer or taken out of it, with a reason."""

from pos_app.actions.books.record_fact import record_fact, settle_due_in
from pos_app.actions.receipts.receipt_of import printed_hash
from pos_app.actions.receipts.slip_jobs import Slip, add_slip
from pos_app.actions.shifts.shift_of import open_shift_of
from pos_app.actions.staff.allowed import allowed
from pos_app.actions.staff.staff_list import staff_name
from pos_app.domain.money import LARGEST_AMOUNT, Fen
from pos_app.domain.names import clean_name
from pos_app.domain.papers.cash_slip import CashSlip
from pos_app.domain.refusals.shift import CashOutOfRange, ReasonMissing
from pos_app.domain.seat import Seat
from pos_app.domain.shift import CashMove
from pos_app.domain.staff import CASH_MOVE, DRAWER
from pos_app.journal.facts import CashMoved
from pos_app.shop import Shop
from pos_app.storage.unit_of_work import UnitOfWork


def move_cash(shop: Shop, seat: Seat, *, amount: Fen, reason: str) -> int:
    """Book cash in (above zero) or out (below zero). Return the slip's print job.

    Raises:
        CashOutOfRange: zero, or absurd.
        ReasonMissing: no reason was given.
        NameUnusable: the reason is too long or holds signs that cannot be shown.
        NotAllowed: above the cashier's limit, and no approval covers it.
        NoShiftOpen: there is no drawer to move it from.
    """
    size, limit = abs(amount), shop.settings.cash_move_limit
    if amount == 0 or size > LARGEST_AMOUNT:
        raise CashOutOfRange(amount=amount, largest=LARGEST_AMOUNT)
    told = _reason(reason)
    if size > limit:
        approved_by = allowed(seat, CASH_MOVE, asked=size, limit=limit)
    else:
        approved_by = allowed(seat, DRAWER)
    with shop.storage.write() as work:
        slip = _note(shop, work, seat, amount=amount, reason=told, approved_by=approved_by)
        return add_slip(work, Slip.CASH, slip, at=slip.at)


def note_opening(shop: Shop, seat: Seat, *, reason: str) -> None:
    """Journal that the drawer is opened without a sale: a move of nothing.

    Raises:
        ReasonMissing, NameUnusable, NotAllowed, NoShiftOpen: as `move_cash`.
    """
    told = _reason(reason)
    approved_by = allowed(seat, DRAWER)
    with shop.storage.write() as work:
        _note(shop, work, seat, amount=Fen(0), reason=told, approved_by=approved_by)


def _reason(typed: str) -> str:
    told = clean_name(typed, of="reason", may_be_empty=True)
    if not told:
        raise ReasonMissing
    return told


def _note(
    shop: Shop, work: UnitOfWork, seat: Seat, *, amount: Fen, reason: str, approved_by: int | None
) -> CashSlip:
    """Journal the move and return what its paper says."""
    shift = open_shift_of(work.book, seat)
    settle_due_in(shop, work)
    fact = CashMoved(
        number=work.book.last_number(CashMove) + 1,
        shift=shift.number,
        amount=amount,
        reason=reason,
        approved_by=approved_by,
    )
    entry = record_fact(shop, work, fact, staff=seat.staff).entry
    return CashSlip(
        number=entry.number,
        at=entry.at,
        till=seat.till,
        shift=shift.number,
        cashier=staff_name(work.book, seat.staff),
        approved_by=staff_name(work.book, approved_by) if approved_by is not None else "",
        amount=amount,
        reason=reason,
        journal_hash=printed_hash(entry),
    )
