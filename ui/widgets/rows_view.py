"""A Qt table that draws whole rows on a canvas, with nothing of Qt's own drawing.

Cells stay in the model, for screen readers and tests; on the screen a row is one
picture, because a line that was scanned must be painted within one frame.
"""

from collections.abc import Callable, Hashable
from functools import partial

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget
from typing_extensions import override

from ui.widgets.canvas import Canvas, is_watched
from ui.widgets.row_pictures import RowPictures


class RowsView(QTableView):
    """Scrolls by rows, shows no bars of its own, takes no focus unless allowed to.

    `draw_row` gets a canvas whose corner is the row's, and the row's number. Where
    `shown_by` says what that follows from, the row's picture is kept; what changes more
    often, such as the mark of the current line, is drawn below it by `draw_ground`.
    """

    def __init__(
        self,
        draw_row: Callable[[Canvas, int], None],
        *,
        draw_ground: Callable[[Canvas, int], None] | None = None,
        shown_by: Callable[[int], Hashable] | None = None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._draw_row = draw_row
        self._draw_ground = draw_ground
        self._shown_by = shown_by
        self._pictures = RowPictures(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        colours = QPalette(self.palette())
        colours.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(colours)
        self.viewport().setAutoFillBackground(False)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        rows = self.model().rowCount()
        painter = QPainter(self.viewport())
        try:
            row = max(0, self.rowAt(event.rect().top()))
            while row < rows:
                top = self.rowViewportPosition(row)
                if top > event.rect().bottom():
                    break
                place = QRect(0, top, self.viewport().width(), self.rowHeight(row))
                self._paint_row(painter, place, row=row)
                row += 1
        finally:
            painter.end()

    @override
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier, /
    ) -> QModelIndex:
        """Home and End go to the first and the last row: nobody walks along the cells."""
        if action is QAbstractItemView.CursorAction.MoveHome:
            return self.model().index(0, 0)
        if action is QAbstractItemView.CursorAction.MoveEnd:
            return self.model().index(self.model().rowCount() - 1, 0)
        return super().moveCursor(action, modifiers)

    def _paint_row(self, painter: QPainter, place: QRect, *, row: int) -> None:
        with Canvas(self, painter, place=place) as canvas:
            if self._draw_ground is not None:
                self._draw_ground(canvas, row)
            # Whoever watches for cut texts must see every text drawn.
            if self._shown_by is None or is_watched():
                self._draw_row(canvas, row)
                return
        draw = partial(self._draw_numbered, row=row)
        self._pictures.put(painter, place, row=self._shown_by(row), draw=draw)

    def _draw_numbered(self, canvas: Canvas, *, row: int) -> None:
        self._draw_row(canvas, row)
