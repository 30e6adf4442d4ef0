"""What a basket costs and earns at this moment, on any book; pure.

The quote before payment and the commit itself both ask here, and compare digests.
"""

import hashlib
from dataclasses import dataclass, replace

from pos_app.actions.books.judge_sale import JudgedSale, judge_bill, paid_with_rewards
from pos_app.domain.basket import Basket, BasketLine
from pos_app.domain.catalogue import Product
from pos_app.domain.member import Member, is_erased
from pos_app.domain.moment import Instant
from pos_app.domain.money import LARGEST_AMOUNT, LARGEST_QUANTITY, Fen
from pos_app.domain.pricing import PricedBasket, priced_together
from pos_app.domain.refusals.sale import AmountRefused, QuantityRefused
from pos_app.domain.tender import REWARD_KINDS, TenderGiven
from pos_app.engine.book import Book
from pos_app.errors import NotFound


@dataclass(frozen=True, slots=True)
class Judged:
    """A basket with today's prices, its figures and what it would earn."""

    basket: Basket
    """Lines as the catalogue says now, except prices that a manager approved."""
    sales: tuple[JudgedSale, ...]
    """Its figures and what it would earn, paid so: one for each store whose goods it has."""
    priced: PricedBasket
    """The figures of all its lines."""
    paid: dict[str, Fen]
    """What reward tenders pay, by kind."""

    @property
    def digest(self) -> bytes:
        """Over prices, discounts, tax, reward tenders used, and enrolments.

        A limit that grew because something fell due meanwhile changes nothing that was
        agreed; one that fell below what is used is refused by `check_tenders`.
        """
        shown = (
            self.basket.lines,
            self.basket.member,
            self.priced,
            sorted(self.paid.items()),
            [
                (each.program, each.version, each.reason, each.concession)
                for sale in self.sales
                for each in sale.decisions
            ],
        )
        return hashlib.sha256(repr(shown).encode()).digest()


def judge_basket(
    book: Book,
    basket: Basket,
    *,
    tenders: tuple[TenderGiven, ...],
    store: str,
    at: Instant,
    look_up: bool = True,
) -> Judged:
    """Price a basket with the records of now, or with its own copies unless looked up.

    The bill of a member who was merged since is the bill of the one who stays (1.10).

    Raises:
        QuantityRefused: a quantity is not above zero, or too large.
        AmountRefused: a discount is more than its whole, or an amount too large.
        NotFound: the member's data were erased since.
    """
    paid = paid_with_rewards(tenders)
    if look_up:
        book.read_ahead(Product, [(line.product,) for line in basket.lines])
        basket = replace(basket, lines=tuple(_of_today(book, line) for line in basket.lines))
    _check_paid(paid, _check(basket))
    member = None if basket.member is None else book.get(Member, basket.member)
    if member is not None and is_erased(member):
        # A bill that was held meanwhile; the customer may still buy without a card.
        raise NotFound(what="member", named=str(member.number))
    if member is not None and member.merged_into:
        basket = replace(basket, member=member.merged_into)
    sales = judge_bill(
        book,
        basket.lines,
        tenders,
        discounts=(basket.order_discount, basket.rounding),
        member=basket.member,
        store=store,
        at=at,
    )
    priced = priced_together([(each.part.places, each.priced) for each in sales])
    return Judged(basket, sales, priced, paid)


def _of_today(book: Book, line: BasketLine) -> BasketLine:
    product = book.get(Product, line.product)
    if product is None:
        return line
    price = line.price if line.price_approved else product.price
    now = (product.name, price, product.cost, product.tax_rate, product.excluded, product.owner)
    if now == (line.name, line.price, line.cost, line.tax_rate, line.excluded, line.owner):
        return line
    return replace(
        line,
        name=product.name,
        price=price,
        cost=product.cost,
        tax_rate=product.tax_rate,
        excluded=product.excluded,
        owner=product.owner,
    )


def _check(basket: Basket) -> Fen:
    """Refuse what no bill can hold; return what is to pay."""
    goods = 0
    for line in basket.lines:
        if not 0 < line.quantity <= LARGEST_QUANTITY:
            raise QuantityRefused(line.quantity)
        if not 0 <= line.gross <= LARGEST_AMOUNT:
            raise AmountRefused("price", line.gross, LARGEST_AMOUNT)
        if not 0 <= line.discount <= line.gross:
            raise AmountRefused("discount", line.discount, line.gross)
        goods += line.gross - line.discount
    discount = Fen(basket.order_discount + basket.rounding)
    if min(basket.order_discount, basket.rounding) < 0 or discount > goods:
        raise AmountRefused("discount", discount, Fen(goods))
    return Fen(goods - discount)


def _check_paid(paid: dict[str, Fen], total: Fen) -> None:
    whole = Fen(sum(paid.values()))
    for kind in REWARD_KINDS:
        if paid.get(kind, 0) < 0:
            raise AmountRefused("tender", paid[kind], total)
    if whole > total:
        raise AmountRefused("tender", whole, total)
