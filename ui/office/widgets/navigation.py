"""The office's pages at the left, and a choice of a few periods in one bar."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme import theme
from ui.theme_tokens import RADII, TYPE
from ui.widgets.canvas import Align, Canvas
from ui.widgets.painted import Painted, PaintedButton


class NavButton(PaintedButton):
    """168 x 48: icon and page; the page shown is checked and soft cobalt."""

    def __init__(self, text: str, *, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(text, wish=(168, 48), parent=parent)
        self.setCheckable(True)
        self._icon_name = icon

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        colour = palette.cobalt if self.isChecked() else palette.ink
        fill = palette.cobalt_soft if self.isChecked() else ""
        if self.isDown() or (self.underMouse() and not self.isChecked()):
            fill = palette.sunken
        edge = palette.cobalt if self.hasFocus() else ""
        box = (0, 0, canvas.width, canvas.height)
        canvas.rounded(box, radius=RADII.button, fill=fill, edge=edge, edge_width=2)
        icon_colour = palette.cobalt if self.isChecked() else palette.ink2
        canvas.icon(self._icon_name, (12, canvas.height / 2 - 10), size=20, colour=icon_colour)
        words = (44, 0, canvas.width - 48, canvas.height)
        canvas.text(words, self.text(), size=TYPE.row, colour=colour)


class _Segment(PaintedButton):
    """One choice of the bar."""

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        box = (0, 0, canvas.width, canvas.height)
        fill = palette.surface if self.isChecked() else ""
        edge = palette.cobalt if self.hasFocus() else ""
        canvas.rounded(box, radius=RADII.keycap, fill=fill, edge=edge, edge_width=2)
        colour = palette.ink if self.isChecked() else palette.ink2
        colour = colour if self.isEnabled() else palette.edge
        canvas.text(box, self.text(), size=TYPE.body, colour=colour, align=Align.CENTRE)


class SegmentBar(Painted):
    """A few choices side by side, one of them chosen; `chosen` says which, from 0."""

    chosen = Signal(int)

    def __init__(self, choices: Sequence[str], *, parent: QWidget | None = None) -> None:
        super().__init__(wish=(72 * len(choices), 40), parent=parent)
        self._segments = [_Segment(choice, parent=self) for choice in choices]
        for segment in self._segments:
            segment.setCheckable(True)
            segment.clicked.connect(self._take_click)
        self.choose(0)

    @property
    def segments(self) -> tuple[PaintedButton, ...]:
        """The choices as buttons, from left to right."""
        return tuple(self._segments)

    @property
    def choice(self) -> int:
        """Which is chosen, counted from 0."""
        return next(n for n, segment in enumerate(self._segments) if segment.isChecked())

    def choose(self, number: int) -> None:
        """Show this one as chosen, without saying so."""
        for place, segment in enumerate(self._segments):
            segment.setChecked(place == number)

    def set_words(self, choices: Sequence[str]) -> None:
        """The same choices in another language."""
        for segment, words in zip(self._segments, choices, strict=True):
            segment.setText(words)

    @override
    def draw(self, canvas: Canvas) -> None:
        box = (0, 0, canvas.width, canvas.height)
        canvas.rounded(box, radius=RADII.button, fill=canvas.palette.sunken)

    @override
    def arrange(self) -> None:
        width = self.width() / theme().unit / len(self._segments)
        for number, segment in enumerate(self._segments):
            self.place(segment, (number * width + 3, 3, width - 6, self._wish[1] - 6))

    def _take_click(self) -> None:
        number = self._segments.index(self.sender())  # type: ignore[arg-type]
        self.choose(number)
        self.chosen.emit(number)
