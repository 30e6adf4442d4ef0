"""A painter that speaks in the figures of the look: unit-1 lengths, token colours.

Widgets give places as (x, y, width, height) the way look.md prints them; the canvas
multiplies by the unit, keeps hairlines at one pixel, and notices texts that do not fit.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import Enum
from functools import lru_cache
from types import TracebackType
from typing import Self

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath
from PySide6.QtWidgets import QWidget

from ui.stretch import stretch_of
from ui.theme import text_scaled, theme
from ui.theme_tokens import BOLD_FROM, BOLD_TO, KEYCAP_SHADE_PERCENT, RADII, TYPE
from ui.widgets.icons import draw_icon
from ui.widgets.text_measure import elided, keycap_width, pixel_width

Box = tuple[float, float, float, float]
"""x, y, width and height at unit 1, counted from the upper left of the canvas."""

_cut_texts: ContextVar[list[str] | None] = ContextVar("texts that did not fit", default=None)
_RISE = 0.36
"""From the middle of a line down to its baseline, in sizes: Chinese and digits look centred."""


class Align(Enum):
    """Where a text stands in its box; money stands right."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@contextmanager
def watching_cut_texts() -> Iterator[list[str]]:
    """Collect every text that did not fit its place while drawn inside this block.

    Nothing may ever be cut but a product name in a row; the screenshot tests demand
    that this list stays empty.
    """
    found: list[str] = []
    token = _cut_texts.set(found)
    try:
        yield found
    finally:
        _cut_texts.reset(token)


def report_cut(text: str) -> None:
    """Tell whoever watches that this text did not fit its place."""
    watched = _cut_texts.get()
    if watched is not None:
        watched.append(text)


def is_watched() -> bool:
    """Whether somebody watches for texts that do not fit."""
    return _cut_texts.get() is not None


@lru_cache(maxsize=128)
def _colour(token: str) -> QColor:
    return QColor(token)


