"""The bill: two-line rows, money at the right, the current line marked in cobalt."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme import theme
from ui.theme_tokens import RADII, SPACES, TYPE
from ui.widgets.bill_model import BillLine, BillModel
from ui.widgets.canvas import Align, Canvas
from ui.widgets.card import draw_card
from ui.widgets.money_label import money_text
from ui.widgets.painted import Painted
from ui.widgets.rows_view import RowsView
from ui.widgets.scroll_mark import ScrollMark

HEAD = 36
ROW = 48
_FROM_RIGHT = {4: (20, 110), 3: (150, 92), 2: (262, 64)}
"""Distance of each figure's right edge from the card's, and the figure's own width."""

_NAME_LEFT = 60
_NAME_GAP = 8


class BillTable(Painted):
    """The whole card: head, rows, scroll mark. `line_chosen` says what was touched."""

    line_chosen = Signal(int)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(wish=(808, 520), parent=parent)
        self._empty = ""
        self.model = BillModel(self)
        self.view = RowsView(
            self._draw_row, draw_ground=self._draw_ground, shown_by=self._shown_by, parent=self
        )
        self.view.setModel(self.model)
        self.view.clicked.connect(self._take_click)
        self._mark = ScrollMark(self.view.verticalScrollBar(), parent=self)

    @property
    def current_row(self) -> int:
        """The marked line, counted from 0, or -1."""
        return self.view.currentIndex().row()

    def set_words(self, heads: Sequence[str], *, name: str) -> None:
        """The five heads and the table's accessible name, in the language of the moment."""
        self.model.set_heads(heads)
        self.view.setAccessibleName(name)
        self.setAccessibleName(name)
        self.update()

    def set_empty_text(self, text: str) -> None:
        """What stands in the empty table: the last bill's number and change."""
        if text != self._empty:
            self._empty = text
            self._tell_empty()
            self.update()

    def show_lines(self, lines: Sequence[BillLine], *, current: int = -1) -> None:
        """Show these lines with one of them marked and in view; -1 marks none."""
        before, was_empty = self.current_row, not self.model.lines
        self.model.set_lines(lines)
        index = self.model.index(current, 0) if current >= 0 else QModelIndex()
        self.view.setCurrentIndex(index)
        if current >= 0:
            self.view.scrollTo(index)
        if current != before:
            # The line above the mark gains or loses its hairline.
            for row in {before - 1, before, current - 1, current}:
                self.view.viewport().update(self._place_of(row))
        if was_empty != (not self.model.lines):
            self._tell_empty()
            self.update()

    def _tell_empty(self) -> None:
        self.setAccessibleDescription("" if self.model.lines else self._empty)

    def _place_of(self, row: int) -> QRect:
        """Where a line stands in the view, over its whole width."""
        top, tall = self.view.rowViewportPosition(row), self.view.rowHeight(row)
        return QRect(0, top, self.view.viewport().width(), tall)

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        draw_card(canvas)
        heads = [str(self.model.headerData(c, Qt.Orientation.Horizontal)) for c in range(5)]
        grey = palette.ink2
        canvas.text((20, 0, 38, HEAD), heads[0], size=TYPE.micro, colour=grey)
        canvas.text((_NAME_LEFT, 0, 300, HEAD), heads[1], size=TYPE.micro, colour=grey)
        for column, (edge, room) in _FROM_RIGHT.items():
            box = (canvas.width - edge - room, 0, room, HEAD)
            canvas.text(box, heads[column], size=TYPE.micro, colour=grey, align=Align.RIGHT)
        canvas.hairline((1, HEAD), canvas.width - 2)
        if not self.model.lines:
            empty = (SPACES.card, HEAD + 1, canvas.width - 2 * SPACES.card, ROW)
            canvas.text(empty, self._empty, size=TYPE.body, colour=palette.ink2)

    @override
    def arrange(self) -> None:
        width = self.width() / theme().unit
        top = theme().row(HEAD) + 1
        # Whole rows only: half a line at the foot would read as a line that is missing something.
        rows = max(0, self.height() - top - 1) // theme().row(ROW)
        self.view.setGeometry(1, top, self.width() - 2, rows * theme().row(ROW))
        self._mark.setGeometry(self.width() - theme().px(5), top, theme().px(4), self.view.height())
        edge, room = _FROM_RIGHT[2]
        name_right = width - edge - room - _NAME_GAP
        rights: list[float] = [_NAME_LEFT, name_right]
        rights += [width - _FROM_RIGHT[column][0] for column in (2, 3)]
        left = 1
        for column, right in enumerate(rights):
            pixel = theme().px(right)
            self.view.setColumnWidth(column, pixel - left)
            left = pixel
        self.view.setColumnWidth(4, self.width() - 1 - left)
        self.view.verticalHeader().setDefaultSectionSize(theme().row(ROW))

    def _shown_by(self, row: int) -> BillLine:
        return self.model.lines[row]

    def _draw_ground(self, canvas: Canvas, row: int) -> None:
        """A hairline lies between rows, but none at the current line."""
        current = self.current_row
        if row == current:
            self._draw_current_ground(canvas)
        elif row + 1 not in {current, len(self.model.lines)}:
            bottom = canvas.height - 1 / theme().unit
            canvas.hairline((SPACES.card - 1, bottom), canvas.width - 2 * SPACES.card + 2)

    def _draw_row(self, canvas: Canvas, row: int) -> None:
        line = self.model.lines[row]
        grey = canvas.palette.ink2
        canvas.text((19, 0, 40, ROW), str(line.number), size=TYPE.small, colour=grey)
        self._draw_name(canvas, line)
        self._draw_figures(canvas, line)

    def _draw_current_ground(self, canvas: Canvas) -> None:
        """Soft cobalt with a mark of 4, inside the round corners of the card."""
        inside = QRectF(0, 1 - self.view.y(), self.width() - 2, self.height() - 2)
        corner = theme().px(RADII.card) - 1
        path = QPainterPath()
        path.addRoundedRect(inside, corner, corner)
        canvas.painter.save()
        canvas.painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        canvas.fill((0, 0, canvas.width, canvas.height), canvas.palette.cobalt_soft)
        canvas.fill((0, 0, 4, canvas.height), canvas.palette.cobalt)
        canvas.painter.restore()

    def _draw_name(self, canvas: Canvas, line: BillLine) -> None:
        palette = canvas.palette
        left = _NAME_LEFT - 1
        edge, width = _FROM_RIGHT[2]
        room = canvas.width + 1 - edge - width - _NAME_GAP - left
        name = (left, 4, room, 24)
        canvas.text(name, line.name, size=TYPE.row, colour=palette.ink, may_end_in_dots=True)
        x = canvas.words((left, 39), line.code, size=TYPE.micro, colour=palette.ink2)
        x += SPACES.margin if line.code else 0
        box = (left + x, 24, room - x, 20)
        canvas.text(box, line.noted, size=TYPE.micro, colour=palette.jade, may_end_in_dots=True)

    def _draw_figures(self, canvas: Canvas, line: BillLine) -> None:
        palette = canvas.palette
        figures = (
            (2, line.quantity, TYPE.quantity, palette.ink, -8 if line.unit else 1),
            (3, money_text(line.price_fen), TYPE.row, palette.ink2, 0),
            (4, money_text(line.amount_fen), TYPE.quantity, palette.ink, 1),
        )
        for column, words, size, colour, top in figures:
            edge, width = _FROM_RIGHT[column]
            box = (canvas.width + 1 - edge - width, top, width, ROW)
            canvas.text(box, words, size=size, colour=colour, align=Align.RIGHT)
        edge, width = _FROM_RIGHT[2]
        below = (canvas.width + 1 - edge - width, 24, width, 20)
        grey = palette.ink2
        canvas.text(below, line.unit, size=TYPE.micro, colour=grey, align=Align.RIGHT)

    def _take_click(self, index: QModelIndex) -> None:
        self.line_chosen.emit(index.row())
