"""The catalogue: save_product, show_product, find_products, receive_stock."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from pos_app.actions.products.find_products import find_products
from pos_app.actions.products.receive_stock import receive_stock
from pos_app.actions.products.save_product import ProductAsk, save_product
from pos_app.actions.products.show_product import show_product
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.selling.ring_up import ring_up
from pos_app.domain.basket import Basket
from pos_app.domain.codes.barcode import CodeUnusable
from pos_app.domain.money import LARGEST_AMOUNT, BasisPoints, Fen, Milli
from pos_app.domain.refusals.catalogue import (
    CodeTaken,
    CostOutOfRange,
    NameUnusable,
    PriceOutOfRange,
    SkuTaken,
    StockQuantityOutOfRange,
    TaxRateOutOfRange,
)
from pos_app.domain.refusals.sale import UnknownCode
from pos_app.errors import NotAllowed, NotFound
from pos_app.journal.entry import ENTRIES_OF_KIND
from pos_app.shop import Shop
from tests import make

COLA = ProductAsk(
    "可口可乐 500ml",
    Fen(300),
    codes=("6954767412573",),
    cost=Fen(250),
    tax_rate=BasisPoints(1300),
    unit="瓶",
    category="饮料",
)


def test_a_product_is_saved_whole_and_read_back(shop: Shop) -> None:
    """What the office typed is what the office sees again."""
    number = save_product(shop, make.OWNER_SEAT, ask=COLA)

    shown = show_product(shop, number)

    assert number == 1
    assert shown.stock == 0
    assert shown.ask == ProductAsk(
        "可口可乐 500ml",
        Fen(300),
        codes=("6954767412573",),
        sku="6954767412573",
        cost=Fen(250),
        tax_rate=BasisPoints(1300),
        unit="瓶",
        category="饮料",
        number=1,
    )


def test_a_product_without_a_code_gets_one_of_its_own(shop: Shop) -> None:
    """Steamed buns have no barcode and are sold all the same."""
    number = save_product(shop, make.OWNER_SEAT, ask=ProductAsk("馒头", Fen(100)))

    assert show_product(shop, number).ask.sku == "P1"


def test_a_code_names_one_product_and_the_refusal_says_which(shop: Shop) -> None:
    """A scan must never be a guess between two prices, with or without a zero."""
    save_product(shop, make.OWNER_SEAT, ask=COLA)

    with pytest.raises(CodeTaken) as refused:
        save_product(
            shop, make.OWNER_SEAT, ask=ProductAsk("仿冒可乐", Fen(200), ("06954767412573",))
        )

    assert refused.value.facts == {
        "code": "06954767412573",
        "product": 1,
        "name": "可口可乐 500ml",
    }
    assert [found.name for found in find_products(shop, "可乐")] == ["可口可乐 500ml"]


def test_the_same_code_twice_on_one_product_is_one(shop: Shop) -> None:
    """A list with and without the zero in front is the commonest double."""
    ask = ProductAsk("可乐", Fen(300), ("06954767412573", "6954767412573"))
    number = save_product(shop, make.OWNER_SEAT, ask=ask)

    assert show_product(shop, number).ask.codes == ("06954767412573",)


def test_a_code_taken_off_a_product_is_free_again(shop: Shop) -> None:
    """A mistyped code must not be lost to its right owner for ever."""
    first = save_product(
        shop, make.OWNER_SEAT, ask=replace(COLA, codes=(*COLA.codes, "6902827110013"))
    )
    changed = show_product(shop, first).ask
    save_product(
        shop,
        make.OWNER_SEAT,
        ask=ProductAsk(changed.name, changed.price, ("6954767412573",), number=first),
    )

    with pytest.raises(UnknownCode):
        ring_up(shop, Basket(1), "6902827110013")
    other = save_product(
        shop, make.OWNER_SEAT, ask=ProductAsk("雪碧", Fen(300), ("6902827110013",))
    )

    assert ring_up(shop, Basket(1), "6902827110013").basket.lines[0].product == other
    assert verify_books(shop.storage) == []


def test_an_own_code_names_one_product(shop: Shop) -> None:
    """Typed codes are looked up like scanned ones."""
    save_product(shop, make.OWNER_SEAT, ask=ProductAsk("馒头", Fen(100), sku="A1"))

    with pytest.raises(SkuTaken) as refused:
        save_product(shop, make.OWNER_SEAT, ask=ProductAsk("花卷", Fen(100), sku="A1"))

    assert refused.value.facts == {"sku": "A1", "product": 1, "name": "馒头"}


def test_names_that_begin_like_a_formula_are_kept(shop: Shop) -> None:
    """A name is a name; what a table program makes of it is the export's business."""
    names = ["=1+1", "+86 电话卡", "-18℃ 冰棍", "@家常豆腐"]
    numbers = [
        save_product(shop, make.OWNER_SEAT, ask=ProductAsk(name, Fen(100))) for name in names
    ]

    assert [show_product(shop, number).ask.name for number in numbers] == names


