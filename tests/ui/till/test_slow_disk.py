"""A slow disk: the till says that it books, takes no second Pay, and stays awake."""

from __future__ import annotations

from PySide6.QtCore import Qt

from pos_app.actions.selling.list_sales import list_sales
from pos_app.shop import Shop
from tests.ui.till.conftest import COLA
from tests.ui.till.hands import Hands

ENTER = Qt.Key.Key_Return


def test_a_disk_that_takes_long_is_told_of_and_paid_once(till: Hands, shop: Shop) -> None:
    """A cashier who sees nothing presses again (faults.md section 2, slow disk)."""
    till.scan(COLA)
    till.press(ENTER)
    with till.worker_held():
        till.press(ENTER)
        told = till.wait_until(lambda: till.sees("正在入账"))
        till.press_at_once(ENTER, times=5)
        none_yet = list_sales(shop) == ()
    till.settle()

    assert (told, none_yet) == (True, True)
    assert [each.number for each in list_sales(shop)] == [1]
    assert not till.sees("正在入账")
