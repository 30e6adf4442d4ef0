"""A shop that runs no reward program shows nothing of any, on screen or paper."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pos_app.actions.receipts.receipt_member import receipt_member
from pos_app.domain.sale import Sale
from pos_app.shop import Shop
from tests import make
from tests.ui.till.conftest import CASHIER, OIL, name_member, start_programs
from tests.ui.till.hands import Hands, at_the_till

REWARDS = ("积分", "奖励余额", "抵用券", "排队", "本单增加")


def ring_up_for_member(till: Hands) -> None:
    """A bill of oil for the one member."""
    till.sign_in(person=CASHIER, pin=make.CASHIER_PIN)
    till.enter("200")
    till.scan(OIL)
    name_member(till)


def test_a_shop_without_programs_shows_nothing_of_them(qapp: QApplication, shop: Shop) -> None:
    """Nought points that nobody gives are a question to the cashier, not an answer."""
    with at_the_till(qapp, shop) as till:
        ring_up_for_member(till)
        named = till.sees("林晓梅")
        shown = [word for word in REWARDS if till.sees(word)]
        till.press(Qt.Key.Key_F9)
        offered = [word for word in ("会员的全部权益", "退出排队") if till.sees(word)]

    assert named
    assert shown == []
    assert offered == []


@pytest.mark.parametrize("runs", [False, True], ids=["no program", "points and queue"])
def test_a_receipt_tells_only_what_the_shop_gives(
    qapp: QApplication, shop: Shop, *, runs: bool
) -> None:
    """`Points now 0` promises points to a customer who will get none."""
    if runs:
        start_programs(shop)
    with at_the_till(qapp, shop) as till:
        ring_up_for_member(till)
        till.press(Qt.Key.Key_Return, times=2)
        with shop.storage.read() as seen:
            sale = seen.book.get(Sale, 1)
            assert sale is not None
            member = receipt_member(seen.book, sale)

    assert member is not None
    assert (member.has_points, member.has_balances) == (runs, runs)
