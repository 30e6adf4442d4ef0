"""A plain window with a text, for when there is no shop to show anything else in."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.buttons import Button
from ui.canvas import Canvas
from ui.card import Window
from ui.text_label import TextLabel
from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.wording import LiveWording

_WIDTH, _HEIGHT = 720, 320


class PlainWindow(Window):
    """A sentence and a button; Esc closes too, Enter does not: it may be a scanner's."""

    def __init__(self, text: str, *, words: LiveWording, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._text = TextLabel(text, size=TYPE.quantity, wraps=True, parent=self)
        self._close = Button("", key="Esc", parent=self)
        self._close.clicked.connect(self.close)
        _ = words.text
        self._close.setText(_("Close"))
        self.setFixedSize(theme().px(_WIDTH), theme().row(_HEIGHT))
        self.place(self._text, (32, 32, _WIDTH - 64, _HEIGHT - 128))
        self.place(self._close, (_WIDTH - 32 - 160, _HEIGHT - 76, 160, 52))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        canvas.icon("warning", (_WIDTH - 64, 24), size=26, colour=canvas.palette.amber)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
