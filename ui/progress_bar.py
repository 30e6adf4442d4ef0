"""Bars that say how much of a whole: a ticket's progress, a limit, a count."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.canvas import Align, Box, Canvas
from ui.painted import Painted
from ui.theme import theme
from ui.theme_tokens import TYPE


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


class LimitBar(Painted):
    """10 high: jade below the warning, amber above it, cinnabar at the limit.

    The warning level is a mark of 2 px; the sentence below says what happens when.
    """

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(name=name, wish=(0, 44), parent=parent)
        self._used = 0
        self._limit = 1
        self._warning_percent = 80
        self._sentence = ""

    def set_use(
        self, used: int, limit: int, *, warning_percent: int = 80, sentence: str = ""
    ) -> None:
        """Show so much of the limit used, both in fen."""
        self._used = used
        self._limit = limit
        self._warning_percent = warning_percent
        self._sentence = sentence
        self.setAccessibleDescription(sentence)
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        share = self._used * 100
        colour = palette.jade_fill
        if share >= self._limit * 100:
            colour = palette.cinnabar_fill
        elif share >= self._limit * self._warning_percent:
            colour = palette.amber_fill
        bar = (0, 4, canvas.width, 10)
        draw_progress(canvas, bar, done=self._used, whole=self._limit, colour=colour)
        mark = canvas.width * self._warning_percent / 100
        canvas.fill((mark - 1, 0, 2, 18), palette.amber_fill)
        canvas.text((0, 20, canvas.width, 22), self._sentence, size=TYPE.micro, colour=palette.ink2)


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
