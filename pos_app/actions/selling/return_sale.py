"""Goods come back by receipt: capped, shown first, paid back once."""

from collections import defaultdict
from dataclasses import dataclass

from pos_app.actions.books.outside_name import outside_name
from pos_app.actions.books.post_return import ReturnPosted
from pos_app.actions.books.record_fact import record_fact, settle_due_in
from pos_app.actions.books.rehearse import rehearse
from pos_app.actions.shifts.shift_of import refuse_without_shift
from pos_app.actions.staff.allowed import allowed
from pos_app.domain.basket import LineReturned
from pos_app.domain.money import Milli
from pos_app.domain.refusals.sale import (
    IdUsed,
    NothingToReturn,
    ReturnTooMuch,
    SaleIsVoided,
    UnknownSale,
)
from pos_app.domain.sale import RETURNS_BY_REF, VOIDED, Sale, SaleLine, SaleReturn
from pos_app.domain.seat import Seat
from pos_app.domain.staff import RETURN
from pos_app.engine.book import Book
from pos_app.journal.facts import SaleReturned
from pos_app.shop import Shop
from pos_app.storage.unit_of_work import UnitOfWork

VOLUNTARY = "voluntary"
DEFECT = "defect"


@dataclass(frozen=True, slots=True)
class ReturnAsk:
    """What a customer brings back, and why."""

    sale: int
    lines: tuple[LineReturned, ...]
    reason: str = VOLUNTARY
    ref: str = ""
    """Outside name in a replay; the return's number otherwise."""


@dataclass(frozen=True, slots=True)
class ReturnDone:
    """A return in the books, with the print job of its receipt."""

    posted: ReturnPosted
    receipt_job: int


def return_sale(shop: Shop, seat: Seat, ask: ReturnAsk) -> ReturnDone:
    """Take goods back, unwind what they earned, pay the rest back to the tenders.

    Raises:
        UnknownSale, SaleIsVoided, NothingToReturn, ReturnTooMuch, NoShiftOpen, IdUsed,
        NotAllowed: above the cashier's limit without approval; nothing was written.
    """
    with shop.storage.write() as work:
        posted = _post(shop, work, seat, ask=ask)
        value = posted.record.goods
        limit = shop.settings.return_limit
        if value > limit:
            allowed(seat, RETURN, asked=value, limit=limit)
        record = posted.record
        job = work.print_jobs.add(
            "receipt", sale=record.sale, made_at=record.at, body=f"return:{record.number}".encode()
        )
        return ReturnDone(posted, job)


def preview_return(shop: Shop, seat: Seat, ask: ReturnAsk) -> ReturnPosted:
    """Show what a return would undo and pay back; nothing is written.

    Raises:
        As `return_sale`, except for the approval.
    """
    return rehearse(shop, lambda work: _post(shop, work, seat, ask=ask))


def _post(shop: Shop, work: UnitOfWork, seat: Seat, *, ask: ReturnAsk) -> ReturnPosted:
    settle_due_in(shop, work)
    book = work.book
    refuse_without_shift(book, seat)
    if ask.ref and next(book.scan(RETURNS_BY_REF, ask.ref), None) is not None:
        raise IdUsed(ask.ref)
    number = book.last_number(SaleReturn) + 1
    fact = SaleReturned(
        number=number,
        ref=ask.ref or outside_name(book, RETURNS_BY_REF, number=number),
        sale=ask.sale,
        till=seat.till,
        shift=seat.shift,
        reason=ask.reason,
        lines=_checked(book, ask),
        approvals=seat.approvals,
    )
    posted: ReturnPosted = record_fact(shop, work, fact, staff=seat.staff).outcome
    return posted


def _checked(book: Book, ask: ReturnAsk) -> tuple[LineReturned, ...]:
    """Add up quantities for the same line; refuse any above what is left."""
    sale = book.get(Sale, ask.sale)
    if sale is None:
        raise UnknownSale(str(ask.sale))
    if sale.state == VOIDED:
        raise SaleIsVoided(sale.ref)
    asked: dict[int, int] = defaultdict(int)
    for each in ask.lines:
        if each.quantity <= 0:
            raise NothingToReturn(sale.ref)
        asked[each.line] += each.quantity
    if not asked:
        raise NothingToReturn(sale.ref)
    for number, quantity in asked.items():
        line = book.get(SaleLine, sale.number, number)
        left = Milli(line.quantity - line.returned) if line else Milli(0)
        if quantity > left:
            raise ReturnTooMuch(line=number, left=left, asked=Milli(quantity))
    return tuple(LineReturned(line, Milli(asked[line])) for line in sorted(asked))
