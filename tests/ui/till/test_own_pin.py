"""Whoever sits at the till changes the own PIN there, by keys and alone."""

from __future__ import annotations

from PySide6.QtCore import Qt

from pos_app.actions.staff.check_pin import check_pin
from pos_app.actions.staff.staff_list import staff_list
from pos_app.domain.refusals.staff import WrongPin
from pos_app.shop import Shop
from tests import make
from tests.ui.till.conftest import COLA
from tests.ui.till.hands import Hands

CONTROL = Qt.KeyboardModifier.ControlModifier
ESC = Qt.Key.Key_Escape
NEW = "918273"


def pin_is(shop: Shop, pin: str) -> bool:
    """Whether a PIN is the cashier's."""
    cashier = next(each for each in staff_list(shop) if each.name == "林小梅")
    try:
        check_pin(shop, pin, of=(cashier,), lock=0)
    except WrongPin:
        return False
    return True


def test_a_cashier_changes_the_own_pin_and_signs_in_with_it(till: Hands, shop: Shop) -> None:
    """A PIN that somebody saw is changed at once, not when the owner comes."""
    till.scan(COLA)
    till.press(Qt.Key.Key_P, CONTROL)
    till.enter(make.CASHIER_PIN)
    till.enter(NEW)
    before = pin_is(shop, make.CASHIER_PIN)
    till.enter(NEW)
    told = till.bar()
    till.press(Qt.Key.Key_L, CONTROL)
    till.enter(NEW)

    assert before
    assert told == "PIN 已更换 今后只认新 PIN。"
    assert pin_is(shop, NEW)
    assert [row[1] for row in till.bill()] == ["可口可乐 500ml"]


def test_two_new_pins_that_differ_change_nothing(till: Hands, shop: Shop) -> None:
    """A slip of the finger would lock its owner out."""
    till.press(Qt.Key.Key_P, CONTROL)
    till.enter(make.CASHIER_PIN)
    till.enter(NEW)
    till.enter("918274")
    told = till.sees("两次输入不一样")
    unchanged = pin_is(shop, make.CASHIER_PIN)
    till.enter(NEW)
    till.enter(NEW)

    assert (told, unchanged) == (True, True)
    assert pin_is(shop, NEW)


def test_a_wrong_old_pin_is_told_and_esc_goes_back_step_by_step(till: Hands, shop: Shop) -> None:
    """Who found the till open must not take it over; one step back is never two."""
    till.press(Qt.Key.Key_P, CONTROL)
    till.enter("111222")
    till.enter(NEW)
    till.enter(NEW)
    told = till.sees("PIN 不对")
    till.enter(make.CASHIER_PIN)
    till.press(ESC)
    first = till.sees("现在的 PIN")
    till.press(ESC)

    assert (told, first) == (True, True)
    assert till.window.till.screen.panel is None
    assert pin_is(shop, make.CASHIER_PIN)


def test_a_pin_that_is_too_simple_is_refused_with_its_reason(till: Hands, shop: Shop) -> None:
    """The rule for a new PIN is the same wherever it is chosen (ASVS 6.2)."""
    till.press(Qt.Key.Key_P, CONTROL)
    till.enter(make.CASHIER_PIN)
    till.enter("123456")
    till.enter("123456")

    assert till.sees("这个 PIN 太容易猜到。")
    assert pin_is(shop, make.CASHIER_PIN)


def test_the_name_on_the_status_line_leads_there_by_touch(till: Hands) -> None:
    """A till without a keyboard has PINs too."""
    till.window.till.screen.status.pressed.emit("person")
    till.settle()

    assert till.sees("更换自己的 PIN")
