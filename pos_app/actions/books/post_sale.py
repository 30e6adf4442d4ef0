"""A completed bill as rows, transfers, stock and rewards; pure."""

from collections.abc import Sequence

from pos_app.actions.books.judge_sale import JudgedSale, judge_bill
from pos_app.actions.books.outside_name import outside_name
from pos_app.actions.books.post_shop import book_all
from pos_app.actions.books.watch_member import flag_sale
from pos_app.domain.basket import content_of
from pos_app.domain.bill_parts import BillPart
from pos_app.domain.money import Fen
from pos_app.domain.pricing import PricedBasket
from pos_app.domain.sale import COMPLETED, SALES_BY_REF, Sale, SaleLine, SaleTender
from pos_app.domain.tender import REWARD_KINDS, TenderGiven
from pos_app.engine.book import Book, rules_of
from pos_app.engine.settle import complete
from pos_app.engine.wallet import pay_with
from pos_app.journal.entry import Entry
from pos_app.journal.facts import SaleCompleted
from pos_app.ledger import postings


def post_sale(book: Book, entry: Entry, fact: SaleCompleted) -> tuple[Sale, ...]:
    """Judge a completed bill as its fact tells it, and write its sales whole."""
    judged = judge_bill(
        book,
        fact.lines,
        fact.tenders,
        discounts=(fact.order_discount, fact.rounding),
        member=fact.member,
        store=fact.store,
        at=entry.at,
    )
    return post_judged(book, entry, fact, judged=judged)


def post_judged(
    book: Book, entry: Entry, fact: SaleCompleted, *, judged: Sequence[JudgedSale]
) -> tuple[Sale, ...]:
    """Write the sales of a bill, one for each store whose goods were on it.

    `judged` is what `judge_bill` says of the fact at the entry's instant.
    """
    due = Fen(sum(each.priced.total for each in judged))
    return tuple(
        _post_part(book, entry, fact, judged=each, number=number, due=due)
        for number, each in enumerate(judged, start=fact.number)
    )


def _post_part(
    book: Book, entry: Entry, fact: SaleCompleted, *, judged: JudgedSale, number: int, due: Fen
) -> Sale:
    """Write a sale whole: customer due ends at zero, rewards are enrolled and settled."""
    part, priced = judged.part, judged.priced
    is_first = number == fact.number
    ref = fact.ref if is_first else outside_name(book, SALES_BY_REF, number=number)
    sale = _sale(entry, fact, judged, number=number, ref=ref)
    book.put(sale)
    _put_lines(book, part, priced, sale=number)
    for position, tender in enumerate(part.tenders, start=1):
        book.put(
            SaleTender(number, position, tender.kind, tender.amount, tender.given, note=tender.note)
        )
    book_all(book, postings.of_goods_sold(part.store, priced.tax_by_rate), number)
    for tender in part.tenders:
        _take_tender(book, sale, tender, due=due)
    moved = [postings.of_goods_moved(line.product, line.quantity) for line in part.lines]
    book_all(book, moved, number)
    flag_sale(book, sale, rules=rules_of(book), hold=judged.ask.least_hold_days)
    complete(book, sale, decisions=judged.decisions)
    return sale


def _sale(entry: Entry, fact: SaleCompleted, judged: JudgedSale, *, number: int, ref: str) -> Sale:
    part, priced, ask = judged.part, judged.priced, judged.ask
    return Sale(
        number=number,
        basket=fact.basket,
        content=content_of(
            fact.lines,
            fact.tenders,
            member=fact.member,
            discounts=(fact.order_discount, fact.rounding),
        ),
        entry=entry.number,
        ref=ref,
        store=part.store,
        till_store="" if part.store == fact.store else fact.store,
        till=fact.till,
        shift=fact.shift,
        staff=entry.staff,
        member=fact.member,
        at=entry.at,
        day=ask.day,
        state=COMPLETED,
        goods=priced.goods,
        saved=priced.saved,
        total=priced.total,
        tax=priced.tax,
        base=priced.base,
        order_discount=part.order_discount,
        rounding=part.rounding,
        sponsor=ask.sponsor,
        referral_barred=ask.referral_barred,
    )


def _put_lines(book: Book, part: BillPart, priced: PricedBasket, *, sale: int) -> None:
    for number, (line, figures) in enumerate(zip(part.lines, priced.lines, strict=True), start=1):
        book.put(
            SaleLine(
                sale=sale,
                line=number,
                product=line.product,
                sku=line.sku,
                name=line.name,
                price=line.price,
                quantity=line.quantity,
                discount=line.discount,
                net=figures.net,
                base=figures.base,
                voucher=figures.voucher,
                reward=figures.reward,
                points=figures.points,
                cost=line.cost,
                tax_rate=line.tax_rate,
                tax=figures.tax,
                excluded=line.excluded,
            )
        )


def _take_tender(book: Book, sale: Sale, tender: TenderGiven, *, due: Fen) -> None:
    """Money to its takings; a reward tender draws on the member's account first."""
    if tender.kind in REWARD_KINDS:
        pay_with(book, sale, kind=tender.kind, amount=tender.amount, due=due)
    taken = postings.of_tender(sale.till, tender.kind, amount=tender.amount)
    book_all(book, [taken], sale.number)
