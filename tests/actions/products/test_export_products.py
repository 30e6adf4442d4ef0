"""A list of all products goes out, and comes back without changing anything."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pos_app.actions.products.count_products import count_products
from pos_app.actions.products.export_products import export_products
from pos_app.actions.products.import_products import import_products
from pos_app.actions.products.save_product import ProductAsk, save_product
from pos_app.actions.products.show_product import show_product
from pos_app.domain.files.product_import import preview_import
from pos_app.domain.money import BasisPoints, Fen
from pos_app.errors import NotAllowed
from pos_app.shop import Shop
from tests import make

_NAMES = st.text("苹果 ab=+-@＝,\";'1", min_size=1, max_size=8).filter(
    lambda text: text.strip() and not text.strip().startswith("'")
)
_ASKS = st.builds(
    ProductAsk,
    name=_NAMES,
    price=st.integers(1, 10**9).map(Fen),
    codes=st.sampled_from([(), ("6954767412573",), ("00123", "6954767413877"), ("AB-1",)]),
    sku=st.sampled_from(["", "0042", "=1+1", "A 7"]),
    cost=st.integers(0, 10**6).map(Fen),
    tax_rate=st.integers(0, 10_000).map(BasisPoints),
    excluded=st.booleans(),
    weighed=st.booleans(),
    unit=st.sampled_from(["", "kg", "500 g", "+1"]),
    category=st.sampled_from(["", "饮料/碳酸饮料", "-"]),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ask=_ASKS)
@example(ask=ProductAsk(name="茶  大", price=Fen(100)))
def test_a_list_that_nobody_changed_changes_nothing(shop: Shop, ask: ProductAsk) -> None:
    """Signs of formulas, noughts in front and long codes survive the way out and back."""
    number = 1 if count_products(shop) else make.product(shop, code="")
    cleared = replace(show_product(shop, number).ask, codes=(), sku=f"P{number}")
    save_product(shop, make.OWNER_SEAT, ask=cleared)
    save_product(shop, make.OWNER_SEAT, ask=replace(ask, number=number))
    kept = show_product(shop, number).ask

    preview = preview_import(export_products(shop, make.OWNER_SEAT).read_bytes())
    brought = import_products(shop, make.OWNER_SEAT, preview=preview)

    assert preview.problems == ()
    assert (brought.added, brought.changed, brought.unchanged) == (0, 0, 1)
    assert show_product(shop, number).ask == kept


def test_a_price_changed_in_the_list_is_the_price_at_the_till(shop: Shop) -> None:
    """A hundred new prices are typed in a table program, not one by one here."""
    make.product(shop, "可乐", price=300)
    path = export_products(shop, make.OWNER_SEAT)
    changed = path.read_bytes().replace(b'"3.00"', b'"3.50"')
    import_products(shop, make.OWNER_SEAT, preview=preview_import(changed))

    assert path.name.startswith("products-")
    assert show_product(shop, 1).ask.price == 350


def test_a_list_says_its_codes_as_texts(shop: Shop) -> None:
    """A table program turns thirteen digits into 6.95E+12 and loses the product."""
    make.product(shop, "=1+1", code="6954767412573", cost=250)
    told = export_products(shop, make.OWNER_SEAT).read_text("utf-8-sig").splitlines()

    assert told == [
        '"名称","条码","货号","售价","进价","税率","单位","分类","不参与奖励","称重","货主"',
        '"\'=1+1","=""6954767412573""","=""6954767412573""","3.00","2.50","0%","","","","",""',
    ]


def test_a_cashier_saves_no_list_of_what_goods_cost(shop: Shop) -> None:
    """Cost prices are the owner's."""
    with pytest.raises(NotAllowed):
        export_products(shop, make.CASHIER_SEAT)

    assert not (shop.folder / "reports").exists()
