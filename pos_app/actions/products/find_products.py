"""Products by what a cashier types: name, pinyin initials, part of a code."""

from pos_app.domain.found import ProductFound
from pos_app.shop import Shop


def find_products(
    shop: Shop,
    text: str,
    *,
    limit: int = 50,
    with_former: bool = False,
    after: int | None = None,
) -> tuple[ProductFound, ...]:
    """Return what matches, the likeliest first; fast enough to be asked at each key.

    `with_former` adds what is off sale, for the office; `after` is the last number of the
    page before.
    """
    with shop.storage.read() as seen:
        return seen.find_products(text, limit=limit, with_former=with_former, after=after)
