"""The line at the foot: who, till, shift, held bills; saved, printer, clock.

Good is grey; only what is wrong has a colour, and then words too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from math import inf

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme_tokens import RADII, SPACES, TYPE
from ui.widgets.canvas import Box, Canvas
from ui.widgets.painted import Painted, pixels_of
from ui.widgets.text_measure import text_width

_HEIGHT = 32
_GAP = 24
_ICON = 16
_ICON_GAP = 6


class Tone(Enum):
    """How a mark of the status line is coloured; each is a token's name."""

    GOOD = "ink2"
    CLOCK = "ink"
    CALLING = "cobalt"
    ATTENTION = "amber"
    WRONG = "cinnabar"
    TRAINING = "plum_fill"


@dataclass(frozen=True, slots=True)
class StatusMark:
    """One mark; one that has a `name` can be touched."""

    text: str
    icon: str = ""
    tone: Tone = Tone.GOOD
    name: str = ""


class StatusLine(Painted):
    """32 high, over the whole width of the window."""

    ROOM = 32

    pressed = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(wish=(0, _HEIGHT), parent=parent)
        self._left: tuple[StatusMark, ...] = ()
        self._right: tuple[StatusMark, ...] = ()
        self._spots: list[tuple[QRect, str]] = []

    def set_marks(self, left: Sequence[StatusMark], right: Sequence[StatusMark]) -> None:
        """Show these marks, each group from left to right."""
        if (tuple(left), tuple(right)) == (self._left, self._right):
            return
        self._left = tuple(left)
        self._right = tuple(right)
        self.setAccessibleName("; ".join(mark.text for mark in (*left, *right)))
        self.update()

    @property
    def marks(self) -> tuple[StatusMark, ...]:
        """What stands on the line, from left to right."""
        return (*self._left, *self._right)

    @override
    def draw(self, canvas: Canvas) -> None:
        canvas.fill((0, 0, canvas.width, canvas.height), canvas.palette.surface)
        canvas.hairline((0, 0), canvas.width)
        self._spots = []
        right = canvas.width - SPACES.margin
        for mark in reversed(self._right):
            right -= _width(mark)
            self._draw_mark(canvas, mark, x=right)
            right -= _GAP
        x: float = SPACES.margin
        for mark in self._left:
            # What needs attention stands at the right; a long name gives way to it.
            x += self._draw_mark(canvas, mark, x=x, room=right - x) + _GAP

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        for spot, name in self._spots:
            if name and spot.contains(event.position().toPoint()):
                self.pressed.emit(name)

    def _draw_mark(self, canvas: Canvas, mark: StatusMark, *, x: float, room: float = inf) -> float:
        width = min(_width(mark), max(0.0, room))
        touch: Box = (x - _GAP / 2, 0, width + _GAP, _HEIGHT)
        self._spots.append((pixels_of(touch), mark.name))
        colour = getattr(canvas.palette, mark.tone.value)
        middle = _HEIGHT / 2
        if mark.tone is Tone.TRAINING:
            canvas.rounded((x, middle - 11, width, 22), radius=RADII.keycap, fill=colour)
            box = (x + 8, 0, width - 15, _HEIGHT)
            canvas.text(box, mark.text, size=TYPE.micro, colour=canvas.palette.on_fill)
            return width
        lead: float = 0
        if mark.icon:
            canvas.icon(mark.icon, (x, middle - _ICON / 2), size=_ICON, colour=colour)
            lead = _ICON + _ICON_GAP
        box = (x + lead, 0, width - lead + 1, _HEIGHT)
        is_cut = width < _width(mark)
        canvas.text(box, mark.text, size=TYPE.micro, colour=colour, may_end_in_dots=is_cut)
        return width


def _width(mark: StatusMark) -> float:
    text = text_width(mark.text, TYPE.micro)
    if mark.tone is Tone.TRAINING:
        return text + 16
    return text + (_ICON + _ICON_GAP if mark.icon else 0)
