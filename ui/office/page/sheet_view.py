"""A sheet of facts that scrolls: headings, lines with figures, notes; for details."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme_tokens import TYPE
from ui.widgets.canvas import Align, Canvas
from ui.widgets.painted import Painted
from ui.widgets.paragraph import draw_paragraph, wrapped

_HEADING = 34
_LINE = 28
_SECOND = 46
_RULE = 13


@dataclass(frozen=True, slots=True)
class SheetHeading:
    """A grey word above a group of lines."""

    text: str


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A word and a figure; `note` stands below the word in grey."""

    label: str
    figure: str = ""
    note: str = ""
    colour: str = "ink"


@dataclass(frozen=True, slots=True)
class SheetNote:
    """Running text."""

    text: str
    colour: str = "ink2"


class SheetRule:
    """A hairline between groups."""


SheetPart = SheetHeading | SheetLine | SheetNote | SheetRule


class SheetView(Painted):
    """Arrow keys and the wheel move it; whatever does not fit is still reachable."""

    def __init__(self, name: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(name=name, parent=parent)
        self._parts: tuple[SheetPart, ...] = ()
        self._top = 0.0
        self._stops: list[float] = [0.0]
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_parts(self, parts: Sequence[SheetPart], *, name: str) -> None:
        """Show these, from the top."""
        self._parts = tuple(parts)
        self._top = 0
        self.setAccessibleName(name)
        self.setAccessibleDescription("; ".join(filter(None, map(_spoken, parts))))
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        heights = [_height(part, canvas.width) for part in self._parts]
        self._stops = _stops_of(heights, canvas.height)
        self._top = min(self._top, self._stops[-1])
        y = -self._top
        for part, tall in zip(self._parts, heights, strict=True):
            # Whole or not at all: a line cut through the middle cannot be read.
            is_whole = y >= 0 and y + tall <= canvas.height
            if is_whole or (tall > canvas.height and y < canvas.height and y + tall > 0):
                _draw(canvas, part, y)
            y += tall
        whole = sum(heights)
        if self._stops[-1]:
            seen = min(1.0, canvas.height / whole)
            top = canvas.height * (1 - seen) * self._top / self._stops[-1]
            mark = (canvas.width - 4, top, 4, canvas.height * seen)
            canvas.rounded(mark, radius=2, fill=canvas.palette.edge)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._go(-event.angleDelta().y() / 120 * _LINE * 2)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Down: _LINE,
            Qt.Key.Key_Up: -_LINE,
            Qt.Key.Key_PageDown: _LINE * 8,
            Qt.Key.Key_PageUp: -_LINE * 8,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._go(step)

    def _go(self, by: float) -> None:
        wanted = self._top + by
        if by > 0:
            self._top = next((stop for stop in self._stops if stop >= wanted), self._stops[-1])
        else:
            self._top = next((stop for stop in reversed(self._stops) if stop <= wanted), 0.0)
        self.update()


def _stops_of(heights: Sequence[float], room: float) -> list[float]:
    """Where the sheet may begin: at a part, up to the one from which the rest fits."""
    rest, stops, at = sum(heights), [0.0], 0.0
    for tall in heights:
        if rest - at <= room:
            break
        inside = 0.0
        while tall - inside > room:
            inside += _LINE
            stops.append(at + inside)
        at += tall
        stops.append(at)
    return stops


def _height(part: SheetPart, width: float) -> float:
    match part:
        case SheetHeading():
            return _HEADING
        case SheetLine(note=note):
            return _SECOND if note else _LINE
        case SheetNote(text=text):
            return len(wrapped(text, size=TYPE.small, width=width - 12)) * 21 + 4
        case _:
            return _RULE


def _draw(canvas: Canvas, part: SheetPart, y: float) -> None:
    palette = canvas.palette
    room = canvas.width - 8
    match part:
        case SheetHeading(text):
            canvas.text((0, y + 6, room, 26), text, size=TYPE.micro, colour=palette.ink2)
        case SheetLine(label, figure, note, colour):
            box = (0, y, room, _LINE)
            ink = getattr(palette, colour)
            wide = canvas.text(box, figure, size=TYPE.body, colour=ink, align=Align.RIGHT)
            name = (0, y, room - wide - 12, _LINE)
            canvas.text(name, label, size=TYPE.body, colour=palette.ink, may_end_in_dots=True)
            if note:
                below = (0, y + 23, room, 20)
                canvas.text(below, note, size=TYPE.micro, colour=palette.ink2, may_end_in_dots=True)
        case SheetNote(text, colour):
            lines = (0, y + 2, room - 4, _height(part, canvas.width))
            draw_paragraph(canvas, lines, text, size=TYPE.small, colour=getattr(palette, colour))
        case _:
            canvas.hairline((0, y + 6), room)


def _spoken(part: SheetPart) -> str:
    match part:
        case SheetHeading(text) | SheetNote(text):
            return text
        case SheetLine(label, figure, note):
            return " ".join(filter(None, (label, figure, note)))
        case _:
            return ""
