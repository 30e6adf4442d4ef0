"""The keypad: 7 8 9 on top as on the keyboard, Enter larger than any digit."""

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.canvas import Box, Canvas
from ui.widgets.painted import Painted

_GAP = 8


class KeypadShape(Enum):
    """Which keys a pad has, by row; `C` clears, `B` goes back, `X` is the extra key."""

    MONEY = ("CB", "789", "456", "123", "0D.", "E")
    PIN = ("789", "456", "123", "C0B", "E")
    TILL = ("789", "456", "123", "0.X")


_FIRST_ROW = {KeypadShape.MONEY: 56.0}
_ENTER_ROW = {KeypadShape.MONEY: 120.0, KeypadShape.PIN: 96.0}
_DIGIT_SIZES = {KeypadShape.MONEY: 28, KeypadShape.PIN: 34, KeypadShape.TILL: 26}
_TYPED = {**{digit: digit for digit in "0123456789."}, "D": "00"}


class Keypad(Painted):
    """Digits for fingers; each press says what a key would have said."""

    typed = Signal(str)
    cleared = Signal()
    backed = Signal()
    entered = Signal()
    extra_pressed = Signal()

    def __init__(self, shape: KeypadShape, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shape = shape
        self._keys: dict[str, Button] = {}
        for row in shape.value:
            for key in row:
                self._keys[key] = self._made(key)

    @property
    def enter(self) -> Button:
        """The Enter key, to disable it or to change its words."""
        return self._keys["E"]

    def set_words(
        self, *, clear: str = "", back: str = "", enter: str = "", extra: str = ""
    ) -> None:
        """Label the keys that are words, in the language of the moment."""
        for key, words in (("C", clear), ("B", back), ("E", enter), ("X", extra)):
            if key in self._keys:
                self._keys[key].setText(words)

    @override
    def draw(self, canvas: Canvas) -> None:
        """Only the keys are drawn."""

    def _made(self, key: str) -> Button:
        if key == "E":
            stacked = self._shape is KeypadShape.MONEY
            made = Button("", kind=ButtonKind.PRIMARY, key="Enter", size=26, stacked=stacked)
            made.clicked.connect(self.entered)
        elif key in _TYPED:
            words = _TYPED[key]
            made = Button(words, kind=ButtonKind.DIGIT, size=_DIGIT_SIZES[self._shape])
            made.clicked.connect(lambda: self.typed.emit(words))
        else:
            size = TYPE.quantity if self._shape is KeypadShape.PIN else TYPE.row
            made = Button("", size=size)
            made.clicked.connect(
                {"C": self.cleared, "B": self.backed, "X": self.extra_pressed}[key]
            )
        made.setParent(self)
        return made

    @override
    def arrange(self) -> None:
        rows = self._shape.value
        width = self.width() / theme().unit
        height = self.unit_height
        first = _FIRST_ROW.get(self._shape, 0.0)
        last = _ENTER_ROW.get(self._shape, 0.0)
        plain = len(rows) - bool(first) - bool(last)
        each = (height - first - last - _GAP * (len(rows) - 1)) / plain
        top = 0.0
        for number, row in enumerate(rows):
            is_first = bool(first) and number == 0
            is_last = bool(last) and number == len(rows) - 1
            tall = first if is_first else last if is_last else each
            across = (width - _GAP * (len(row) - 1)) / len(row)
            for place, key in enumerate(row):
                box: Box = (place * (across + _GAP), top, across, tall)
                self.place(self._keys[key], box)
            top += tall + _GAP