class Canvas:
    """One drawing of one widget, or of one row when a painter and place are given."""

    def __init__(
        self,
        widget: QWidget,
        painter: QPainter | None = None,
        *,
        place: QRect | None = None,
        wanted: QRect | None = None,
    ) -> None:
        """Draw on a widget, or on part of it; of texts only what is `wanted` now."""
        self._scale = text_scaled(stretch_of(widget))
        self._scale.__enter__()
        self.theme = theme()
        self.palette = self.theme.palette
        self._owns = painter is None
        self.painter = painter if painter is not None else QPainter(widget)
        pixels = place if place is not None else widget.rect()
        self._origin = pixels.topLeft()
        self._wanted = wanted or pixels
        self._across = self.theme.unit
        self._down = self.theme.unit * self.theme.text_scale
        self.width = pixels.width() / self._across
        self.height = pixels.height() / self._down

    def __enter__(self) -> Self:
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._scale.__exit__(None, None, None)
        # A painter left open by an error would take the whole program down with it.
        if self._owns:
            self.painter.end()

    def fill(self, box: Box, colour: str) -> None:
        """A plain rectangle without an edge."""
        self.painter.fillRect(self._pixels(box), _colour(colour))

    def rounded(
        self, box: Box, *, radius: float, fill: str = "", edge: str = "", edge_width: float = 1
    ) -> None:
        """A box with round corners; its edge lies inside, so nothing moves when it grows."""
        rect, corner = QRectF(self._pixels(box)), radius * self._across
        # A hairline stays one pixel at any unit; a ring or a mark grows with it.
        width = 1.0 if edge_width == 1 else self.theme.px(edge_width)
        if fill:
            half = width / 2 if edge else 0.0
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.setBrush(_colour(fill))
            inner = max(0.0, corner - half)
            self.painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), inner, inner)
        if edge:
            # Between two outlines: a pen is uneven at the corners and takes ten times as long.
            inner = max(0.0, corner - width)
            ring = QPainterPath()
            ring.addRoundedRect(rect, corner, corner)
            ring.addRoundedRect(rect.adjusted(width, width, -width, -width), inner, inner)
            self.painter.fillPath(ring, _colour(edge))

    def shade(self, box: Box, *, radius: float, percent: int) -> None:
        """Lay black over a fill: keycaps on it, or the main action while pressed."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(0, 0, 0, round(255 * percent / 100)))
        corner = radius * self._across
        self.painter.drawRoundedRect(QRectF(self._pixels(box)), corner, corner)

    def hairline(self, start: tuple[float, float], length: float, *, colour: str = "") -> None:
        """A line of one pixel to the right of a point; its colour is `line` unless said."""
        x, y, w, _ = self._edges((*start, length, 0))
        self.painter.fillRect(QRect(x, y, w, 1), _colour(colour or self.palette.line))

    def upright(self, start: tuple[float, float], length: float, *, colour: str = "") -> None:
        """A line of one pixel downwards from a point."""
        x, y, _, h = self._edges((*start, 0, length))
        self.painter.fillRect(QRect(x, y, 1, h), _colour(colour or self.palette.line))

    def icon(self, name: str, at: tuple[float, float], *, size: float, colour: str) -> None:
        """An icon with its upper left corner at a point.

        Larger text does not stretch it; it stays in the middle of its line.
        """
        side = round(size * self._across)
        x = self._origin.x() + round(at[0] * self._across)
        y = self._origin.y() + round((at[1] + size / 2) * self._down - side / 2)
        draw_icon(self.painter, name, box=QRectF(x, y, side, side), colour=colour)

    def disc(self, centre: tuple[float, float], radius: float, *, fill: str) -> None:
        """A round ground, which larger text does not stretch either."""
        middle = QPointF(
            self._origin.x() + centre[0] * self._across, self._origin.y() + centre[1] * self._down
        )
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(_colour(fill))
        self.painter.drawEllipse(middle, radius * self._across, radius * self._across)

    def text(
        self,
        box: Box,
        text: str,
        *,
        size: float,
        colour: str,
        align: Align = Align.LEFT,
        bold: bool = False,
        spacing: float = 0,
        may_end_in_dots: bool = False,
    ) -> float:
        """One line, in the middle of the box's height; returns its width at unit 1.

        Text set larger gives so much of it up as its place lacks. A text that does not fit
        even so is set smaller, down to the smallest size there is, and reported to whoever
        watches; only a product name may end in dots.
        """
        font, shown, advance = self._fitting(
            text, box[2], style=(size, bold, spacing), dots=may_end_in_dots
        )
        if text and font.pixelSize() > self.height * self._down:
            report_cut(text)
        _, top, _, height = self._edges(box)
        # Letters keep their place between pixels, or runs of text would shift by a hair.
        start = self._origin.x() + box[0] * self._across
        if align is not Align.LEFT:
            slack = box[2] * self._across - advance
            start += slack if align is Align.RIGHT else slack / 2
        baseline = top + height / 2 + font.pixelSize() * _RISE
        self._draw(QPointF(start, baseline), shown, font=font, colour=colour)
        return advance / self._across

    def words(
        self,
        at: tuple[float, float],
        text: str,
        *,
        size: float,
        colour: str,
        align: Align = Align.LEFT,
        bold: bool = False,
    ) -> float:
        """A text on a baseline, for runs of several sizes; returns its width at unit 1."""
        font = self.theme.font(size, bold=bold)
        advance = pixel_width(text, self.theme, size=size, bold=bold)
        x = self._origin.x() + at[0] * self._across
        if align is Align.RIGHT:
            x -= advance
        elif align is Align.CENTRE:
            x -= advance / 2
        self._draw(
            QPointF(x, self._origin.y() + at[1] * self._down), text, font=font, colour=colour
        )
        return advance / self._across

    def middle(self, size: float) -> float:
        """The baseline of a text of this size in the middle of the canvas."""
        return self.height / 2 + size * _RISE

    def keycap(
        self, at: tuple[float, float], key: str, *, on_fill: bool = False, to_left: bool = False
    ) -> float:
        """A key's name on a cap 22 high whose middle is at `at[1]`; returns its width.

        On a till without a keyboard nothing is drawn and the width is 0.
        """
        width = keycap_width(key)
        if not width:
            return 0
        left = at[0] - width if to_left else at[0]
        box = (left, at[1] - 11, width, 22)
        if on_fill:
            self.shade(box, radius=RADII.keycap, percent=KEYCAP_SHADE_PERCENT)
        else:
            self.rounded(box, radius=RADII.keycap, fill=self.palette.sunken)
        colour = self.palette.on_fill if on_fill else self.palette.ink2
        self.text(box, key, size=TYPE.micro, colour=colour, align=Align.CENTRE)
        return width

    def _fitting(
        self, text: str, width: float, *, style: tuple[float, bool, float], dots: bool
    ) -> tuple[QFont, str, float]:
        """The font, the text and its width in pixels that fit into a width at unit 1."""
        size, bold, spacing = style
        now = self.theme
        room = width * self._across + 0.5
        advance = pixel_width(text, now, size=size, bold=bold, spacing=spacing)
        # Larger text is as large as its place allows, and never smaller than without.
        while advance > room and size > style[0] / now.text_scale:
            size = max(size - 1, style[0] / now.text_scale)
            bold = bold and BOLD_FROM <= size <= BOLD_TO
            advance = pixel_width(text, now, size=size, bold=bold, spacing=spacing)
        if not text or advance <= room:
            return now.font(size, bold=bold, spacing=spacing), text, advance
        if not dots:
            report_cut(text)
            bold = False
            while advance > room and size > TYPE.micro / now.text_scale:
                size -= 1
                advance = pixel_width(text, now, size=size, spacing=spacing)
        font = now.font(size, bold=bold, spacing=spacing)
        shown = elided(text, font, room=room)
        return font, shown, pixel_width(shown, now, size=size, bold=bold, spacing=spacing)

    def _draw(self, baseline: QPointF, text: str, *, font: QFont, colour: str) -> None:
        y, tall = round(baseline.y()), font.pixelSize()
        seen = self._wanted.adjusted(0, -tall, 0, tall)
        if not seen.top() < y < seen.bottom() or baseline.x() > seen.right():
            # Setting a text costs the same where nothing of it will be seen.
            return
        self.painter.setFont(font)
        self.painter.setPen(_colour(colour))
        self.painter.drawText(QPointF(baseline.x(), y), text)

    def _edges(self, box: Box) -> tuple[int, int, int, int]:
        """Whole pixels; neighbours that meet at unit 1 meet at every unit."""
        x, y, w, h = box
        left = round(x * self._across)
        top = round(y * self._down)
        right = round((x + w) * self._across)
        bottom = round((y + h) * self._down)
        return left + self._origin.x(), top + self._origin.y(), right - left, bottom - top

    def _pixels(self, box: Box) -> QRect:
        return QRect(*self._edges(box))
