"""A scan becomes a line on the bill, or something else that the till knows."""

from dataclasses import dataclass, replace

from pos_app.actions.premises.selling_store import refuse_unless_it_sells
from pos_app.domain.basket import Basket, BasketLine
from pos_app.domain.catalogue import (
    PRODUCTS_BY_SKU,
    Barcode,
    Product,
    stock_account,
    stock_of,
)
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
from pos_app.domain.money import LARGEST_QUANTITY, ONE, Fen, Milli, half_up, price_of
from pos_app.domain.refusals.sale import NotOnSale, PartOfPack, QuantityRefused, UnknownCode
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


def ring_up(shop: Shop, basket: Basket, text: str, *, label: str | None = None) -> RungUp:
    """Read a scan and put its product on the bill; other scans come back as they are.

    A product is found by its barcodes, then by the shop's own code. One already on the
    bill, at the same price and without a discount, grows its line. `3*` alone comes back
    for the next scan, `*3` sets the last line. What is sold by weight comes back
    `unweighed` unless a weight was typed or printed. `label` is what the scale prints, if
    not what the shop's settings say.

    Raises:
        UnknownCode, NotOnSale, StoreHasLeft, QuantityRefused, PartOfPack: and those
            of `read_scan`; the basket is unchanged.
    """
    scan = read_scan(text, label=label or shop.settings.scale_label)
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
    if isinstance(inner, ScaleScan):
        return replace(_weighed(book, basket, inner, packs=scan.quantity), scan=scan)
    if not scan.of_line or not basket.lines:
        return RungUp(basket, scan)
    last = len(basket.lines) - 1
    line = basket.lines[last]
    line = line.changed(quantity=_allowed(scan.quantity), price=line.price)
    return RungUp(basket.with_line(last, line), scan, line=last)


def _weighed(book: Book, basket: Basket, scan: ScaleScan, *, packs: Milli | None = None) -> RungUp:
    """A label of the shop's scale: weight as printed, or worked out from the money.

    `packs` is how many such packs there are, when it was typed before the label.
    """
    product = _on_sale(_with_code(book, scan.codes) or _weighed_with_sku(book, scan.codes))
    if product is None:
        product = _product_of(book, scan.candidates, raw=scan.raw)
        return _with_product(book, basket, product, quantity=packs, scan=scan)
    count, rest = divmod(ONE if packs is None else packs, ONE)
    if rest:
        raise PartOfPack(Milli(packs or 0))
    if scan.weight is not None:
        weight = Milli(scan.weight * count)
        return _with_product(book, basket, product, quantity=weight, scan=scan, grow=False)
    money = Fen((scan.money or 0) * count)
    return _labelled(book, basket, product, money=money, scan=scan)


def _labelled(book: Book, basket: Basket, product: Product, *, money: Fen, scan: Scan) -> RungUp:
    """Charge the label: a weight that costs as much, or the next one less the odd fen."""
    weight = _weight_for(money, product.price) if product.price else ONE
    rung = _with_product(book, basket, product, quantity=weight, scan=scan, grow=False)
    last = len(rung.basket.lines) - 1
    line = rung.basket.lines[last]
    over = Fen(line.gross - money)
    if over <= 0:
        return rung
    lines = (*rung.basket.lines[:last], replace(line, discount=over))
    return replace(rung, basket=replace(rung.basket, lines=lines))


def _weight_for(money: Fen, price: Fen) -> Milli:
    """The weight that comes nearest to a sum, from above where none meets it."""
    nearest = Milli(half_up(money * ONE, price))
    return nearest if price_of(price, nearest) >= money else Milli(nearest + 1)


def _product_of(book: Book, codes: tuple[str, ...], *, raw: str) -> Product:
    product = _on_sale(_with_code(book, codes) or _with_sku(book, codes))
    if product is None:
        raise UnknownCode(raw)
    return product


def _on_sale(product: Product | None) -> Product | None:
    if product is not None and not product.on_sale:
        raise NotOnSale(product.name)
    return product


def _with_code(book: Book, codes: tuple[str, ...]) -> Product | None:
    barcodes = (book.get(Barcode, code) for code in codes)
    found = (book.get(Product, each.product) for each in barcodes if each and each.product)
    return next((product for product in found if product is not None), None)


def _with_sku(book: Book, codes: tuple[str, ...]) -> Product | None:
    return next((each for code in codes for each in book.scan(PRODUCTS_BY_SKU, code)), None)


def _weighed_with_sku(book: Book, codes: tuple[str, ...]) -> Product | None:
    """Goods by the piece may have any number as their own; no scale prints it."""
    product = _with_sku(book, codes)
    return product if product is not None and product.weighed else None


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
