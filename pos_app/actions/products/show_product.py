"""A product as the office shows and changes it."""

from dataclasses import dataclass

from pos_app.actions.products.save_product import ProductAsk, ask_of
from pos_app.domain.catalogue import stock_account, stock_of
from pos_app.domain.money import Milli
from pos_app.shop import Shop


@dataclass(frozen=True, slots=True)
class ProductShown:
    """A product with what lies on the shelf."""

    ask: ProductAsk
    """Everything that can be changed, ready to be saved again."""
    stock: Milli
    """Below zero when more was sold than came in."""


def show_product(shop: Shop, number: int) -> ProductShown:
    """Return a product and its stock.

    Raises:
        NotFound: no product has the number.
    """
    with shop.storage.read() as seen:
        ask = ask_of(seen.book, number)
        return ProductShown(ask, stock_of(seen.book.balance(stock_account(number))))
