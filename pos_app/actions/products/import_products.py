"""A previewed list of products is taken into the catalogue: all of it, or nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pos_app.actions.books.record_fact import record_fact, settle_due_in
from pos_app.actions.products.save_product import ProductAsk, ask_of, save_product_in
from pos_app.actions.staff.allowed import allowed
from pos_app.domain.catalogue import (
    PRODUCTS_BY_SKU,
    Barcode,
    stock_account,
    stock_of,
)
from pos_app.domain.codes.barcode import canonical_code
from pos_app.domain.files.import_row import ImportRow
from pos_app.domain.files.product_import import ImportPreview
from pos_app.domain.money import BasisPoints, Milli
from pos_app.domain.refusals.catalogue import CodeTaken
from pos_app.domain.seat import Seat
from pos_app.domain.staff import CATALOGUE
from pos_app.engine.book import Book
from pos_app.journal.facts import StockMoved
from pos_app.shop import Shop
from pos_app.storage.unit_of_work import UnitOfWork

_REASON = "import"


@dataclass(frozen=True, slots=True)
class Imported:
    """What a list brought."""

    added: int
    changed: int
    unchanged: int


def import_products(shop: Shop, seat: Seat, *, preview: ImportPreview) -> Imported:
    """Add the products of a preview, or change those that have one of their codes.

    What the file does not say stays as it is. A stock figure is booked as the difference
    to what is there.

    Raises:
        NotAllowed: neither the role nor an approval covers it.
        CodeTaken, SkuTaken: a row's codes belong to two products of the shop.
        NotFound, StoreHasLeft: a row names an owner that is no store, or is one no more.
            Nothing of the list was written.
    """
    allowed(seat, CATALOGUE)
    counts = {"added": 0, "changed": 0, "unchanged": 0}
    with shop.storage.write() as work:
        settle_due_in(shop, work)
        for row in preview.rows:
            counts[_take(shop, work, row, staff=seat.staff)] += 1
    return Imported(**counts)


def _take(shop: Shop, work: UnitOfWork, row: ImportRow, *, staff: int) -> str:
    known = _known(work.book, row)
    if known is None:
        ask = _new(row)
        number = save_product_in(shop, work, ask, staff=staff)
        _count_stock(shop, work, number, there=row.stock, staff=staff)
        return "added"
    before = ask_of(work.book, known)
    ask = _changed(before, row)
    if ask != before:
        save_product_in(shop, work, ask, staff=staff)
    moved = _count_stock(shop, work, known, there=row.stock, staff=staff)
    return "changed" if moved or ask != before else "unchanged"


def _known(book: Book, row: ImportRow) -> int | None:
    """The product that has one of the row's codes, or its sku."""
    found: dict[int, str] = {}
    for printed in row.codes:
        barcode = book.get(Barcode, canonical_code(printed))
        if barcode is not None and barcode.product:
            found.setdefault(barcode.product, printed)
    if row.sku:
        product = next(book.scan(PRODUCTS_BY_SKU, row.sku), None)
        if product is not None:
            found.setdefault(product.number, row.sku)
    if len(found) > 1:
        other = sorted(found)[1]
        raise CodeTaken(code=found[other], product=other, name=ask_of(book, other).name)
    return next(iter(found), None)


def _new(row: ImportRow) -> ProductAsk:
    return ProductAsk(
        name=row.name,
        price=row.price,
        codes=row.codes,
        sku=row.sku,
        cost=row.cost,
        tax_rate=row.tax_rate or BasisPoints(0),
        excluded=row.excluded,
        unit=row.unit,
        category=row.category,
        weighed=row.weighed,
        owner=row.owner,
    )


def _changed(before: ProductAsk, row: ImportRow) -> ProductAsk:
    """What the row says, and beside it what the shop knew already."""
    return replace(
        before,
        name=row.name,
        price=row.price,
        codes=tuple(_each_once((*before.codes, *row.codes))),
        sku=row.sku or before.sku,
        cost=row.cost or before.cost,
        tax_rate=before.tax_rate if row.tax_rate is None else row.tax_rate,
        excluded=row.excluded or before.excluded,
        unit=row.unit or before.unit,
        category=row.category or before.category,
        weighed=row.weighed or before.weighed,
        owner=row.owner or before.owner,
    )


def _each_once(codes: Iterable[str]) -> list[str]:
    kept = {canonical_code(printed): printed for printed in reversed(list(codes))}
    return list(reversed(kept.values()))


def _count_stock(
    shop: Shop, work: UnitOfWork, product: int, *, there: Milli | None, staff: int
) -> bool:
    """Book the difference between the file's figure and the shelf's, if any."""
    if there is None:
        return False
    more = there - stock_of(work.book.balance(stock_account(product)))
    if more:
        fact = StockMoved(product=product, quantity=Milli(more), reason=_REASON)
        record_fact(shop, work, fact, staff=staff)
    return bool(more)
