"""In what the products of a bill are weighed."""

from collections.abc import Iterable

from pos_app.domain.catalogue import Product
from pos_app.shop import Shop


def weighed_units(shop: Shop, products: Iterable[int]) -> dict[int, str]:
    """Return the unit of each of these products that is sold by weight.

    The unit is as the product has it, and may be empty; what is sold by the piece is left
    out.
    """
    with shop.storage.read() as seen:
        found = [seen.book.get(Product, number) for number in products]
    return {each.number: each.unit for each in found if each is not None and each.weighed}
