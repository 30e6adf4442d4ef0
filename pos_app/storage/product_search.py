"""Products by part of a name, pinyin initials or part of a code, as one types."""

from sqlalchemy import Connection, Select, select

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

_PRODUCTS = TABLES[Product]
_INDEX = GramIndex("search_product")


def find_products(
    connection: Connection, book: SqlBook, typed: str, *, limit: int, with_former: bool = False
) -> tuple[ProductFound, ...]:
    """Return what matches: first where it begins a name or a code, then any part.

    An empty text returns the first products; `with_former` those off sale too.
    """
    numbers: dict[int, None] = {}
    for query in _queries(typed):
        if not with_former:
            query = query.where(_PRODUCTS.c.on_sale == 1)  # noqa: PLW2901 - narrowed
        numbers |= dict.fromkeys(connection.execute(query.limit(limit)).scalars().all())
        if len(numbers) >= limit:
            break
    found = (book.get(Product, number) for number in list(numbers)[:limit])
    return tuple(_shown(book, product) for product in found if product is not None)


def refresh_products(connection: Connection, book: SqlBook) -> None:
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
        others = tuple(dict.fromkeys(codes))
        _INDEX.put(connection, number, name=product.name, others=others)


def _queries(typed: str) -> list[Select[int]]:
    if not typed.strip():
        return [select(_PRODUCTS.c.number).order_by(_PRODUCTS.c.number)]
    beginning, anywhere = match_of(typed, beginning=True), match_of(typed)
    if beginning is None or anywhere is None:
        return []
    return [
        _INDEX.matching(match).join_from(
            _INDEX.grams, _PRODUCTS, _PRODUCTS.c.number == _INDEX.grams.c.rowid
        )
        for match in (beginning, anywhere)
    ]


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
