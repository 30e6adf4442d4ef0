"""Rows as drawn once: a bill that scrolls copies them and draws none again."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from ui.stretch import stretch_of
from ui.theme import theme
from ui.widgets.canvas import Canvas

_MOST = 64
"""More than any window shows at once; they are few hundred kilobytes each."""


class RowPictures:
    """What a row looked like, kept under everything that its looks depend on."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._kept: dict[Hashable, QPixmap] = {}

    def put(
        self, painter: QPainter, place: QRect, *, row: Hashable, draw: Callable[[Canvas], None]
    ) -> None:
        """Copy the row's picture to its place; draw it first where there is none.

        `row` is whatever a row shows; size, theme and screen are looked at here.
        """
        dense = self._widget.devicePixelRatioF()
        looks = (row, place.width(), place.height(), dense, theme(), stretch_of(self._widget))
        picture = self._kept.get(looks)
        if picture is None:
            picture = self._drawn(place, dense, draw=draw)
            if len(self._kept) >= _MOST:
                self._kept.clear()
            self._kept[looks] = picture
        painter.drawPixmap(place.topLeft(), picture)

    def _drawn(self, place: QRect, dense: float, *, draw: Callable[[Canvas], None]) -> QPixmap:
        picture = QPixmap(place.size() * dense)
        picture.setDevicePixelRatio(dense)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        try:
            whole = QRect(0, 0, place.width(), place.height())
            with Canvas(self._widget, painter, place=whole) as canvas:
                draw(canvas)
        finally:
            painter.end()
        return picture
