"""Icons: one round stroke of 1.7 on a grid of 24, in the colour of their meaning."""

import re
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from ui.widgets.icon_strokes import STROKES

GRID = 24
STROKE = 1.7
_THINNEST = 1.3
"""A thinner stroke turns grey on a screen of one pixel per point."""

_TOKEN = re.compile(r"([MLHVCQZORmlhvcqz])|(-?\d*\.?\d+)")
_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "Z": 0, "O": 3, "R": 5}


def draw_icon(painter: QPainter, name: str, *, box: QRectF, colour: str) -> None:
    """Draw the named icon into a square box.

    Raises:
        KeyError: no icon has this name.
    """
    scale = box.width() / GRID
    pen = QPen(QColor(colour))
    pen.setWidthF(max(STROKE, _THINNEST / scale))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(scale, scale)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(icon_path(name))
    painter.restore()


def icon_picture(name: str, *, size: int, colour: str) -> QIcon:
    """The icon as Qt wants it for stock widgets and for the window; `size` in pixels."""
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw_icon(painter, name, box=QRectF(0, 0, size, size), colour=colour)
    painter.end()
    return QIcon(picture)


@lru_cache(maxsize=64)
def icon_path(name: str) -> QPainterPath:
    """The strokes of one icon on the grid of 24."""
    return _path(STROKES[name])


def _path(strokes: str) -> QPainterPath:
    path = QPainterPath()
    letter = "M"
    numbers: list[float] = []
    for found, number in _TOKEN.findall(strokes):
        if found:
            letter = found
            numbers = []
        else:
            numbers.append(float(number))
        if len(numbers) == _NUMBERS[letter.upper()]:
            _add(path, letter, numbers=_absolute(path.currentPosition(), letter, numbers=numbers))
            numbers = []
    return path


def _absolute(here: QPointF, letter: str, *, numbers: list[float]) -> list[float]:
    if letter.isupper():
        return numbers
    if letter == "h":
        return [numbers[0] + here.x()]
    if letter == "v":
        return [numbers[0] + here.y()]
    return [n + (here.y() if i % 2 else here.x()) for i, n in enumerate(numbers)]


def _add(path: QPainterPath, letter: str, *, numbers: list[float]) -> None:
    here = path.currentPosition()
    match letter.upper(), numbers:
        case "M", [x, y]:
            path.moveTo(x, y)
        case "L", [x, y]:
            path.lineTo(x, y)
        case "H", [x]:
            path.lineTo(x, here.y())
        case "V", [y]:
            path.lineTo(here.x(), y)
        case "C", [x1, y1, x2, y2, x, y]:
            path.cubicTo(x1, y1, x2, y2, x, y)
        case "Q", [x1, y1, x, y]:
            path.quadTo(x1, y1, x, y)
        case "O", [x, y, r]:
            path.addEllipse(QPointF(x, y), r, r)
        case "R", [x, y, w, h, r]:
            path.addRoundedRect(QRectF(x, y, w, h), r, r)
        case _:
            path.closeSubpath()
