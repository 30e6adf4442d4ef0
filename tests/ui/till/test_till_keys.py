"""What a key stands for, whichever keyboard it comes from."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ui.till.till_keys import Act, KeyTable

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
PAD = Qt.KeyboardModifier.KeypadModifier


@pytest.mark.parametrize(
    ("key", "modifiers", "text", "act"),
    [
        (Qt.Key.Key_Asterisk, SHIFT, "*", Act.QUANTITY),
        (Qt.Key.Key_Asterisk, PAD, "*", Act.QUANTITY),
        (Qt.Key.Key_L, CONTROL, "\x0c", Act.LOCK),
        (Qt.Key.Key_L, CONTROL | SHIFT, "\x0c", Act.LANGUAGE),
        (Qt.Key.Key_L, CONTROL | SHIFT, "L", Act.LANGUAGE),
        (Qt.Key.Key_Enter, PAD, "\r", Act.PAY),
    ],
)
def test_a_key_means_the_same_on_every_keyboard(
    key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str, act: Act
) -> None:
    """Shift belongs to the sign on some layouts, and to the command beside Ctrl on all."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)

    assert KeyTable().acts_of(event) == (act,)
