"""What the till says is true of this moment, in the language of this moment."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pos_app.devices.printer import PaperOut, RecordingPrinter
from pos_app.shop import Shop
from pos_app.startup import open_shop
from tests import make
from tests.ui.till.conftest import CASHIER, COLA, OIL, WATER, on_shift, start_programs
from tests.ui.till.hands import Hands, at_the_till

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier
MANAGER = Qt.Key.Key_F3


def throw_away(till: Hands) -> None:
    """Ask whether the bill is to go."""
    till.scan(COLA)
    till.press(ESC)


def void(till: Hands) -> None:
    """Sell, and undo it with a manager's PIN."""
    till.scan(COLA)
    till.press(ENTER, times=2)
    till.press(Qt.Key.Key_Z, CONTROL)
    till.press(ENTER)
    till.enter(make.MANAGER_PIN)


def take_back(till: Hands) -> None:
    """Sell, and take one piece back."""
    till.scan(COLA)
    till.press(ENTER, times=2)
    till.press(Qt.Key.Key_F8)
    till.press(ENTER)
    till.press(Qt.Key.Key_Plus)
    till.press(ENTER)


def open_drawer(till: Hands) -> None:
    """Open the drawer for the first reason on the list."""
    till.press(Qt.Key.Key_F10)
    till.press(ENTER)


def scan_payment_code(till: Hands) -> None:
    """A customer holds the payment code out too early."""
    till.scan(COLA)
    till.scan("134567890123456789")


@pytest.mark.parametrize(
    ("happens", "english"),
    [
        (throw_away, "Throw this bill away? 1 line, 1 piece"),
        (void, "Pay back 3.00 Sale 1 is voided."),
        (take_back, "Pay back 3.00 The return of sale 1 is booked."),
        (open_drawer, "Drawer opened The reason is in the journal."),
        (scan_payment_code, "That is a payment code. The bill is unchanged."),
    ],
)
def test_the_bar_follows_the_language_whatever_it_says(
    till: Hands, happens: object, english: str
) -> None:
    """Two cashiers share a till: what just happened is told to both."""
    assert callable(happens)
    happens(till)
    chinese = till.bar()
    till.press(Qt.Key.Key_L, CONTROL_SHIFT)
    told = till.bar()
    till.press(Qt.Key.Key_L, CONTROL_SHIFT)

    assert english in told
    assert till.bar() == chinese != told


def test_a_voided_sale_is_no_longer_the_last_bill(till: Hands) -> None:
    """Its change was given back: nobody is to be told of it again."""
    void(till)

    assert not till.sees("上一单")


def test_the_last_bill_and_its_change_stand_in_the_empty_table(till: Hands) -> None:
    """The customer who asks about the change is answered without a search."""
    till.scan(COLA)
    till.press(ENTER)
    till.enter("10")
    till.scan(WATER)
    till.press(Qt.Key.Key_Delete)

    assert till.sees("上一单 1，找零 7.00")


def test_undo_is_offered_only_while_there_is_something_to_put_back(till: Hands) -> None:
    """The key sheet shows the keys that work now, and no other."""
    till.scan(COLA)
    till.press(Qt.Key.Key_F1)
    before = till.sees("Ctrl+Z")
    till.press(ESC)
    till.press(Qt.Key.Key_Delete)
    till.press(Qt.Key.Key_F1)
    after = till.sees("Ctrl+Z")
    till.press(ESC)
    till.press(Qt.Key.Key_Z, CONTROL)

    assert (before, after) == (False, True)
    assert [row[1] for row in till.bill()] == ["可口可乐 500ml"]


def test_recall_and_print_again_are_offered_only_when_there_is_something(till: Hands) -> None:
    """An empty list and a key that does nothing cost a look each."""
    till.press(Qt.Key.Key_F1)
    idle = [till.sees(words) for words in ("取回挂着的单", "再打一张小票", "去后台")]
    till.press(ESC)
    till.scan(COLA)
    till.press(Qt.Key.Key_F4)
    till.press(Qt.Key.Key_F1)
    held = till.sees("取回挂着的单")

    assert idle == [False, False, False]
    assert held


