"""The row of keys under the bill: which depends on the moment, where never."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.stretch import LARGE_TEXT, stretch_of
from ui.theme import theme, wished_text_scale
from ui.till.widgets.function_key import FunctionKey
from ui.till_keys import Act, KeyTable
from ui.widgets.canvas import Canvas
from ui.widgets.painted import Painted
from ui.wording import LiveWording

_GAP = 8


class FunctionRow(Painted):
    """808 x 56; a key that does not work now is disabled in its place."""

    pressed = Signal(object)
    """The `Act` of the key that was touched."""

    def __init__(
        self, words: LiveWording, keys: KeyTable, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._words = words
        self._keys = keys
        self._shown: tuple[Act, ...] = ()
        self._buttons: dict[Act, FunctionKey] = {}
        words.changed.connect(self._put_words)

    def show_keys(self, acts: Sequence[Act], *, working: Iterable[Act]) -> None:
        """Show these keys, with those that work enabled."""
        able = frozenset(working)
        if tuple(acts) != self._shown:
            self._make(tuple(acts))
        for act, button in self._buttons.items():
            button.setEnabled(act in able)

    def _make(self, acts: tuple[Act, ...]) -> None:
        for button in self._buttons.values():
            self.take_away(button)
        self._shown = acts
        self._buttons = {}
        for act in acts:
            button = FunctionKey("", key=self._keys.cap(act), parent=self)
            button.clicked.connect(partial(self._press, act))
            self._buttons[act] = button
        self._put_words()
        self.arrange()

    def _put_words(self) -> None:
        for act, button in self._buttons.items():
            button.setText(self._words.text(self._keys.line(act).label))

    def _press(self, act: Act) -> None:
        self.pressed.emit(act)

    @override
    def draw(self, canvas: Canvas) -> None:
        """Only the keys are drawn."""

    @override
    def arrange(self) -> None:
        rows = 2 if wished_text_scale() > LARGE_TEXT else 1
        columns = -(-len(self._buttons) // rows)
        width = self.width() / theme().unit
        each = (width - _GAP * (columns - 1)) / max(1, columns)
        # Gaps are spaces and do not grow with the text.
        gap = _GAP / stretch_of(self)
        tall = (self.unit_height - gap * (rows - 1)) / rows
        for number, button in enumerate(self._buttons.values()):
            row, column = divmod(number, columns)
            self.place(button, (column * (each + _GAP), row * (tall + gap), each, tall))
