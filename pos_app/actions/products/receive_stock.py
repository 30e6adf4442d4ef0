"""Goods come in, or are written off, outside any sale."""

from pos_app.actions.books.record_fact import record_fact, settle_due_in
from pos_app.actions.staff.allowed import allowed
from pos_app.domain.catalogue import Product
from pos_app.domain.money import LARGEST_QUANTITY, Milli
from pos_app.domain.names import clean_name
from pos_app.domain.refusals.catalogue import StockQuantityOutOfRange
from pos_app.domain.seat import Seat
from pos_app.domain.staff import CATALOGUE
from pos_app.errors import NotFound
from pos_app.journal.facts import StockMoved
from pos_app.shop import Shop


def receive_stock(shop: Shop, seat: Seat, *, product: int, quantity: Milli, reason: str) -> None:
    """Book goods in (above zero) or off (below zero); stock changes by movements only.

    Raises:
        NotAllowed: neither the role nor an approval covers it.
        NotFound: no product has the number.
        StockQuantityOutOfRange: zero, or absurd.
        NameUnusable: the reason is too long or holds signs that cannot be shown.
    """
    allowed(seat, CATALOGUE)
    if quantity == 0 or abs(quantity) > LARGEST_QUANTITY:
        raise StockQuantityOutOfRange(quantity=quantity, largest=LARGEST_QUANTITY)
    told = clean_name(reason, of="reason", may_be_empty=True)
    with shop.storage.write() as work:
        if work.book.get(Product, product) is None:
            raise NotFound(what="product", named=str(product))
        settle_due_in(shop, work)
        fact = StockMoved(product=product, quantity=quantity, reason=told)
        record_fact(shop, work, fact, staff=seat.staff)
