"""Buttons and keypad: touch and keys are equals, a scan presses nothing."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.office.widgets.navigation import SegmentBar
from ui.till.widgets.keypad import Keypad, KeypadShape
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.plain_edit import PlainEdit


def test_a_touch_on_a_button_leaves_the_focus_in_the_scan_field(qtbot: QtBot) -> None:
    """With Qt's own buttons one click took the focus, and the next scans were lost."""
    edit, button = PlainEdit("Scan"), Button("挂单", key="F4")
    button.setParent(edit)
    button.resize(94, 56)
    qtbot.addWidget(edit)
    edit.show()
    edit.setFocus()

    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert edit.window().focusWidget() is edit


def test_the_enter_of_a_scan_does_not_press_a_button(qtbot: QtBot) -> None:
    """A button reached by Tab answers to Space; Enter belongs to scans and screens."""
    button = Button("作废本单", kind=ButtonKind.DANGER)
    qtbot.addWidget(button)
    button.show()
    button.setFocus()

    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_a_button_is_called_what_it_says(qtbot: QtBot) -> None:
    """After a change of language a screen reader must not speak the old one."""
    button = Button("Pay", kind=ButtonKind.PRIMARY, key="Enter")
    qtbot.addWidget(button)

    button.setText("收款")

    assert button.accessibleName() == "收款"


@pytest.mark.parametrize(
    ("shape", "keys"),
    [
        (KeypadShape.MONEY, "7 8 9 4 5 6 1 2 3 0 00 ."),
        (KeypadShape.PIN, "7 8 9 4 5 6 1 2 3 0"),
        (KeypadShape.TILL, "7 8 9 4 5 6 1 2 3 0 ."),
    ],
)
def test_the_keypad_is_laid_out_as_the_keyboard(
    qtbot: QtBot, shape: KeypadShape, keys: str
) -> None:
    """Hands that know the number block find 7 8 9 on top, in every panel."""
    pad = Keypad(shape)
    pad.set_words(clear="清除", back="退格", enter="确定", extra="数量")
    pad.resize(264, 534)
    qtbot.addWidget(pad)
    pad.show()
    typed: list[str] = []
    pad.typed.connect(typed.append)
    buttons = sorted(pad.findChildren(Button), key=lambda button: (button.y(), button.x()))

    for button in buttons:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert typed == keys.split()


def test_the_keys_of_the_keypad_that_are_words_say_what_they_do(qtbot: QtBot) -> None:
    """Clear, back and Enter change no digit; the screen decides what they mean."""
    pad = Keypad(KeypadShape.MONEY)
    pad.set_words(clear="清除", back="退格", enter="完成收款")
    pad.resize(264, 534)
    qtbot.addWidget(pad)
    pad.show()
    said: list[str] = []
    pad.cleared.connect(lambda: said.append("clear"))
    pad.backed.connect(lambda: said.append("back"))
    pad.entered.connect(lambda: said.append("enter"))

    for words in ("清除", "退格", "完成收款"):
        button = next(b for b in pad.findChildren(Button) if b.text() == words)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert said == ["clear", "back", "enter"]


def test_enter_is_larger_than_any_digit(qtbot: QtBot) -> None:
    """The key that ends a payment is found without looking."""
    pad = Keypad(KeypadShape.MONEY)
    pad.set_words(clear="清除", back="退格", enter="完成收款")
    pad.resize(264, 534)
    qtbot.addWidget(pad)
    pad.show()
    others = [b for b in pad.findChildren(Button) if b is not pad.enter]

    assert pad.enter.height() == 120
    assert pad.enter.width() == 264
    assert max(button.height() for button in others) == 80


def test_one_choice_of_a_bar_is_always_chosen(qtbot: QtBot) -> None:
    """A period that is pressed twice stays chosen; a report always has one."""
    bar = SegmentBar(("今日", "昨日", "本周"))
    bar.resize(288, 40)
    qtbot.addWidget(bar)
    chosen: list[int] = []
    bar.chosen.connect(chosen.append)
    week = next(child for child in bar.children() if child.property("text") == "本周")

    qtbot.mouseClick(week, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(week, Qt.MouseButton.LeftButton)

    assert (chosen, bar.choice) == ([2, 2], 2)
