"""A list of products becomes the catalogue, whole or not at all: import_products."""

from __future__ import annotations

import pytest

from pos_app.actions.products.find_products import find_products
from pos_app.actions.products.import_products import Imported, import_products
from pos_app.actions.products.show_product import show_product
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.domain.files.product_import import preview_import
from pos_app.domain.refusals.catalogue import CodeTaken
from pos_app.errors import NotAllowed
from pos_app.journal.entry import Entry
from pos_app.shop import Shop
from tests import make

LIST = (
    "名称,条码,售价,进价,税率,单位,分类,库存\n"
    "可口可乐 500ml,6954767412573,3.00,2.50,13%,瓶,饮料,24\n"
    "农夫山泉 550ml,6921168509256,2.00,,,瓶,饮料,\n"
)


def entries(shop: Shop) -> int:
    """How many facts the journal holds."""
    with shop.storage.read() as seen:
        return seen.book.last_number(Entry)


def test_a_list_is_taken_whole(shop: Shop) -> None:
    """An owner who changes tills brings hundreds of products along."""
    done = import_products(shop, make.OWNER_SEAT, preview=preview_import(LIST.encode()))

    cola, water = show_product(shop, 1), show_product(shop, 2)
    assert done == Imported(added=2, changed=0, unchanged=0)
    assert (cola.ask.name, cola.ask.price, cola.ask.cost, cola.stock) == (
        "可口可乐 500ml",
        300,
        250,
        24_000,
    )
    assert (cola.ask.tax_rate, water.ask.tax_rate, water.stock) == (1300, 0, 0)
    assert verify_books(shop.storage) == []


def test_the_same_list_again_changes_nothing(shop: Shop) -> None:
    """Importing twice must not double a shelf or fill the journal."""
    preview = preview_import(LIST.encode())
    import_products(shop, make.OWNER_SEAT, preview=preview)
    before = entries(shop)

    done = import_products(shop, make.OWNER_SEAT, preview=preview)

    assert done == Imported(added=0, changed=0, unchanged=2)
    assert show_product(shop, 1).stock == 24_000
    assert entries(shop) == before


def test_what_the_list_does_not_say_stays(shop: Shop) -> None:
    """A list of new prices must not take costs, codes and taxes away."""
    import_products(shop, make.OWNER_SEAT, preview=preview_import(LIST.encode()))
    prices = "名称,条码,售价\n可口可乐 500ml,06954767412573,3.50\n"

    done = import_products(shop, make.OWNER_SEAT, preview=preview_import(prices.encode()))

    ask = show_product(shop, 1).ask
    assert done == Imported(added=0, changed=1, unchanged=0)
    assert (ask.price, ask.cost, ask.tax_rate, ask.unit) == (350, 250, 1300, "瓶")
    assert ask.codes == ("6954767412573",)


def test_a_row_with_the_codes_of_two_products_refuses_the_list(shop: Shop) -> None:
    """Half a list imported is worse than none: nobody knows which half."""
    import_products(shop, make.OWNER_SEAT, preview=preview_import(LIST.encode()))
    both = "名称,条码,售价\n新品,6902827110013,9.00\n合装,6954767412573;6921168509256,5.00\n"

    with pytest.raises(CodeTaken) as refused:
        import_products(shop, make.OWNER_SEAT, preview=preview_import(both.encode()))

    assert (refused.value.product, refused.value.name) == (2, "农夫山泉 550ml")
    assert [found.name for found in find_products(shop, "新品")] == []


def test_a_cashier_imports_nothing(shop: Shop) -> None:
    """A list changes every price at once."""
    with pytest.raises(NotAllowed):
        import_products(shop, make.CASHIER_SEAT, preview=preview_import(LIST.encode()))
