"""The customer reads what is rung up and what it comes to, and nobody else's name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication

from tests import make
from tests.ui.till.conftest import COLA, OIL, on_shift, start_programs, stock
from tests.ui.till.hands import Hands
from ui.customer_screen import CustomerScreen
from ui.widgets.canvas import watching_cut_texts

SCREENS = Path(__file__).resolve().parents[3] / "docs" / "screens"
ENTER = Qt.Key.Key_Return


@pytest.fixture
def till(qapp: QApplication, tmp_path: Path) -> Iterator[Hands]:
    """A till with programs on, and a shift open."""
    shop = make.shop(tmp_path)
    stock(shop)
    start_programs(shop)
    with on_shift(qapp, shop) as hands:
        yield hands


@pytest.fixture
def customer(till: Hands) -> CustomerScreen:
    """The customer's screen of that till."""
    made = CustomerScreen(till.window.till, till.whole.words)
    made.display.resize(QSize(1280, 800))
    return made


def test_the_customer_sees_each_line_as_it_is_rung_up(
    till: Hands, customer: CustomerScreen
) -> None:
    """A wrong price is noticed where it is read: by who pays it."""
    till.scan(COLA)
    till.scan(OIL)

    assert [line.name for line in customer.display.view.lines] == [
        "可口可乐 500ml",
        "金龙鱼 菜籽油 5L",
    ]
    assert (customer.display.view.label, customer.display.view.fen) == ("应付", 6300)


def test_the_change_is_shown_to_the_customer_too(till: Hands, customer: CustomerScreen) -> None:
    """Both count the same sum."""
    till.scan(COLA)
    till.press(ENTER)
    till.enter("5")

    assert (customer.display.view.label, customer.display.view.fen) == ("找零", 200)


def test_what_the_sale_added_and_what_was_given_stay_beside_the_change(
    till: Hands, customer: CustomerScreen
) -> None:
    """The customer counts the change and reads the points before leaving."""
    till.scan(OIL)
    till.press(Qt.Key.Key_F9)
    till.enter("6021")
    till.press(ENTER)
    till.enter("100")
    view = customer.display.view

    assert (view.label, view.fen, view.counted) == ("找零", 4000, "100.00 − 60.00")
    assert view.guest is not None
    assert view.guest.gain is not None
    assert [(gain.label, gain.value) for gain in view.guest.gain.gains] == [
        ("积分", "+60"),
        ("新排队", "60.00"),
    ]


def test_a_members_name_and_phone_are_masked(till: Hands, customer: CustomerScreen) -> None:
    """Whoever stands behind reads along (rulebook 10.6)."""
    till.scan(OIL)
    till.press(Qt.Key.Key_F9)
    till.enter("6021")
    guest = customer.display.view.guest

    assert guest is not None
    assert "林晓梅" not in guest.greeting
    assert guest.phone == "138****6021"


def test_the_display_takes_no_keys_from_the_till(till: Hands, customer: CustomerScreen) -> None:
    """A second window that takes the focus takes the scans."""
    customer.display.show()
    till.scan(COLA)
    customer.display.hide()

    assert [row[1] for row in till.bill()] == ["可口可乐 500ml"]


def test_nothing_on_it_is_cut(till: Hands, customer: CustomerScreen) -> None:
    """The disclosure stands whole wherever the queue stands."""
    till.scan(COLA)
    till.scan(OIL)
    till.press(Qt.Key.Key_F9)
    till.enter("6021")
    with watching_cut_texts() as cut:
        picture = customer.display.grab()
    SCREENS.mkdir(parents=True, exist_ok=True)
    picture.save(str(SCREENS / "customer-display.png"))

    assert cut == []
