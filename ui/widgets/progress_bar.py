"""Bars that say how much of a whole: a ticket's progress, a limit, a count."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.widgets.canvas import Align, Box, Canvas
from ui.widgets.painted import Painted


def draw_progress(canvas: Canvas, box: Box, *, done: int, whole: int, colour: str) -> None:
    """A track with its part filled; any part above nothing can be seen."""
    x, y, width, height = box
    canvas.rounded(box, radius=height / 2, fill=canvas.palette.sunken)
    part = part_of(width, done=done, whole=whole, smallest=height)
    if part:
        canvas.rounded((x, y, part, height), radius=height / 2, fill=colour)


def part_of(width: float, *, done: int, whole: int, smallest: float) -> float:
    """The filled length: nothing for 0, else from its own height to the whole."""
    if done <= 0 or whole <= 0:
        return 0
    return min(width, max(smallest, width * done / whole))


class ProgressBar(Painted):
    """A bar in the colour of a token: `jade_fill`, or `spent` for what has left."""

    def __init__(self, name: str, *, height: float = 8, parent: QWidget | None = None) -> None:
        super().__init__(name=name, wish=(0, height), parent=parent)
        self._done = 0
        self._whole = 1
        self._colour = "jade_fill"

    def set_progress(self, done: int, whole: int, *, colour: str = "jade_fill") -> None:
        """Show so much of the whole, both in the same unit."""
        self._done = done
        self._whole = whole
        self._colour = colour
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        height = min(canvas.height, self._wish[1])
        box = (0, (canvas.height - height) / 2, canvas.width, height)
        colour = getattr(canvas.palette, self._colour)
        draw_progress(canvas, box, done=self._done, whole=self._whole, colour=colour)


class CountBar(Painted):
    """One kind among several: its word, its count, and a bar against the largest."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(wish=(0, 44), parent=parent)
        self._label = ""
        self._figure = ""
        self._count = 0
        self._largest = 1

    def set_count(self, label: str, figure: str, *, count: int, largest: int) -> None:
        """Show this kind; `figure` is how `count` is written."""
        self._label = label
        self._figure = figure
        self._count = count
        self._largest = largest
        self.setAccessibleName(f"{label} {figure}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().row(44))

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        box = (0, 2, canvas.width, 22)
        wide = canvas.text(box, self._figure, size=TYPE.body, colour=palette.ink, align=Align.RIGHT)
        label = (0, 2, canvas.width - wide - 8, 22)
        canvas.text(label, self._label, size=TYPE.body, colour=palette.ink)
        bar = (0, 27, canvas.width, 6)
        draw_progress(canvas, bar, done=self._count, whole=self._largest, colour=palette.ramp[1])
