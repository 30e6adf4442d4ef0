"""A customer's payment code scanned while a bill is paid, or while something is searched."""

from PySide6.QtCore import Qt

from tests.ui.till.conftest import COLA
from tests.ui.till.hands import Hands

WECHAT_CODE = "134567890123456789"


def test_the_digits_of_a_payment_code_are_no_sum_of_cash(till: Hands) -> None:
    """The digits reach the money field first: as cash they would be 134 million yuan."""
    till.scan(COLA)
    till.press(Qt.Key.Key_Return)
    till.scan(WECHAT_CODE)
    till.press(Qt.Key.Key_Return)

    paid = till.window.till.session.paid

    assert paid is not None
    assert [(each.kind, each.amount) for each in paid.given] == [("wechat", 300)]


def test_a_scan_leaves_a_search_as_it_was(till: Hands) -> None:
    """The list must not be that of the scanned digits once they are gone from the field."""
    till.press(Qt.Key.Key_F2)
    till.type("nfsq")
    till.scan(WECHAT_CODE)

    assert till.typed() == ["nfsq"]
    assert till.sees("找到的商品: 农夫山泉 1.5L")
