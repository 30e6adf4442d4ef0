"""Products are added and changed, in the office or after an unknown code."""

from dataclasses import dataclass

from pos_app.actions.books.record_fact import record_fact, settle_due_in
from pos_app.actions.premises.selling_store import refuse_unless_it_sells, store_as_typed
from pos_app.actions.staff.allowed import allowed
from pos_app.domain.catalogue import BARCODES_OF_PRODUCT, PRODUCTS_BY_SKU, Barcode, Product
from pos_app.domain.codes.barcode import canonical_code
from pos_app.domain.money import LARGEST_AMOUNT, WHOLE_BP, BasisPoints, Fen
from pos_app.domain.names import clean_name
from pos_app.domain.refusals.catalogue import (
    CodeTaken,
    CostOutOfRange,
    PriceOutOfRange,
    SkuTaken,
    TaxRateOutOfRange,
)
from pos_app.domain.seat import Seat
from pos_app.domain.staff import CATALOGUE
from pos_app.engine.book import Book
from pos_app.errors import NotFound
from pos_app.journal.facts import CodePrinted, ProductSaved
from pos_app.shop import Shop
from pos_app.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class ProductAsk:
    """A product as typed or imported; `number` 0 adds one."""

    name: str
    price: Fen
    codes: tuple[str, ...] = ()
    """As printed on the pack."""
    sku: str = ""
    """The shop's own code; empty: the first barcode, else `P` and the number."""
    cost: Fen = Fen(0)
    tax_rate: BasisPoints = BasisPoints(0)
    excluded: bool = False
    unit: str = ""
    category: str = ""
    weighed: bool = False
    on_sale: bool = True
    owner: str = ""
    """The store whose goods these are; empty for the one that sells (rulebook 9.3)."""
    number: int = 0


def save_product(shop: Shop, seat: Seat, *, ask: ProductAsk) -> int:
    """Add or change a product and return its number; finished sales stay as they are.

    Raises:
        NotAllowed: neither the role nor an approval covers it.
        NotFound: no product has the number, or no store the owner's code.
        StoreHasLeft: the owner is a store that left.
        NameUnusable, CodeUnusable: as named.
        PriceOutOfRange, CostOutOfRange, TaxRateOutOfRange: as named.
        CodeTaken, SkuTaken: a code names one product only; the refusal names which.
    """
    allowed(seat, CATALOGUE)
    with shop.storage.write() as work:
        if ask.number and work.book.get(Product, ask.number) is None:
            raise NotFound(what="product", named=str(ask.number))
        settle_due_in(shop, work)
        return save_product_in(shop, work, ask, staff=seat.staff)


def save_product_in(shop: Shop, work: UnitOfWork, ask: ProductAsk, *, staff: int) -> int:
    """Check and journal a product within a unit of work; raises as `save_product`."""
    codes = _codes_of(ask)
    _refuse_figures(ask)
    number = ask.number or work.book.last_number(Product) + 1
    name = clean_name(ask.name, of="product")
    sku = clean_name(ask.sku, of="sku", may_be_empty=True)
    sku = sku or (codes[0].code if codes else f"P{number}")
    _refuse_taken(work.book, codes, sku=sku, number=number)
    owner = _owner_of(work.book, ask)
    fact = ProductSaved(
        number=number,
        sku=sku,
        name=name,
        price=ask.price,
        cost=ask.cost,
        tax_rate=ask.tax_rate,
        excluded=ask.excluded,
        unit=clean_name(ask.unit, of="unit", may_be_empty=True),
        category=clean_name(ask.category, of="category", may_be_empty=True),
        weighed=ask.weighed,
        on_sale=ask.on_sale,
        codes=codes,
        owner=owner,
    )
    record_fact(shop, work, fact, staff=staff)
    return number


def ask_of(book: Book, number: int) -> ProductAsk:
    """Return a product as it can be changed and saved again.

    Raises:
        NotFound: no product has the number.
    """
    product = book.get(Product, number)
    if product is None:
        raise NotFound(what="product", named=str(number))
    return ProductAsk(
        name=product.name,
        price=product.price,
        codes=tuple(each.printed for each in book.scan(BARCODES_OF_PRODUCT, number)),
        sku=product.sku,
        cost=product.cost,
        tax_rate=product.tax_rate,
        excluded=product.excluded,
        unit=product.unit,
        category=product.category,
        weighed=product.weighed,
        on_sale=product.on_sale,
        owner=product.owner,
        number=number,
    )


def _codes_of(ask: ProductAsk) -> tuple[CodePrinted, ...]:
    """Each code once, under its canonical form, in the order typed."""
    kept: dict[str, CodePrinted] = {}
    for printed in ask.codes:
        code = canonical_code(printed)
        kept.setdefault(code, CodePrinted(code, printed.strip()))
    return tuple(kept.values())


def _owner_of(book: Book, ask: ProductAsk) -> str:
    """The code of the owner's store; one that the product has already may have left."""
    owner = store_as_typed(book, ask.owner.strip())
    known = book.get(Product, ask.number)
    if owner and (known is None or known.owner != owner):
        refuse_unless_it_sells(book, owner)
    return owner


def _refuse_figures(ask: ProductAsk) -> None:
    if not 0 < ask.price <= LARGEST_AMOUNT:
        raise PriceOutOfRange(price=ask.price, largest=LARGEST_AMOUNT)
    if not 0 <= ask.cost <= LARGEST_AMOUNT:
        raise CostOutOfRange(cost=ask.cost, largest=LARGEST_AMOUNT)
    if not 0 <= ask.tax_rate <= WHOLE_BP:
        raise TaxRateOutOfRange(rate=ask.tax_rate)


def _refuse_taken(book: Book, codes: tuple[CodePrinted, ...], *, sku: str, number: int) -> None:
    for each in codes:
        known = book.get(Barcode, each.code)
        # 0: the code was taken off its product and names nothing any more.
        if known is not None and known.product not in {0, number}:
            raise CodeTaken(
                code=each.printed, product=known.product, name=_name_of(book, known.product)
            )
    other = next(book.scan(PRODUCTS_BY_SKU, sku), None)
    if other is not None and other.number != number:
        raise SkuTaken(sku=sku, product=other.number, name=other.name)


def _name_of(book: Book, number: int) -> str:
    product = book.get(Product, number)
    return product.name if product is not None else ""
