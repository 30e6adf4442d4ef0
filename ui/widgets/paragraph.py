"""Running text in a box: wrapped between Chinese characters and English words."""

from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout, QTextOption

from ui.theme import Theme, theme
from ui.widgets.canvas import Box, Canvas, report_cut

LINE_HEIGHT = 1.5
_TIGHTEST = 1.36
"""Lines come this close before a text counts as not fitting."""


def draw_paragraph(
    canvas: Canvas, box: Box, text: str, *, size: float, colour: str, pitch: float = 0
) -> float:
    """Draw the text from the top of the box; returns the height it took at unit 1.

    `pitch` is the distance of two lines, 1.5 sizes unless said; when the text has more
    lines than fit, they stand closer rather than lose the last one.
    """
    x, y, width, height = box
    pitch = pitch or size * LINE_HEIGHT
    size, pitch = _fitting(text, (width, height), size=size, pitch=pitch)
    lines = wrapped(text, size=size, width=width)
    if lines and len(lines) * pitch > height + 0.5:
        pitch = max(height / len(lines), size * _TIGHTEST)
        if len(lines) * pitch > height + 0.5:
            report_cut(text)
    for number, line in enumerate(lines):
        line_box = (x, y + number * pitch, width + 2, pitch)
        canvas.text(line_box, line, size=size, colour=colour)
    return len(lines) * pitch


def _fitting(
    text: str, room: tuple[float, float], *, size: float, pitch: float
) -> tuple[float, float]:
    """The size and pitch that its place has room for; never below 100 %."""
    width, height = room
    least, share = size / theme().text_scale, pitch / size
    while size > least and len(wrapped(text, size=size, width=width)) * size * share > height:
        size = max(size - 1, least)
    return size, size * share


def wrapped(text: str, *, size: float, width: float) -> tuple[str, ...]:
    """The lines of a text in a width given at unit 1."""
    return _lines(text, now=theme(), size=size, width=width)


@lru_cache(maxsize=256)
def _lines(text: str, *, now: Theme, size: float, width: float) -> tuple[str, ...]:
    if not text:
        return ()
    layout = QTextLayout(text, now.font(size))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines = []
    layout.beginLayout()
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width * now.unit)
        line.setPosition(QPointF(0, 0))
        start = line.textStart()
        lines.append(text[start : start + line.textLength()].rstrip())
    layout.endLayout()
    return tuple(lines)
