"""A product sold by weight, by real keys: no price before its weight is known."""

import pytest
from PySide6.QtCore import Qt

from pos_app.actions.receipts.receipt_of import receipt_of
from pos_app.actions.selling.show_sale import show_sale
from pos_app.domain.sale import Sale
from pos_app.shop import Shop
from tests import make
from tests.ui.till.conftest import COLA
from tests.ui.till.hands import Hands
from ui.customer_screen import CustomerScreen
from ui.till.widgets.message_bar import LastLine

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
SWEETS = "6901234567892"


@pytest.fixture
def sweets(shop: Shop) -> int:
    """Sweets at ten yuan the kilogram."""
    return make.product(shop, "散装糖", price=1000, code=SWEETS, weighed=True)


@pytest.mark.usefixtures("sweets")
def test_a_product_sold_by_weight_asks_for_it_before_it_is_on_the_bill(till: Hands) -> None:
    """One kilogram that nobody has weighed is a wrong price."""
    till.scan(SWEETS)
    unasked, asks = till.bill(), till.sees("重量")
    till.enter("0.385")

    assert (unasked, asks) == ([], True)
    assert [row[1:] for row in till.bill()] == [("散装糖", "0.385 公斤", "10.00", "3.85")]


@pytest.mark.usefixtures("sweets")
@pytest.mark.parametrize("typed", ["0.3851", "0", "1000001"])
def test_a_weight_that_is_none_is_refused_where_it_is_typed(till: Hands, typed: str) -> None:
    """Four decimals, nothing or too much: what was typed stays, nothing is rung up."""
    till.scan(SWEETS)
    till.enter(typed)

    assert till.bill() == []
    assert typed in till.typed()
    assert till.sees("重量要大于 0、不超过 1,000,000，最多三位小数。")


@pytest.mark.usefixtures("sweets")
def test_a_weight_typed_with_the_code_is_not_asked_again(till: Hands) -> None:
    """0.5* and the code is how a cashier with a scale beside the till works."""
    till.enter(f"0.5*{SWEETS}")

    assert [row[2] for row in till.bill()] == ["0.500 公斤"]


@pytest.mark.usefixtures("sweets")
def test_esc_leaves_what_nobody_has_weighed(till: Hands) -> None:
    """The customer has changed his mind; the bill is as it was."""
    till.scan(COLA)
    till.scan(SWEETS)
    till.press(ESC)

    assert [row[1] for row in till.bill()] == ["可口可乐 500ml"]
    assert not till.sees("重量")


def test_a_weighed_product_found_by_name_asks_too(till: Hands, sweets: int) -> None:
    """Search and tiles ring up as a scan does."""
    till.press(Qt.Key.Key_F2)
    till.enter("散装糖")
    till.enter("1.2")

    assert sweets == 4
    assert [row[2] for row in till.bill()] == ["1.200 公斤"]


@pytest.mark.parametrize(("unit", "weighed"), [("", "2.000 公斤"), ("500 g", "2.000 × 500 g")])
def test_the_unit_stands_wherever_the_weight_stands(
    till: Hands, shop: Shop, unit: str, weighed: str
) -> None:
    """2 of what? Bar, payment, the customer's screen and the receipt say so alike."""
    make.product(shop, "散装糖", price=1000, code=SWEETS, weighed=True, unit=unit)
    till.scan(SWEETS)
    till.enter("2")
    bar = till.window.till.screen.bar.message
    display = CustomerScreen(till.window.till, till.whole.words)
    display.refresh()
    (line,) = display.display.view.lines
    pieces = display.display.view.pieces
    till.press(ENTER, times=2)
    with shop.storage.read() as seen:
        sale = seen.book.get(Sale, 1)
        assert sale is not None
        (printed,) = receipt_of(seen.book, sale, settings=shop.settings, copy=0).lines

    assert isinstance(bar, LastLine)
    assert (bar.quantity, line.counted) == (weighed, weighed)
    assert pieces == "1 种 1 件"
    assert (printed.is_weighed, printed.unit) == (True, unit)


@pytest.mark.usefixtures("sweets")
def test_one_more_of_what_was_weighed_asks_for_its_weight(till: Hands) -> None:
    """There is no next piece of 0.385 kg, and a whole kilogram more is a wrong price."""
    till.enter(f"0.385*{SWEETS}")
    till.press(Qt.Key.Key_Plus)
    after_plus = [row[2] for row in till.bill()]
    till.enter("0.5")

    assert after_plus == ["0.385 公斤"]
    assert [row[2] for row in till.bill()] == ["0.500 公斤"]


@pytest.mark.usefixtures("sweets")
def test_a_part_of_what_was_weighed_comes_back(till: Hands, shop: Shop) -> None:
    """Half a kilogram of one that was sold, typed as it lies on the scale."""
    till.enter(f"1.5*{SWEETS}")
    till.press(ENTER, times=2)
    till.press(Qt.Key.Key_F8)
    till.enter("1")
    till.type("0.5")
    asked = till.sees("0.500 公斤")
    till.press(ENTER)

    assert asked
    assert [line.returned for line in show_sale(shop, 1).lines] == [500]
