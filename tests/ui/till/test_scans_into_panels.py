"""Scans that come while a panel is open: each goes where it belongs."""

from PySide6.QtCore import Qt

from pos_app.actions.members.issue_card import issue_card
from pos_app.shop import Shop
from tests import make
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
    """The list must not be of scanned digits that are gone from the field."""
    till.press(Qt.Key.Key_F2)
    till.type("nfsq")
    till.scan(WECHAT_CODE)

    assert till.typed() == ["nfsq"]
    assert till.sees("找到的商品: 农夫山泉 1.5L")


def test_a_card_scanned_into_a_registration_names_the_referrer_after_a_sale_too(
    till: Hands, shop: Shop
) -> None:
    """While the change still stands there, the bill would take the card."""
    sponsor = issue_card(shop, make.OWNER_SEAT, member=1)
    till.scan(COLA)
    till.press(Qt.Key.Key_Return, times=2)
    till.press(Qt.Key.Key_F9)
    till.press(Qt.Key.Key_Return)
    till.scan(sponsor, ends=False)

    assert till.sees("推荐人：林晓梅")
