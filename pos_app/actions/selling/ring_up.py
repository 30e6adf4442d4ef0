"""A scan becomes a line on the bill, or something else that the till knows."""

from dataclasses import dataclass, replace

from pos_app.actions.premises.selling_store import refuse_unless_it_sells
from pos_app.domain.basket import Basket, BasketLine
from pos_app.domain.catalogue import Barcode, Product, stock_account, stock_of
from pos_app.domain.codes.scan import (
    MemberScan,
    PaymentScan,
    ProductScan,
    QuantityTyped,
    ReceiptScan,
    ScaleScan,
    Scan,
    Typed,
    read_scan,
)
from pos_app.domain.money import LARGEST_QUANTITY, ONE, Fen, Milli
from pos_app.domain.refusals.sale import NotOnSale, QuantityRefused, UnknownCode
from pos_app.engine.book import Book
from pos_app.shop import Shop


@dataclass(frozen=True, slots=True)
class RungUp:
    """The basket after a scan, and what the scan was."""

    basket: Basket
    scan: Scan
    line: int | None = None
    """Index of the line that was added or grew; None when the scan was something else."""
    stock: Milli | None = None
    """What is on the shelf of that product, before this bill."""
    unweighed: Product | None = None
    """A product sold by weight whose weight nobody has told; nothing was added."""


def ring_up(shop: Shop, basket: Basket, text: str) -> RungUp:
    """Read a scan and put its product on the bill; other scans come back as they are.

    A product already on the bill, at the same price and without a discount, grows its
    line. `3*` alone comes back for the next scan, `*3` sets the last line. What is sold by
    weight comes back `unweighed` unless a weight was typed or printed.

    Raises:
        UnknownCode, NotOnSale, StoreHasLeft, QuantityRefused: and those of `read_scan`; the
            basket is unchanged.
    """
    scan = read_scan(text)
    with shop.storage.read() as view:
        return _rung_up(view.book, basket, scan)


def ring_up_product(
    shop: Shop, basket: Basket, product: int, *, quantity: Milli | None = None
) -> RungUp:
    """Put a product chosen from a list on the bill, by default one piece.

    What is sold by weight comes back `unweighed` when no quantity is given.

    Raises:
        UnknownCode, NotOnSale, StoreHasLeft, QuantityRefused: the basket is unchanged.
    """
    with shop.storage.read() as view:
        found = view.book.get(Product, product)
        if found is None:
            raise UnknownCode(str(product))
        return _with_product(view.book, basket, found, quantity=quantity, scan=Typed(found.name))


def _rung_up(book: Book, basket: Basket, scan: Scan) -> RungUp:
    match scan:
        case MemberScan() | ReceiptScan() | PaymentScan() | Typed():
            return RungUp(basket, scan)
        case QuantityTyped():
            return _quantity(book, basket, scan)
        case ScaleScan():
            return _weighed(book, basket, scan)
        case ProductScan():
            product = _product_of(book, scan.candidates, raw=scan.raw)
            return _with_product(book, basket, product, quantity=None, scan=scan)


def _quantity(book: Book, basket: Basket, scan: QuantityTyped) -> RungUp:
    """`*3` sets the last line's quantity, `3*690…` rings up three; `3*` alone waits."""
    inner = scan.then
    if isinstance(inner, ProductScan):
        product = _product_of(book, inner.candidates, raw=inner.raw)
        return _with_product(book, basket, product, quantity=scan.quantity, scan=scan)
    if not scan.of_line or not basket.lines:
        return RungUp(basket, scan)
    last = len(basket.lines) - 1
    line = basket.lines[last]
    line = line.changed(quantity=_allowed(scan.quantity), price=line.price)
    return RungUp(basket.with_line(last, line), scan, line=last)


def _weighed(book: Book, basket: Basket, scan: ScaleScan) -> RungUp:
    """A label of the shop's scale: weight as printed, or worked out from the money."""
    code = next((each for each in scan.codes if book.get(Barcode, each) is not None), None)
    if code is None:
        product = _product_of(book, scan.candidates, raw=scan.raw)
        return _with_product(book, basket, product, quantity=None, scan=scan)
    product = _product_of(book, (code,), raw=scan.raw)
    if scan.weight is not None:
        return _with_product(book, basket, product, quantity=scan.weight, scan=scan, grow=False)
    return _labelled(book, basket, product, money=scan.money or Fen(0), scan=scan)


def _labelled(book: Book, basket: Basket, product: Product, *, money: Fen, scan: Scan) -> RungUp:
    """Charge the label: the least weight that costs as much, less the odd fen."""
    weight = Milli(-(-money * 1000 // product.price)) if product.price else ONE
    rung = _with_product(book, basket, product, quantity=weight, scan=scan, grow=False)
    last = len(rung.basket.lines) - 1
    line = rung.basket.lines[last]
    over = Fen(line.gross - money)
    if over <= 0:
        return rung
    lines = (*rung.basket.lines[:last], replace(line, discount=over))
    return replace(rung, basket=replace(rung.basket, lines=lines))


def _product_of(book: Book, codes: tuple[str, ...], *, raw: str) -> Product:
    for code in codes:
        barcode = book.get(Barcode, code)
        if barcode is None or barcode.product == 0:
            continue
        product = book.get(Product, barcode.product)
        if product is None:
            continue
        if not product.on_sale:
            raise NotOnSale(product.name)
        return product
    raise UnknownCode(raw)


def _with_product(
    book: Book,
    basket: Basket,
    product: Product,
    *,
    quantity: Milli | None,
    scan: Scan,
    grow: bool = True,
) -> RungUp:
    if quantity is None and product.weighed:
        return RungUp(basket, scan, unweighed=product)
    quantity = ONE if quantity is None else quantity
    if product.owner:
        refuse_unless_it_sells(book, product.owner)
    stock = stock_of(book.balance(stock_account(product.number)))
    for index, line in enumerate(basket.lines):
        same = line.product == product.number and line.price == product.price
        if grow and same and not line.discount and not line.price_approved:
            more = replace(line, quantity=_allowed(Milli(line.quantity + quantity)))
            rest = (*basket.lines[:index], *basket.lines[index + 1 :])
            return RungUp(replace(basket, lines=(*rest, more)), scan, len(rest), stock)
    line = BasketLine(
        product=product.number,
        sku=product.sku,
        name=product.name,
        price=product.price,
        quantity=_allowed(quantity),
        cost=product.cost,
        tax_rate=product.tax_rate,
        excluded=product.excluded,
        owner=product.owner,
    )
    return RungUp(replace(basket, lines=(*basket.lines, line)), scan, len(basket.lines), stock)


def _allowed(quantity: Milli) -> Milli:
    if not 0 < quantity <= LARGEST_QUANTITY:
        raise QuantityRefused(quantity)
    return quantity
