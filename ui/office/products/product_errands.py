"""A line of the catalogue, and the errands that take more than one action.

The errands are for the worker.
"""

from pathlib import Path

from pos_app.actions.premises.named_file import read_named_file
from pos_app.actions.products.find_products import find_products
from pos_app.actions.products.receive_stock import receive_stock
from pos_app.actions.products.save_product import ProductAsk, save_product
from pos_app.domain.figures import money_text, quantity_text
from pos_app.domain.files.product_import import ImportPreview, preview_import
from pos_app.domain.found import ProductFound
from pos_app.domain.money import Milli
from pos_app.domain.seat import Seat
from pos_app.shop import Shop
from ui.office.widgets.office_model import OfficeRow


def find_page(
    shop: Shop, typed: str, *, behind: ProductFound | None, limit: int
) -> tuple[ProductFound, ...]:
    """Ask for what matches, former products too; `behind` is the last one shown."""
    after = behind.number if behind is not None else None
    return find_products(shop, typed, limit=limit, with_former=True, after=after)


def read_list(path: Path) -> ImportPreview:
    """Read a file of products; raises a fault when it cannot be opened."""
    return preview_import(read_named_file(path))


def save_and_stock(shop: Shop, seat: Seat, asked: tuple[ProductAsk, Milli, str]) -> int:
    """Save a product, and book goods in if some were typed."""
    ask, quantity, reason = asked
    number = save_product(shop, seat, ask=ask)
    if quantity:
        receive_stock(shop, seat, product=number, quantity=quantity, reason=reason)
    return number


def product_row(found: ProductFound) -> OfficeRow:
    """One line of the list; what is off sale is grey, what is owed to the shelf red."""
    stock = "cinnabar" if found.stock < 0 else "ink2"
    cells = (
        found.name,
        found.code,
        quantity_text(found.stock),
        money_text(found.price),
        "",
    )
    colours = ("" if found.on_sale else "ink3", "ink2", stock)
    return OfficeRow(cells, colours, key=str(found.number))
