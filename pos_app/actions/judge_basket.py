"""What a basket costs and earns at this moment, on any book; pure.

The quote before payment and the commit itself both ask here, and compare digests.
"""

import hashlib
from dataclasses import dataclass, replace

from pos_app.actions.post_sale import paid_with_rewards, sale_ask
from pos_app.domain.basket import Basket, BasketLine
from pos_app.domain.catalogue import Product
from pos_app.domain.member import Member, is_erased
from pos_app.domain.moment import Instant
from pos_app.domain.money import LARGEST_AMOUNT, LARGEST_QUANTITY, Fen
from pos_app.domain.pricing import PricedBasket, price_basket
from pos_app.domain.quote import TenderLimit
from pos_app.domain.refusals_sale import AmountRefused, QuantityRefused
from pos_app.domain.tender import REWARD_KINDS, TenderGiven
from pos_app.engine.book import Book
from pos_app.engine.enrol import enrol
from pos_app.engine.outcomes import Decision, SaleAsk
from pos_app.engine.wallet import limits
from pos_app.errors import NotFound


@dataclass(frozen=True, slots=True)
class Judged:
    """A basket with today's prices, its figures and what it would earn."""

    basket: Basket
    """Lines as the catalogue says now, except prices that a manager approved."""
    priced: PricedBasket
    paid: dict[str, Fen]
    """What reward tenders pay, by kind."""
    limits: tuple[TenderLimit, ...]
    """Of the reward tenders used."""
    ask: SaleAsk
    decisions: tuple[Decision, ...]

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
            [(each.program, each.version, each.reason, each.concession) for each in self.decisions],
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

    Raises:
        QuantityRefused: a quantity is not above zero, or too large.
        AmountRefused: a discount is more than its whole, or an amount too large.
        NotFound: the member's data were erased since.
    """
    if look_up:
        basket = replace(basket, lines=tuple(_of_today(book, line) for line in basket.lines))
    _check(basket)
    discount = basket.order_discount + basket.rounding
    paid = paid_with_rewards(tenders)
    priced = price_basket(basket.lines, discount=discount)
    _check_paid(paid, priced.total)
    if paid:
        # Reward tenders lower what a line earns, not what is to pay.
        priced = price_basket(basket.lines, discount=discount, paid=paid)
    member = book.get(Member, basket.member) if basket.member is not None else None
    if is_erased(member):
        # A bill that was held meanwhile; the customer may still buy without a card.
        raise NotFound(what="member", named=str(basket.member))
    ask = sale_ask(book, basket.lines, priced, member=member, store=store, at=at)
    may_pay = limits(book, member.number, total=priced.total, kinds=paid) if member else ()
    return Judged(basket, priced, paid, may_pay, ask, enrol(book, ask))


def _of_today(book: Book, line: BasketLine) -> BasketLine:
    product = book.get(Product, line.product)
    if product is None:
        return line
    price = line.price if line.price_approved else product.price
    now = (product.name, price, product.cost, product.tax_rate, product.excluded)
    if now == (line.name, line.price, line.cost, line.tax_rate, line.excluded):
        return line
    name, price, cost, tax_rate, excluded = now
    return replace(line, name=name, price=price, cost=cost, tax_rate=tax_rate, excluded=excluded)


def _check(basket: Basket) -> None:
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


def _check_paid(paid: dict[str, Fen], total: Fen) -> None:
    whole = Fen(sum(paid.values()))
    for kind in REWARD_KINDS:
        if paid.get(kind, 0) < 0:
            raise AmountRefused("tender", paid[kind], total)
    if whole > total:
        raise AmountRefused("tender", whole, total)
