"""A completed sale as rows, transfers, stock and rewards; pure."""

from pos_app.actions.post_shop import book_all, rules_of
from pos_app.actions.watch_member import flag_sale, least_hold_days
from pos_app.domain.basket import BasketLine, content_of
from pos_app.domain.member import ADULT, Member, bars_referral, is_erased
from pos_app.domain.moment import Instant, business_day
from pos_app.domain.money import WHOLE_BP, BasisPoints, Fen, half_up
from pos_app.domain.pricing import PricedBasket, price_basket
from pos_app.domain.sale import COMPLETED, Sale, SaleLine, SaleTender
from pos_app.domain.tender import REWARD_KINDS, TenderGiven
from pos_app.engine.book import Book
from pos_app.engine.enrol import enrol
from pos_app.engine.outcomes import SaleAsk
from pos_app.engine.settle import complete
from pos_app.engine.wallet import pay_with
from pos_app.journal.entry import Entry
from pos_app.journal.facts import SaleCompleted
from pos_app.ledger import postings


def post_sale(book: Book, entry: Entry, fact: SaleCompleted) -> Sale:
    """Write a sale whole: customer due ends at zero, rewards are enrolled and settled."""
    paid = paid_with_rewards(fact.tenders)
    priced = price_basket(fact.lines, discount=fact.order_discount + fact.rounding, paid=paid)
    member = book.get(Member, fact.member) if fact.member is not None else None
    ask = sale_ask(book, fact.lines, priced, member=member, store=fact.store, at=entry.at)
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
    for line in fact.lines:
        book_all(book, [postings.of_goods_moved(line.product, line.quantity)], sale.number)
    flag_sale(book, sale, rules=rules_of(book), hold=ask.least_hold_days)
    complete(book, sale, decisions=enrol(book, ask))
    return sale


def paid_with_rewards(tenders: tuple[TenderGiven, ...]) -> dict[str, Fen]:
    """What the reward tenders pay, by kind."""
    paid: dict[str, Fen] = {}
    for tender in tenders:
        if tender.kind in REWARD_KINDS:
            paid[tender.kind] = Fen(paid.get(tender.kind, 0) + tender.amount)
    return paid


def sale_ask(
    book: Book,
    lines: tuple[BasketLine, ...],
    priced: PricedBasket,
    *,
    member: Member | None,
    store: str,
    at: Instant,
) -> SaleAsk:
    """Build the engine's question about a sale, with the costs of its eligible lines."""
    rules = rules_of(book)
    sponsor = _sponsor_of(book, member)
    return SaleAsk(
        store=store,
        member=member.number if member else None,
        sponsor=sponsor,
        base=priced.base,
        costs=tuple(
            Fen(half_up(line.cost * line.quantity, 1000)) if line.cost else None
            for line in lines
            if not line.excluded
        ),
        at=at,
        day=business_day(at, rules.cutoff_minutes),
        max_total_concession_bp=rules.max_total_concession_bp,
        max_margin_share_bp=rules.max_margin_share_bp,
        tier_bp=member.tier_bp if member else BasisPoints(WHOLE_BP),
        skus=tuple(line.sku for line in lines if not line.excluded),
        minor=member is not None and member.age_band != ADULT,
        employee=member is not None and member.employee,
        referral_barred=member is not None
        and sponsor is not None
        and bars_referral(member, book.get(Member, sponsor)),
        least_hold_days=least_hold_days(book, member, at=at, rules=rules),
    )


def _sponsor_of(book: Book, member: Member | None) -> int | None:
    """Who brought the buyer; nobody where that member's data were erased (2.9, 4.8)."""
    if member is None or member.sponsor is None:
        return None
    return None if is_erased(book.get(Member, member.sponsor)) else member.sponsor


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
