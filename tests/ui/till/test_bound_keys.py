"""Keys bound anew in the office work at the till, and show their new names."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pos_app.actions.premises.save_settings import save_settings
from pos_app.shop import Shop
from tests import make
from tests.ui.till.conftest import OIL, on_shift


def test_a_till_sells_with_the_keys_of_its_settings(qapp: QApplication, shop: Shop) -> None:
    """The new key holds the bill, the old one does nothing, and the key sheet says so."""
    settings = replace(shop.settings, keys="hold=PgDown")
    save_settings(shop, make.OWNER_SEAT, settings=settings)
    with on_shift(qapp, shop) as till:
        till.scan(OIL)
        till.press(Qt.Key.Key_F4)
        kept = till.bill()
        till.press(Qt.Key.Key_F1)
        shown = till.sees("PgDown 把账单挂起来")
        till.press(Qt.Key.Key_F1)
        till.press(Qt.Key.Key_PageDown)

        assert len(kept) == 1
        assert shown
        assert till.bill() == []
