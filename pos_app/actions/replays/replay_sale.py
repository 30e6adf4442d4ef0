"""A sale of a history: unknown products come with it, other prices are approved."""

from hashlib import sha256

from pos_app.actions.books.record_fact import record_fact, settle_due_in
from pos_app.actions.premises.selling_store import refuse_unless_it_sells
from pos_app.actions.selling.complete_sale import complete_sale_in
from pos_app.domain.basket import Basket, BasketLine
from pos_app.domain.catalogue import PRODUCTS_BY_SKU, Product
from pos_app.domain.files.replay_events import LineRung, SaleMade
from pos_app.domain.money import LARGEST_AMOUNT, BasisPoints, Fen
from pos_app.domain.pricing import price_basket
from pos_app.domain.quote import SaleDraft
from pos_app.domain.refusals.catalogue import CostOutOfRange
from pos_app.domain.refusals.sale import AmountRefused, IdUsed
from pos_app.domain.sale import SALES_BY_REF
from pos_app.domain.seat import Seat
from pos_app.domain.tender import CASH, TenderGiven
from pos_app.journal.facts import ProductSaved
from pos_app.shop import Shop
from pos_app.storage.unit_of_work import UnitOfWork

_ID_BYTES = 8


def replay_sale(shop: Shop, seat: Seat, event: SaleMade, *, member: int | None) -> None:
    """Complete the sale with the products it brings along, in one commit.

    Raises:
        NotFound: no store has the code.
        AmountRefused, CostOutOfRange: no product can have such a price or cost.
        IdUsed: and everything `complete_sale` refuses; nothing was written.
    """
    with shop.storage.write() as work:
        settle_due_in(shop, work)
        refuse_unless_it_sells(work.book, event.store)
        if next(work.book.scan(SALES_BY_REF, event.sale), None) is not None:
            raise IdUsed(event.sale)
        lines = tuple(_line(shop, work, each) for each in event.lines)
        basket = Basket(
            id=basket_id_of(event.sale),
            lines=lines,
            member=member,
            order_discount=event.order_discount,
        )
        draft = SaleDraft(
            basket=basket,
            tenders=_tenders(event, lines),
            quoted=None,
            ref=event.sale,
            cash_checked=True,
        )
        at_store = Seat(
            seat.staff, seat.name, seat.role, store=event.store, till=seat.till, shift=seat.shift
        )
        complete_sale_in(shop, work, at_store, draft=draft, look_up=False)


def basket_id_of(ref: str) -> int:
    """A 63-bit id that the file's own id always gives; nothing in a replay is random."""
    return int.from_bytes(sha256(f"basket:{ref}".encode()).digest()[:_ID_BYTES]) >> 1


def _line(shop: Shop, work: UnitOfWork, line: LineRung) -> BasketLine:
    # A tiny quantity hides it from the bill, which looks at the whole line.
    if not 0 <= line.price <= LARGEST_AMOUNT:
        raise AmountRefused("price", line.price, LARGEST_AMOUNT)
    if not 0 <= line.cost <= LARGEST_AMOUNT:
        raise CostOutOfRange(cost=line.cost, largest=LARGEST_AMOUNT)
    product = next(work.book.scan(PRODUCTS_BY_SKU, line.sku), None)
    if product is None:
        product = _new_product(shop, work, line)
    return BasketLine(
        product=product.number,
        sku=line.sku,
        name=line.name,
        price=line.price,
        quantity=line.quantity,
        discount=line.discount,
        cost=line.cost,
        tax_rate=product.tax_rate,
        excluded=line.excluded,
        price_approved=line.price != product.price,
    )


def _new_product(shop: Shop, work: UnitOfWork, line: LineRung) -> Product:
    number = work.book.last_number(Product) + 1
    fact = ProductSaved(
        number=number,
        sku=line.sku,
        name=line.name,
        price=line.price,
        cost=line.cost,
        tax_rate=BasisPoints(0),
        excluded=line.excluded,
        unit="",
        category="",
        weighed=False,
        on_sale=True,
        codes=(),
    )
    record_fact(shop, work, fact, staff=0)
    return Product(number, line.sku, line.name, line.price, cost=line.cost, excluded=line.excluded)


def _tenders(event: SaleMade, lines: tuple[BasketLine, ...]) -> tuple[TenderGiven, ...]:
    """What was kept of each tender: change comes out of the cash that ends the bill.

    A file may name its tenders in any order; of cash that another tender follows only
    what was kept is noted, because the till gives change for a paid bill alone.
    """
    goods = price_basket(lines).goods
    if not 0 <= event.order_discount <= goods:
        raise AmountRefused("discount", event.order_discount, goods)
    total = Fen(goods - event.order_discount)
    if event.tenders is None:
        return (TenderGiven(CASH, total, total),)
    other = sum(each.amount for each in event.tenders if each.kind != CASH)
    cash_left = max(0, total - other)
    made = []
    owed: int = total
    for each in event.tenders:
        kept = min(each.amount, cash_left) if each.kind == CASH else each.amount
        owed -= kept
        given = each.amount
        if each.kind == CASH:
            cash_left -= kept
            given = given if owed == 0 else Fen(kept)
        made.append(TenderGiven(each.kind, Fen(kept), given))
    return tuple(made)
