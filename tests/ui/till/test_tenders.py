"""Several tenders for one bill: what is shown, refused and kept."""

import pytest
from PySide6.QtCore import Qt

from pos_app.actions.members.show_member import show_member
from pos_app.actions.selling.show_sale import show_sale
from pos_app.shop import Shop
from tests import make
from tests.ui.till.conftest import OIL, name_member
from tests.ui.till.hands import Hands

ENTER, ESC, BACK = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Backspace
F2, F3, F5, F6 = Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F5, Qt.Key.Key_F6


def tenders_of(shop: Shop, number: int) -> dict[str, int]:
    """What is kept of each kind of tender of a sale."""
    return {each.kind: each.amount for each in show_sale(shop, number).tenders}


@pytest.fixture
def paying(rewarding: Hands) -> Hands:
    """A member with 60 points pays a bill of 60.00."""
    rewarding.scan(OIL)
    name_member(rewarding)
    rewarding.press(ENTER, times=2)
    rewarding.scan(OIL)
    name_member(rewarding)
    rewarding.press(ENTER)
    return rewarding


@pytest.mark.parametrize("key", [F3, F5])
def test_more_than_is_due_by_card_is_refused_before_it_is_noted(
    till: Hands, shop: Shop, key: Qt.Key
) -> None:
    """A card gives no change: none is shown, and the sum stays to be mended."""
    till.scan(OIL)
    till.press(ENTER)
    till.press(key)
    till.enter("100")
    refused = (till.descriptions(), till.sees("找零 40.00"), till.sees("找零 0.00"))
    till.press(BACK)
    till.press(ENTER)
    till.press(ENTER)

    assert refused[0][0].endswith("100.00 超过应收 60.00，只有现金可以找零。")
    assert refused[1:] == (False, True)
    assert sorted(tenders_of(shop, 1).values()) == [1000, 5000]


def test_a_part_by_card_leaves_the_rest_to_be_paid(till: Hands, shop: Shop) -> None:
    """One Enter too many must not book the whole bill on the card."""
    till.scan(OIL)
    till.press(ENTER)
    till.press(F5)
    till.enter("10")
    shown = till.sees("实收 10.00; 还差 50.00")
    till.press(ENTER)

    assert shown
    assert tenders_of(shop, 1) == {"card": 1000, "cash": 5000}


def test_what_was_typed_by_wallet_stays_when_points_are_chosen(paying: Hands, shop: Shop) -> None:
    """The customer's phone has paid it: another key must not forget it."""
    paying.press(F3)
    paying.type("5")
    paying.press(F6, times=2)
    paying.enter("0.20")
    paying.press(ENTER)

    assert tenders_of(shop, 2) == {"wechat": 500, "points": 20, "cash": 5480}


def test_points_typed_anew_replace_the_ones_on_the_list(paying: Hands) -> None:
    """The figures above are what will be booked, at every key."""
    paying.press(F6, times=2)
    chosen = paying.sees("实收 0.60; 还差 59.40")
    paying.type("0.20")

    assert chosen
    assert paying.sees("实收 0.20; 还差 59.80")
    assert paying.sees("积分 20 0.20")


def test_more_points_than_there_are_are_refused_and_stay_points(paying: Hands, shop: Shop) -> None:
    """A sum mended after a refusal is still in points; it never turns into cash."""
    paying.press(F6, times=2)
    paying.enter("200")
    refused = paying.descriptions()
    paying.press(BACK, times=3)
    paying.enter("0.30")
    paying.press(ENTER)

    assert refused == ["积分：有 0.60，要用 200.00。"]
    assert tenders_of(shop, 2) == {"points": 30, "cash": 5970}


def test_points_typed_are_used_when_another_key_follows(paying: Hands, shop: Shop) -> None:
    """Enter is not needed after each sum: the next tender's key ends it as well."""
    paying.press(F6, times=2)
    paying.type("0.40")
    paying.press(F2)
    paying.press(ENTER)

    assert tenders_of(shop, 2) == {"points": 40, "cash": 5960}


def test_esc_asks_before_it_drops_what_was_given(till: Hands) -> None:
    """The wallet has been charged already: one key too many must not forget it."""
    till.scan(OIL)
    till.press(ENTER)
    till.press(F3)
    till.type("40")
    till.press(F2)
    till.press(ESC)
    asked = (till.descriptions(), till.sees("还差 20.00"))
    till.press(ESC)
    till.press(ENTER)

    assert asked == (["已收 40.00，还没有入账。再按一次 Esc 全部取消。"], True)
    assert till.sees("实收 0.00; 还差 60.00")


def test_a_bill_gone_back_to_earns_as_if_nothing_were_given(paying: Hands, shop: Shop) -> None:
    """Points that were not used lower neither what is shown nor what is earned."""
    paying.press(F6)
    with_points = paying.sees("新排队 59.40")
    paying.press(ESC, times=2)
    without = paying.sees("新排队 60.00")
    paying.press(ENTER, times=2)

    assert (with_points, without) == (True, True)
    assert tenders_of(shop, 2) == {"cash": 6000}
    assert show_member(shop, 1).points == 120


def test_a_void_says_the_money_that_goes_back_and_not_the_rewards(
    paying: Hands, shop: Shop
) -> None:
    """60 points paid 0.60; who hands out 60.00 lacks it when the drawer is counted."""
    paying.press(F6)
    paying.press(ENTER, times=2)
    paying.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    paying.press(ENTER)
    paying.enter(make.MANAGER_PIN)

    assert tenders_of(shop, 2) == {"points": 60, "cash": 5940}
    assert "退款 59.40" in paying.bar()
