"""A draft becomes a sale with all that follows from it, or nothing."""

from pos_app.actions.books.outside_name import outside_name
from pos_app.actions.books.post_sale import post_judged
from pos_app.actions.books.record_fact import instant_in, settle_due_in
from pos_app.actions.premises.keep_room import refuse_without_room
from pos_app.actions.premises.selling_store import refuse_unless_it_sells
from pos_app.actions.selling.check_tenders import check_tenders
from pos_app.actions.selling.judge_basket import Judged, judge_basket
from pos_app.actions.shifts.shift_of import refuse_without_shift
from pos_app.domain.basket import content_of
from pos_app.domain.moment import Instant
from pos_app.domain.money import Fen
from pos_app.domain.quote import SaleDone, SaleDraft
from pos_app.domain.refusals.sale import EmptyBasket, IdUsed, QuoteChanged
from pos_app.domain.sale import SALES_BY_BASKET, SALES_BY_REF, Sale
from pos_app.domain.seat import Seat
from pos_app.domain.staff import PRICE, may
from pos_app.domain.tender import TenderGiven
from pos_app.domain.whole_number import BigNumber
from pos_app.engine.book import Book
from pos_app.errors import NotAllowed
from pos_app.journal.facts import SaleCompleted
from pos_app.shop import Shop
from pos_app.storage.unit_of_work import UnitOfWork


class DraftReused(Exception):
    """One basket id with two contents: a bug, and nothing more is written."""


def complete_sale(shop: Shop, seat: Seat, draft: SaleDraft) -> SaleDone:
    """Write a sale in one commit; the same draft again returns the first sale.

    The quote is worked out again inside: if prices, discounts, tax or enrolments are not
    what the customer was shown, or a reward tender is above its limit by now, nothing is
    written.

    Raises:
        DiskFull: little room is left on the disk, and it is kept for closing the shift.
        EmptyBasket, NoShiftOpen, NotAllowed, QuoteChanged, TenderTooSmall, TenderAboveDue,
        CashAboveLimit, IdUsed, StoreHasLeft: and those of the wallet; nothing was written.
    """
    refuse_without_room(shop)
    with shop.storage.write() as work:
        return complete_sale_in(shop, work, seat, draft=draft)


def complete_sale_in(
    shop: Shop, work: UnitOfWork, seat: Seat, *, draft: SaleDraft, look_up: bool = True
) -> SaleDone:
    """Complete a draft within a unit of work; raises as `complete_sale`.

    A replayed sale is not looked up: its lines say what was sold then, and what it cost.
    """
    earlier = _completed_before(work.book, draft)
    if earlier:
        jobs = tuple(work.print_jobs.of_sale(sale.number) for sale in earlier)
        return _done(earlier, draft, jobs=jobs)
    settle_due_in(shop, work)
    at = instant_in(shop, work)
    judged = _agreed(work.book, seat, draft, at=at, look_up=look_up)
    tenders = check_tenders(work.book, judged, draft, cash_limit=shop.settings.cash_limit)
    fact = _fact(work.book, seat, draft, judged=judged, tenders=tenders)
    entry = work.journal.append(fact, staff=seat.staff, at=at)
    # As `post_entry` would, but for judging the same sale at the same instant once more.
    sales = post_judged(work.book, entry, fact, judged=judged.sales)
    jobs = tuple(
        work.print_jobs.add("receipt", sale=sale.number, made_at=sale.at) for sale in sales
    )
    work.drafts.remove(draft.basket.id)
    return _done(sales, draft, jobs=jobs)


def _completed_before(book: Book, draft: SaleDraft) -> tuple[Sale, ...]:
    """The sales this basket became already, if it did (exactly once)."""
    basket = draft.basket
    earlier = tuple(sorted(book.scan(SALES_BY_BASKET, basket.id), key=lambda sale: sale.number))
    if not earlier:
        return ()
    content = content_of(
        basket.lines,
        draft.tenders,
        member=basket.member,
        discounts=(basket.order_discount, basket.rounding),
    )
    if earlier[0].content != content:
        raise DraftReused(basket.id, earlier[0].number)
    return earlier


def _agreed(book: Book, seat: Seat, draft: SaleDraft, *, at: Instant, look_up: bool) -> Judged:
    """Judge the basket as it stands and compare with what the customer was shown."""
    basket = draft.basket
    if not basket.lines:
        raise EmptyBasket
    refuse_without_shift(book, seat)
    if draft.ref and next(book.scan(SALES_BY_REF, draft.ref), None) is not None:
        raise IdUsed(draft.ref)
    _check_prices_approved(seat, draft)
    judged = judge_basket(
        book, basket, tenders=draft.tenders, store=seat.store, at=at, look_up=look_up
    )
    for each in judged.sales:
        if each.part.store != seat.store:
            refuse_unless_it_sells(book, each.part.store)
    if draft.quoted is not None and judged.digest != draft.quoted:
        raise _changed(draft, judged)
    return judged


def _check_prices_approved(seat: Seat, draft: SaleDraft) -> None:
    approved = {each.asked for each in draft.basket.approvals if each.right == PRICE}
    for line in draft.basket.lines:
        if line.price_approved and not may(seat.role, PRICE) and line.price not in approved:
            raise NotAllowed(PRICE, asked=line.price)


def _changed(draft: SaleDraft, judged: Judged) -> QuoteChanged:
    pairs = zip(draft.basket.lines, judged.basket.lines, strict=True)
    product = next((now.name for was, now in pairs if was.price != now.price), "")
    was = sum(tender.amount for tender in draft.tenders)
    return QuoteChanged(was=Fen(was), due=judged.priced.total, product=product)


def _fact(
    book: Book,
    seat: Seat,
    draft: SaleDraft,
    *,
    judged: Judged,
    tenders: tuple[TenderGiven, ...],
) -> SaleCompleted:
    number = book.last_number(Sale) + 1
    basket = judged.basket
    return SaleCompleted(
        number=number,
        basket=BigNumber(basket.id),
        ref=draft.ref or outside_name(book, SALES_BY_REF, number=number),
        store=seat.store,
        till=seat.till,
        shift=seat.shift,
        member=basket.member,
        lines=basket.lines,
        order_discount=basket.order_discount,
        rounding=basket.rounding,
        tenders=tenders,
        approvals=basket.approvals,
    )


def _done(sales: tuple[Sale, ...], draft: SaleDraft, *, jobs: tuple[int, ...]) -> SaleDone:
    change = Fen(sum(each.given - each.amount for each in draft.tenders))
    return SaleDone(sales=sales, change=change, receipt_jobs=jobs, standing=None)
