"""How many products the shop has, those off sale among them."""

from pos_app.domain.catalogue import Product
from pos_app.shop import Shop


def count_products(shop: Shop) -> int:
    """Return how many there are; numbers are dense, and no product is ever deleted."""
    with shop.storage.read() as seen:
        return seen.book.last_number(Product)
