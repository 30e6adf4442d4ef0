"""A mark 4 px wide that says which part of a long list is in view."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollBar, QWidget
from typing_extensions import override

from ui.widgets.canvas import Canvas
from ui.widgets.painted import Painted

_SHORTEST = 24


class ScrollMark(Painted):
    """Lies over the right edge of a list; empty while everything is in view."""

    def __init__(self, bar: QScrollBar, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._bar = bar
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        bar.valueChanged.connect(self._moved)
        bar.rangeChanged.connect(self._moved)

    @override
    def draw(self, canvas: Canvas) -> None:
        hidden = self._bar.maximum() - self._bar.minimum()
        if hidden <= 0:
            return
        seen = max(1, self._bar.pageStep())
        tall = max(_SHORTEST, canvas.height * seen / (seen + hidden))
        top = (canvas.height - tall) * (self._bar.value() - self._bar.minimum()) / hidden
        canvas.rounded((0, top, canvas.width, tall), radius=2, fill=canvas.palette.edge)

    def _moved(self) -> None:
        self.update()
