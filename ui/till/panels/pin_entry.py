"""A PIN as it is typed: dots, never digits; by keys or by the keypad below it."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from pos_app.domain.pin import CASHIER_PIN_LENGTH, LONGEST_PIN
from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.till.widgets.keypad import Keypad, KeypadShape
from ui.till.widgets.pin_dots import PinDots
from ui.widgets.canvas import Align, Canvas
from ui.widgets.painted import Painted
from ui.widgets.plain_edit import PlainEdit
from ui.wording import LiveWording

_DOTS_ROOM = 56
_SENTENCE_TOP = 60
_PAD_TOP = 92
_RING = (QEvent.Type.FocusIn, QEvent.Type.FocusOut)


class _SecretEdit(PlainEdit):
    """Takes keys and shows nothing; the dots are drawn by its parent."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        return


class PinEntry(Painted):
    """Dots, a sentence, and a keypad with a large Enter; 392 x 540 and more."""

    entered = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._sentence = ""
        self._refused = False
        self._dots = PinDots("", places=CASHIER_PIN_LENGTH, parent=self)
        self._edit = _SecretEdit("", parent=self)
        self._edit.setEchoMode(QLineEdit.EchoMode.NoEcho)
        self._edit.setMaxLength(LONGEST_PIN)
        self._edit.installEventFilter(self)
        self.keypad = Keypad(KeypadShape.PIN, parent=self)
        self.keypad.typed.connect(self._edit.insert)
        self.keypad.cleared.connect(self._edit.clear)
        self.keypad.backed.connect(self._edit.backspace)
        self.keypad.entered.connect(self._enter)
        self._edit.textChanged.connect(self._take_change)
        self._edit.returnPressed.connect(self._enter)
        self.setFocusProxy(self._edit)

    def put_words(self, words: LiveWording, *, name: str, enter: str, sentence: str) -> None:
        """Say whose PIN is asked for, what Enter does, and what a PIN looks like."""
        _ = words.text
        self._edit.setAccessibleName(name)
        self._dots.setAccessibleName(name)
        self.keypad.set_words(clear=_("Clear"), back=_("Back one"), enter=enter)
        if not self._refused:
            self._sentence = sentence
            self._edit.setAccessibleDescription(sentence)
        self.update()

    def refuse(self, sentence: str) -> None:
        """Empty the entry and say why the PIN did not do."""
        self._edit.clear()
        self._refused = True
        self._sentence = sentence
        self._edit.setAccessibleDescription(sentence)
        self.set_waiting(waiting=False)
        self.update()

    def clear(self) -> None:
        """Empty the entry, for another person."""
        self._refused = False
        self._edit.clear()
        self.set_waiting(waiting=False)

    def set_waiting(self, *, waiting: bool) -> None:
        """While the PIN is looked at nothing more can be entered."""
        self._edit.setReadOnly(waiting)
        self.keypad.enter.setEnabled(not waiting)

    def _enter(self) -> None:
        if self._edit.text() and not self._edit.isReadOnly():
            self._refused = False
            self.set_waiting(waiting=True)
            self.entered.emit(self._edit.text())

    def _take_change(self, text: str) -> None:
        self._dots.set_typed(len(text))

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        colour = palette.cinnabar if self._refused else palette.ink2
        sentence = (0, _SENTENCE_TOP - 8, canvas.width, 26)
        canvas.text(sentence, self._sentence, size=TYPE.small, colour=colour, align=Align.CENTRE)

    @override
    def arrange(self) -> None:
        now = theme()
        width = self.width() / now.unit
        height = self.unit_height
        self.place(self._dots, (0, 18, width, 20))
        self.place(self._edit, (0, 0, width, _DOTS_ROOM))
        self.place(self.keypad, (0, _PAD_TOP, width, height - _PAD_TOP))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _RING:
            self.update()
        return super().eventFilter(watched, event)
