"""Products, their barcodes and how much of each is in stock."""

from dataclasses import dataclass
from typing import ClassVar

from pos_app.domain.money import BasisPoints, Fen, Milli
from pos_app.domain.record import Index, Record


@dataclass(frozen=True, slots=True)
class Product(Record):
    """What the shop sells now; a finished sale keeps its own copy of name and price."""

    TABLE: ClassVar[str] = "product"
    KEY: ClassVar[tuple[str, ...]] = ("number",)

    number: int
    sku: str
    """The shop's own code; the first barcode unless given."""
    name: str
    price: Fen
    cost: Fen = Fen(0)
    """Per piece; 0 means unknown."""
    tax_rate: BasisPoints = BasisPoints(0)
    excluded: bool = False
    """Tobacco, prepaid cards and the like: earns no rewards (rulebook 1.4)."""
    unit: str = ""
    category: str = ""
    weighed: bool = False
    """Sold by the kilogram; its quantity may be typed with decimals."""
    on_sale: bool = True
    owner: str = ""
    """The store whose goods these are; empty for the one that sells (rulebook 9.3)."""


PRODUCTS_BY_SKU = Index(Product, "by_sku", ("sku",))


@dataclass(frozen=True, slots=True)
class Barcode(Record):
    """One code of a product; a product may have several, a code has one product."""

    TABLE: ClassVar[str] = "barcode"
    KEY: ClassVar[tuple[str, ...]] = ("code",)

    code: str
    """Canonical: digits without the zeros that scanners add in front (`domain.codes.barcode`)."""
    printed: str
    """As it stands on the pack."""
    product: int


BARCODES_OF_PRODUCT = Index(Barcode, "of_product", ("product", "code"))


def stock_account(product: int) -> str:
    """The account of what is on the shelf; its balance is minus the stock."""
    return f"stock:{product}"


def goods_account(product: int) -> str:
    """The account of what came in and went out by sales and deliveries."""
    return f"goods:{product}"


def stock_of(balance: int) -> Milli:
    """Turn a stock account's balance (credits less debits) into the quantity there."""
    return Milli(-balance)
