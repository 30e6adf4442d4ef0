"""The form of a product: its places below a notice, its key from anywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt

from pos_app.actions.products.count_products import count_products
from pos_app.actions.products.show_product import show_product
from pos_app.actions.stores.add_store import add_store
from pos_app.domain.files.product_import import preview_import
from pos_app.shop import Shop
from tests.ui.office.conftest import OWNER_SEAT, MakeOffice
from tests.ui.office.office_hands import page_of
from ui.office.products.products_page import ProductsPage


def test_no_field_lies_over_the_button_below_a_notice(office: MakeOffice) -> None:
    """After "Saved" the form is lower; goods in are typed there, and then saved."""
    hands = office("products")
    page = page_of(hands, ProductsPage)
    hands.press(Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_F10)
    form = page.form

    assert hands.screen.notice.isVisible()
    assert form.quantity.field.geometry().bottom() + form.quantity.y() < form.sentence.y()
    assert form.sentence.geometry().bottom() < form.main.y()


def test_f10_saves_also_from_the_search(office: MakeOffice) -> None:
    """A lit button names a key; that key works wherever the focus went."""
    hands = office("products")
    page = page_of(hands, ProductsPage)
    hands.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    hands.type("Tea of the house")
    page.search.edit.setFocus()
    hands.press(Qt.Key.Key_F10)

    assert hands.screen.notice.text.startswith("Saved: Tea of the house")


def test_whose_goods_they_are_is_asked_where_several_stores_share(
    office: MakeOffice, shop: Shop
) -> None:
    """A shop of one owner is never asked; in another the code is typed and kept (9.3)."""
    alone = page_of(office("products"), ProductsPage).form.owner.isVisible()
    add_store(shop, OWNER_SEAT, code="S2", name="Cakes")
    hands = office("products")
    page = page_of(hands, ProductsPage)
    hands.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    number = page.form.number
    page.form.owner.field.edit.setFocus()
    hands.type("S2")
    hands.press(Qt.Key.Key_F10)

    assert (alone, page.form.owner.isVisible()) == (False, True)
    assert show_product(shop, number).ask.owner == "S2"


def test_all_products_are_saved_by_a_key(office: MakeOffice, shop: Shop) -> None:
    """What was saved is named, so that it is found again; the import reads it back."""
    hands = office("products")
    hands.press(Qt.Key.Key_F7)
    (saved,) = (shop.folder / "reports").glob("products-*.csv")

    assert saved.name in hands.screen.notice.text
    assert len(preview_import(saved.read_bytes()).rows) == count_products(shop)
