"""A plain window with a few sentences, for when there is no shop to show.

Nobody knows yet who reads them, so each stands there in both languages.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.canvas import Canvas
from ui.widgets.card import Window, draw_card
from ui.widgets.painted import Painted
from ui.widgets.paragraph import LINE_HEIGHT, wrapped
from ui.widgets.text_label import TextLabel
from ui.wording import N_, Language, Wording

_WIDTH = 800
_MARGIN = 32
_TOP = 76
_INSIDE = 20
_BETWEEN = 10
_BUTTON = 52
_SIZE = TYPE.row


class PlainWindow(Window):
    """A head, sentences and a button; Esc closes too, a scanner's Enter does not."""

    def __init__(self, head: str, told: Sequence[str], *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._head = ""
        self._ground = _Ground(parent=self)
        self._told: list[TextLabel] = []
        self._press: Callable[[], None] | None = None
        self._act_key = Qt.Key.Key_unknown
        self._act = Button("", kind=ButtonKind.PRIMARY, size=TYPE.quantity, parent=self)
        self._act.clicked.connect(self._press_act)
        self._act.hide()
        self._close = Button(both(N_("Close")), key="Esc", parent=self)
        self._close.clicked.connect(self.close)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.tell(head, told)

    def tell(self, head: str, told: Sequence[str]) -> None:
        """Say this instead of what stands there; the window is as high as it needs."""
        self._head = head
        self.setWindowTitle(head)
        for label in self._told:
            self.take_away(label)
        inside = _WIDTH - 2 * (_MARGIN + _INSIDE)
        y: float = _TOP + _INSIDE
        self._told = []
        for text in told:
            label = TextLabel(text, size=_SIZE, wraps=True, parent=self)
            high = len(wrapped(text, size=_SIZE, width=inside)) * _SIZE * LINE_HEIGHT
            self.place(label, (_MARGIN + _INSIDE, y, inside, high))
            self._told.append(label)
            y += high + _BETWEEN
        foot = y - _BETWEEN + _INSIDE
        self.place(self._ground, (_MARGIN, _TOP, _WIDTH - 2 * _MARGIN, foot - _TOP))
        self._ground.lower()
        row = foot + 20
        self.place(self._close, (_WIDTH - _MARGIN - 190, row, 190, _BUTTON))
        self._places[self._act] = (_WIDTH - _MARGIN - 190 - 12 - 420, row, 420, _BUTTON)
        self.setFixedSize(theme().px(_WIDTH), theme().row(row + _BUTTON + _MARGIN))
        self.restyled()
        self.update()

    def offer(self, label: str, *, key: str, press: Callable[[], None] | None) -> None:
        """Offer one thing to do, by touch or by a key such as F2; None: it is being done."""
        self._press = press
        self._act_key = getattr(Qt.Key, f"Key_{key}")
        self._act.setText(label)
        self._act.set_key(key)
        self._act.setEnabled(press is not None)
        self._act.show()

    @property
    def said(self) -> tuple[str, ...]:
        """What stands on the window: the head first."""
        return (self._head, *(label.text() for label in self._told))

    def _press_act(self) -> None:
        if self._press is not None:
            self._press()

    @override
    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        canvas.icon("warning", (_MARGIN, 28), size=26, colour=canvas.palette.amber)
        box = (_MARGIN + 38, 22, _WIDTH - 2 * _MARGIN - 38, 38)
        canvas.text(box, self._head, size=TYPE.heading, colour=canvas.palette.ink, bold=True)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Not the first button: on some desktops Enter presses what has the focus.
        self.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == self._act_key and not event.isAutoRepeat():
            self._press_act()
        else:
            super().keyPressEvent(event)


class _Ground(Painted):
    """The card under the sentences."""

    @override
    def draw(self, canvas: Canvas) -> None:
        draw_card(canvas)


def both(text: str, /, **fields: object) -> str:
    """Return a short text in both languages, side by side."""
    return " ".join(in_each(text, **fields))


def in_each(text: str, /, **fields: object) -> tuple[str, ...]:
    """Return a text in each language."""
    return tuple(Wording(language).text(text, **fields) for language in Language)