def test_p_prints_what_a_power_cut_has_left_over(qapp: QApplication, tmp_path: Path) -> None:
    """The bar names the key: pressed on an idle till it must do what the bar says."""
    shop = make.shop(tmp_path)
    make.product(shop, "可口可乐 500ml", price=300, code=COLA)
    make.printer_of(shop).breaks_down = PaperOut(printer="counter")
    with on_shift(qapp, shop) as before:
        before.scan(COLA)
        before.press(ENTER, times=2)
    again = open_shop(tmp_path / "shop", clock=make.clock_of(shop))
    printer = again.printer = RecordingPrinter()
    with at_the_till(qapp, again) as after:
        after.sign_in(person=CASHIER, pin=make.CASHIER_PIN)
        told = after.bar()
        after.type("p")
        came_out = after.wait_until(lambda: len(printer.printed) == 1)

    assert "P" in told
    assert came_out


def test_an_empty_bill_adds_nothing_and_says_nothing_of_it(till: Hands, shop: Shop) -> None:
    """Zero beside each program reads as a refusal."""
    start_programs(shop)
    till.press(Qt.Key.Key_F9)
    till.enter("6021")
    empty = till.sees("付款后，本单增加")
    till.scan(OIL)

    assert not empty
    assert till.sees("付款后，本单增加")


def test_whoever_hears_the_screen_is_told_what_a_pin_looks_like(
    qapp: QApplication, shop: Shop
) -> None:
    """What stands below the dots is said with the field, before anything is typed."""
    with at_the_till(qapp, shop) as till:
        asked = till.descriptions()

    assert asked == ["输入 PIN，再按 Enter"]


def test_a_manager_goes_to_the_office_without_counting_a_float(
    qapp: QApplication, shop: Shop
) -> None:
    """The float waits: it is asked for again when the manager comes back to sell."""
    with at_the_till(qapp, shop) as till:
        till.sign_in(person=MANAGER, pin=make.MANAGER_PIN)
        asked = till.sees("备用金")
        till.press(Qt.Key.Key_O, CONTROL_SHIFT)
        office = till.sees("回到收银")
        till.press(Qt.Key.Key_F12)
        till.enter("200")

        assert (asked, office) == (True, True)
        assert till.sees("班次 1")


def test_without_a_shift_the_bar_says_how_to_open_one(qapp: QApplication, shop: Shop) -> None:
    """A till that says it is ready and then refuses the sale wastes a customer's time."""
    with at_the_till(qapp, shop) as till:
        till.sign_in(person=CASHIER, pin=make.CASHIER_PIN)
        till.press(ESC)
        told = till.bar()
        till.press(Qt.Key.Key_F11)
        till.enter("200")

        assert told == "还没有开班，F11 开班。"
        assert till.bar() == "可以扫码"


def test_two_wishes_for_the_eyes_in_a_row_are_both_kept(till: Hands, shop: Shop) -> None:
    """The second must not take the first back, however busy the worker is."""
    with till.worker_held():
        till.press(Qt.Key.Key_L, CONTROL_SHIFT)
        till.press(Qt.Key.Key_D, CONTROL_SHIFT)

    assert (shop.settings.language, shop.settings.dark) == ("en", True)


def test_a_cashier_who_asks_for_the_office_is_told_who_may(till: Hands) -> None:
    """A key that does nothing and says nothing looks broken."""
    till.press(Qt.Key.Key_O, CONTROL_SHIFT)

    assert till.sees("后台需要店长")


def test_f1_names_the_tenders_over_a_payment_and_esc_goes_back_to_it(till: Hands) -> None:
    """Who pays with another tender for the first time looks there, and loses nothing."""
    till.scan(OIL)
    till.press(ENTER)
    till.enter("20")
    till.press(Qt.Key.Key_F1)
    (sheet,) = [name for name in till.names() if name.startswith("现在能用的按键")]
    till.press(ESC)

    assert "F3 微信支付; F4 支付宝; F5 银行卡; Del 撤回最后一笔; Enter" in sheet
    assert "F6" not in sheet
    assert till.sees("还差 40.00")
