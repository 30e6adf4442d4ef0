"""Products by part of a name, pinyin initials or part of a code, as one types."""

from typing import Any

from sqlalchemy import bindparam, select

from pos_app.domain.catalogue import (
    BARCODES_OF_PRODUCT,
    Barcode,
    Product,
    stock_account,
    stock_of,
)
from pos_app.domain.found import ProductFound
from pos_app.storage.gram_index import GramIndex
from pos_app.storage.reward_book import SqlBook
from pos_app.storage.schema import TABLES
from pos_app.storage.search_grams import match_of
from pos_app.storage.statements import compiled

_PRODUCTS = TABLES[Product]
_INDEX = GramIndex("search_product")
_MATCHING = (
    _INDEX.matching()
    .join_from(_INDEX.grams, _PRODUCTS, _PRODUCTS.c.number == _INDEX.grams.c.rowid)
    .where(_PRODUCTS.c.on_sale >= bindparam("least"))
    .limit(bindparam("most"))
)
_FIRST = (
    select(_PRODUCTS.c.number)
    .where(_PRODUCTS.c.on_sale >= bindparam("least"), _PRODUCTS.c.number > bindparam("last"))
    .order_by(_PRODUCTS.c.number)
    .limit(bindparam("most"))
)
_FURTHER = _MATCHING.where(_INDEX.grams.c.rowid > bindparam("last")).order_by(_INDEX.grams.c.rowid)
_MATCHING_TEXT = compiled(_MATCHING)
_FURTHER_TEXT = compiled(_FURTHER)
_FIRST_TEXT = compiled(_FIRST)


def find_products(
    driver: Any,
    book: SqlBook,
    typed: str,
    *,
    limit: int,
    with_former: bool = False,
    after: int | None = None,
) -> tuple[ProductFound, ...]:
    """Return what matches: first where it begins a name or a code, then any part.

    An empty text returns the first products; `with_former` those off sale too. `after`
    is the last number of the page before.
    """
    least = 0 if with_former else 1
    numbers: dict[int, None] = {}
    asked = (match_of(typed, beginning=True), match_of(typed))
    questions = [each for each in asked if each is not None]
    if not typed.strip():
        rows = driver.execute(_FIRST_TEXT, (least, after or 0, limit, 0))
        numbers = dict.fromkeys(number for (number,) in rows)
    elif after is None:
        for match in questions:
            if len(numbers) < limit:
                rows = driver.execute(_MATCHING_TEXT, (match, least, limit, 0))
                numbers |= dict.fromkeys(number for (number,) in rows)
    elif questions:
        for match, last in _INDEX.further(driver, questions, after=after):
            if len(numbers) < limit:
                rows = driver.execute(_FURTHER_TEXT, (match, least, last, limit, 0))
                numbers |= dict.fromkeys(number for (number,) in rows)
    found = (book.get(Product, number) for number in list(numbers)[:limit])
    return tuple(_shown(book, product) for product in found if product is not None)


def refresh_products(driver: Any, book: SqlBook) -> None:
    """Keep the search current with what this unit of work has changed."""
    numbers = {product.number for product in book.changed(Product)}
    for before, after in book.changes(Barcode):
        numbers |= {after.product} | ({before.product} if before else set())
    for number in sorted(numbers):
        product = book.get(Product, number)
        if product is None:
            continue
        codes = [product.sku]
        for barcode in book.scan(BARCODES_OF_PRODUCT, number):
            codes += [barcode.code, barcode.printed]
        _INDEX.put(driver, number, name=product.name, others=tuple(dict.fromkeys(codes)))


def _shown(book: SqlBook, product: Product) -> ProductFound:
    return ProductFound(
        number=product.number,
        code=product.sku,
        name=product.name,
        price=product.price,
        unit=product.unit,
        weighed=product.weighed,
        on_sale=product.on_sale,
        stock=stock_of(book.balance(stock_account(product.number))),
    )
