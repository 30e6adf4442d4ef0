"""A completed sale as rows, transfers, stock and rewards; pure."""

from pos_app.actions.books.judge_sale import JudgedSale, judge_sale, paid_with_rewards
from pos_app.actions.books.post_shop import book_all
from pos_app.actions.books.watch_member import flag_sale
from pos_app.domain.basket import content_of
from pos_app.domain.money import Fen
from pos_app.domain.pricing import PricedBasket
from pos_app.domain.sale import COMPLETED, Sale, SaleLine, SaleTender
from pos_app.domain.tender import REWARD_KINDS, TenderGiven
from pos_app.engine.book import Book, rules_of
from pos_app.engine.outcomes import SaleAsk
from pos_app.engine.settle import complete
from pos_app.engine.wallet import pay_with
from pos_app.journal.entry import Entry
from pos_app.journal.facts import SaleCompleted
from pos_app.ledger import postings


def post_sale(book: Book, entry: Entry, fact: SaleCompleted) -> Sale:
    """Judge a completed sale as its fact tells it, and write it whole."""
    judged = judge_sale(
        book,
        fact.lines,
        discount=Fen(fact.order_discount + fact.rounding),
        paid=paid_with_rewards(fact.tenders),
        member=fact.member,
        store=fact.store,
        at=entry.at,
    )
    return post_judged(book, entry, fact, judged=judged)


def post_judged(book: Book, entry: Entry, fact: SaleCompleted, *, judged: JudgedSale) -> Sale:
    """Write a sale whole: customer due ends at zero, rewards are enrolled and settled.

    `judged` is what `judge_sale` says of the fact at the entry's instant.
    """
    priced, ask = judged.priced, judged.ask
    sale = _sale(entry, fact, priced, ask=ask)
    book.put(sale)
    _put_lines(book, fact, priced)
    for position, tender in enumerate(fact.tenders, start=1):
        book.put(
            SaleTender(
                fact.number, position, tender.kind, tender.amount, tender.given, note=tender.note
            )
        )
    book_all(book, postings.of_goods_sold(fact.store, priced.tax_by_rate), sale.number)
    for tender in fact.tenders:
        _take_tender(book, sale, tender)
    moved = [postings.of_goods_moved(line.product, line.quantity) for line in fact.lines]
    book_all(book, moved, sale.number)
    flag_sale(book, sale, rules=rules_of(book), hold=ask.least_hold_days)
    complete(book, sale, decisions=judged.decisions)
    return sale


def _sale(entry: Entry, fact: SaleCompleted, priced: PricedBasket, *, ask: SaleAsk) -> Sale:
    return Sale(
        number=fact.number,
        basket=fact.basket,
        content=content_of(
            fact.lines,
            fact.tenders,
            member=fact.member,
            discounts=(fact.order_discount, fact.rounding),
        ),
        entry=entry.number,
        ref=fact.ref,
        store=fact.store,
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
        order_discount=fact.order_discount,
        rounding=fact.rounding,
        sponsor=ask.sponsor,
        referral_barred=ask.referral_barred,
    )


def _put_lines(book: Book, fact: SaleCompleted, priced: PricedBasket) -> None:
    for number, (line, figures) in enumerate(zip(fact.lines, priced.lines, strict=True), start=1):
        book.put(
            SaleLine(
                sale=fact.number,
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


def _take_tender(book: Book, sale: Sale, tender: TenderGiven) -> None:
    """Money to its takings; a reward tender draws on the member's account first."""
    if tender.kind in REWARD_KINDS:
        pay_with(book, sale, kind=tender.kind, amount=tender.amount)
    taken = postings.of_tender(sale.till, tender.kind, amount=tender.amount)
    book_all(book, [taken], sale.number)
