"""Both languages and both lights while running.

A name for everything that has focus.
"""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from pos_app.shop import Shop
from pos_app.startup import open_shop
from tests import make
from tests.ui.till.conftest import CASHIER, COLA, OIL
from tests.ui.till.hands import Hands, at_the_till
from ui.theme import theme

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def nameless(till: Hands) -> list[str]:
    """What can have the focus on this screen and says nothing to a screen reader."""
    found = [
        each
        for each in till.window.findChildren(QWidget)
        if each.isVisible()
        and each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not each.accessibleName()
        and not (isinstance(each, QAbstractButton) and each.text())
    ]
    return [type(each).__name__ for each in found]


def test_the_language_changes_while_a_bill_is_open(till: Hands) -> None:
    """Two cashiers share a till; the bill, the bar and the panels follow at once."""
    till.scan(COLA)
    till.scan("6901234567892")
    in_chinese = till.bar()
    till.press(Qt.Key.Key_L, CONTROL_SHIFT)
    in_english = till.bar()
    till.press(Qt.Key.Key_F2)

    assert "没有这个商品" in in_chinese
    assert "No such product" in in_english
    assert till.sees("To pay 3.00")
    assert till.sees("Find product")
    assert [row[1] for row in till.bill()] == ["可口可乐 500ml"]


def test_language_and_light_are_kept_for_the_next_start(
    qapp: QApplication, shop: Shop, tmp_path: Path
) -> None:
    """Whoever comes in the morning finds the till as it was left."""
    with at_the_till(qapp, shop) as evening:
        evening.sign_in(person=CASHIER, pin=make.CASHIER_PIN)
        evening.press(Qt.Key.Key_L, CONTROL_SHIFT)
        evening.press(Qt.Key.Key_D, CONTROL_SHIFT)
    again = open_shop(tmp_path / "shop", clock=make.clock_of(shop))
    with at_the_till(qapp, again) as morning:
        english = morning.sees("Who is at the till today")
        dark = theme().dark

    assert english
    assert dark


def test_everything_that_takes_the_focus_has_a_name(till: Hands) -> None:
    """Who cannot see the screen must be told where he is."""
    found: dict[str, list[str]] = {"idle": nameless(till)}
    till.scan(OIL)
    for state, key in (
        ("search", Qt.Key.Key_F2),
        ("held", Qt.Key.Key_F5),
        ("discount", Qt.Key.Key_F6),
        ("price", Qt.Key.Key_F7),
        ("return", Qt.Key.Key_F8),
        ("member", Qt.Key.Key_F9),
        ("drawer", Qt.Key.Key_F10),
        ("shift", Qt.Key.Key_F11),
        ("keys", Qt.Key.Key_F1),
        ("payment", ENTER),
    ):
        till.press(key)
        found[state] = nameless(till)
        till.press(ESC)
    till.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    found["locked"] = nameless(till)

    assert {state: names for state, names in found.items() if names} == {}


def test_after_every_panel_the_keys_are_the_scan_fields_again(till: Hands) -> None:
    """The next scan must never go into a field that is gone."""
    till.scan(OIL)
    for key in (
        Qt.Key.Key_F2,
        Qt.Key.Key_F5,
        Qt.Key.Key_F6,
        Qt.Key.Key_F7,
        Qt.Key.Key_F8,
        Qt.Key.Key_F9,
        Qt.Key.Key_F10,
        Qt.Key.Key_F11,
        Qt.Key.Key_F1,
        ENTER,
    ):
        till.press(key)
        till.press(ESC)
        till.type("*1")

        assert till.typed() == ["*1"]

        till.press(Qt.Key.Key_Escape)