@pytest.mark.parametrize(
    ("name", "why"),
    [("", "empty"), ("  ", "empty"), ("货" * 121, "too_long"), ("可\x00乐", "signs"),
     ("可\x1bp乐", "signs"), ("可\ud800乐", "signs"), ("可\n乐", "signs")],
)  # fmt: skip
def test_a_name_that_no_paper_can_show_is_refused(shop: Shop, name: str, why: str) -> None:
    """ESC p in a product's name would open the drawer (faults.md section 2)."""
    with pytest.raises(NameUnusable) as refused:
        save_product(shop, make.OWNER_SEAT, ask=ProductAsk(name, Fen(100)))

    assert (refused.value.what, refused.value.why) == ("product", why)


def test_figures_out_of_range_are_refused(shop: Shop) -> None:
    """A price of nothing is a slip of the finger, not a gift."""
    with pytest.raises(PriceOutOfRange) as price:
        save_product(shop, make.OWNER_SEAT, ask=ProductAsk("货", Fen(0)))
    with pytest.raises(PriceOutOfRange):
        save_product(shop, make.OWNER_SEAT, ask=ProductAsk("货", Fen(LARGEST_AMOUNT + 1)))
    with pytest.raises(CostOutOfRange):
        save_product(shop, make.OWNER_SEAT, ask=ProductAsk("货", Fen(1), cost=Fen(-1)))
    with pytest.raises(TaxRateOutOfRange):
        save_product(
            shop, make.OWNER_SEAT, ask=ProductAsk("货", Fen(1), tax_rate=BasisPoints(10_001))
        )
    with pytest.raises(CodeUnusable):
        save_product(shop, make.OWNER_SEAT, ask=ProductAsk("货", Fen(1), ("94" + "7" * 194,)))

    assert price.value.facts == {"price": 0, "largest": LARGEST_AMOUNT}
    assert find_products(shop, "") == ()


def test_a_cashier_needs_approval_and_a_number_must_exist(shop: Shop) -> None:
    """Whoever can change a price can take the difference home."""
    with pytest.raises(NotAllowed) as refused:
        save_product(shop, make.CASHIER_SEAT, ask=COLA)
    with pytest.raises(NotFound):
        save_product(shop, make.OWNER_SEAT, ask=ProductAsk("货", Fen(1), number=7))
    with pytest.raises(NotFound):
        show_product(shop, 7)

    assert refused.value.action == "catalogue"


def test_products_are_found_by_name_initials_and_part_of_a_code(shop: Shop) -> None:
    """A cashier types what she remembers (till.md, feature 40)."""
    make.product(shop)
    make.product(shop, "农夫山泉 550ml", price=200, code="6921168509256")

    assert [found.name for found in find_products(shop, "kkkl")] == ["可口可乐 500ml"]
    assert [found.name for found in find_products(shop, "山泉")] == ["农夫山泉 550ml"]
    assert [found.number for found in find_products(shop, "9256")] == [2]


def test_what_is_off_sale_is_found_by_the_office_only(shop: Shop) -> None:
    """A cashier must not ring up what the owner withdrew."""
    number = make.product(shop)
    ask = show_product(shop, number).ask
    off = ProductAsk(ask.name, ask.price, ask.codes, number=number, on_sale=False)
    save_product(shop, make.OWNER_SEAT, ask=off)

    assert find_products(shop, "可乐") == ()
    assert [found.on_sale for found in find_products(shop, "可乐", with_former=True)] == [False]


def test_stock_changes_by_movements_with_a_reason(shop: Shop) -> None:
    """A stock figure that anybody can overwrite explains nothing (till.md 1.7)."""
    number = make.product(shop)
    receive_stock(shop, make.OWNER_SEAT, product=number, quantity=Milli(24_000), reason="到货")
    receive_stock(shop, make.OWNER_SEAT, product=number, quantity=Milli(-1000), reason="破损")

    with shop.storage.read() as seen:
        facts = [
            json.loads(entry.body)["fact"]
            for entry in seen.book.scan(ENTRIES_OF_KIND, "stock_moved")
        ]

    assert show_product(shop, number).stock == 23_000
    assert facts == [
        {"product": 1, "quantity": 24_000, "reason": "到货"},
        {"product": 1, "quantity": -1000, "reason": "破损"},
    ]
    assert verify_books(shop.storage) == []


def test_a_delivery_of_nothing_or_of_nobodys_goods_is_refused(shop: Shop) -> None:
    """An empty movement would stand in the journal and mean nothing."""
    number = make.product(shop)
    with pytest.raises(StockQuantityOutOfRange):
        receive_stock(shop, make.OWNER_SEAT, product=number, quantity=Milli(0), reason="到货")
    with pytest.raises(NotFound):
        receive_stock(shop, make.OWNER_SEAT, product=9, quantity=Milli(1), reason="到货")
    with pytest.raises(NotAllowed):
        receive_stock(shop, make.CASHIER_SEAT, product=number, quantity=Milli(1), reason="到货")

    assert show_product(shop, number).stock == 0
