"""Cash is put into the drawer or taken out of it, with a reason."""

from pos_app.actions.allowed import allowed
from pos_app.actions.record_fact import record_fact, settle_due_in
from pos_app.actions.shift_of import open_shift_of
from pos_app.domain.money import LARGEST_AMOUNT, Fen
from pos_app.domain.names import clean_name
from pos_app.domain.refusals_shift import CashOutOfRange, ReasonMissing
from pos_app.domain.seat import Seat
from pos_app.domain.shift import CashMove
from pos_app.domain.staff import DRAWER
from pos_app.journal.facts import CashMoved
from pos_app.shop import Shop


def move_cash(shop: Shop, seat: Seat, *, amount: Fen, reason: str) -> int:
    """Book cash in (above zero) or out (below zero) and return the move's number.

    Raises:
        CashOutOfRange: zero, or absurd.
        ReasonMissing: no reason was given.
        NameUnusable: the reason is too long or holds signs that cannot be shown.
        NotAllowed: neither the role nor an approval covers it.
        NoShiftOpen: there is no drawer to move it from.
    """
    if amount == 0 or abs(amount) > LARGEST_AMOUNT:
        raise CashOutOfRange(amount=amount, largest=LARGEST_AMOUNT)
    return note_cash_move(shop, seat, amount=amount, reason=reason)


def note_cash_move(shop: Shop, seat: Seat, *, amount: Fen, reason: str) -> int:
    """Journal a cash move of any amount; zero says the drawer was only opened."""
    told = clean_name(reason, of="reason", may_be_empty=True)
    if not told:
        raise ReasonMissing
    approved_by = allowed(seat, DRAWER, asked=abs(amount))
    with shop.storage.write() as work:
        shift = open_shift_of(work.book, seat)
        settle_due_in(shop, work)
        number = work.book.last_number(CashMove) + 1
        fact = CashMoved(
            number=number,
            shift=shift.number,
            amount=amount,
            reason=told,
            approved_by=approved_by,
        )
        record_fact(shop, work, fact, staff=seat.staff)
    return number
