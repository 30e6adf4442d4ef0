"""Light and language change in the middle of the day, whatever was shown."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt

from tests.ui.till.conftest import COLA
from tests.ui.till.hands import Hands
from ui.theme import theme


def test_the_light_changes_after_a_sale_whose_keys_are_gone(till: Hands) -> None:
    """A key that was taken away must not be placed again: the till would die."""
    till.scan(COLA)
    till.press(Qt.Key.Key_Return, times=2)
    till.scan(COLA)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    till.press(
        Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )

    assert theme().dark
    assert [row[1] for row in till.bill()] == ["可口可乐 500ml"]
