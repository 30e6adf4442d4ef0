"""What stands in the status line and beside the total, in words that are true."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pos_app.shop import Shop
from tests import make
from tests.ui.till.conftest import CASHIER, COLA
from tests.ui.till.hands import Hands, at_the_till
from ui.wording import Language


def test_without_a_shift_the_status_line_says_so(qapp: QApplication, shop: Shop) -> None:
    """A shift of number nought is none, and nothing can be sold in it."""
    with at_the_till(qapp, shop) as hands:
        hands.sign_in(person=CASHIER, pin=make.CASHIER_PIN)
        told = hands.sees("1 号机 · 未开班")
        hands.enter("200")

        assert told
        assert hands.sees("1 号机 · 班次 1")


def test_one_line_of_one_piece_is_said_in_the_singular(till: Hands) -> None:
    """English counts twice in this sentence, and must bend both words."""
    till.window.words.speak(Language.EN)
    till.scan(COLA)
    one = till.window.till.screen.total.view.pieces
    till.press(Qt.Key.Key_Plus)
    two = till.window.till.screen.total.view.pieces

    assert (one, two) == ("1 line, 1 piece", "1 line, 2 pieces")


def test_an_unknown_code_on_an_empty_bill_leaves_nothing_to_hold(till: Hands) -> None:
    """A key that does nothing must not look as if it did."""
    till.scan("6900000000007")
    till.press(Qt.Key.Key_F4)

    assert till.bill() == []
    assert "6900000000007" in till.bar()
