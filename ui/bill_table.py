"""The bill: two-line rows, money at the right, the current line marked in cobalt."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget
from typing_extensions import override

from ui.bill_model import LINE_ROLE, BillLine, BillModel
from ui.canvas import Align, Canvas
from ui.card import draw_card
from ui.money_label import money_text
from ui.painted import Painted
from ui.rows_view import rows_view
from ui.scroll_mark import ScrollMark
from ui.theme import theme
from ui.theme_tokens import RADII, SPACES, TYPE

HEAD = 36
ROW = 48
_FROM_RIGHT = {4: (20, 110), 3: (150, 92), 2: (262, 64)}
"""Distance of each figure's right edge from the card's, and the figure's own width."""

_NAME_LEFT = 60
_NAME_GAP = 8


class BillRows(QStyledItemDelegate):
    """Draws one cell; a hairline lies between rows, but none at the current line."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, theme().row(ROW))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line: BillLine = index.data(LINE_ROLE)
        place: QRect = option.rect
        with Canvas(self._table, painter, place=place) as canvas:
            self._draw_ground(canvas, index)
            if index.column() == 0:
                box = (19, 0, 40, ROW)
                number = str(line.number)
                canvas.text(box, number, size=TYPE.small, colour=canvas.palette.ink2)
            elif index.column() == 1:
                self._draw_name(canvas, line)
            else:
                self._draw_figure(canvas, line, column=index.column())

    def _draw_ground(self, canvas: Canvas, index: QModelIndex | QPersistentModelIndex) -> None:
        palette = canvas.palette
        current = self._table.currentIndex().row()
        row, column = index.row(), index.column()
        if row == current:
            canvas.painter.save()
            canvas.painter.setClipPath(self._inside_of_card(), Qt.ClipOperation.IntersectClip)
            canvas.fill((0, 0, canvas.width, canvas.height), palette.cobalt_soft)
            if column == 0:
                canvas.fill((0, 0, 4, canvas.height), palette.cobalt)
            canvas.painter.restore()
            return
        is_last = row == index.model().rowCount() - 1
        if is_last or row + 1 == current:
            return
        left = SPACES.card - 1 if column == 0 else 0
        right = SPACES.card - 1 if column == len(_FROM_RIGHT) + 1 else 0
        bottom = canvas.height - 1 / theme().unit
        canvas.hairline((left, bottom), canvas.width - left - right)

    def _inside_of_card(self) -> QPainterPath:
        """The card without its edge: the lowest line may lie in its round corners."""
        path = QPainterPath()
        card = self._table.parentWidget()
        if card is None:
            return path
        rect = QRectF(0, 1 - self._table.y(), card.width() - 2, card.height() - 2)
        corner = theme().px(RADII.card) - 1
        path.addRoundedRect(rect, corner, corner)
        return path

    def _draw_name(self, canvas: Canvas, line: BillLine) -> None:
        palette = canvas.palette
        room = canvas.width
        name = (0, 4, room, 24)
        canvas.text(name, line.name, size=TYPE.row, colour=palette.ink, may_end_in_dots=True)
        x = canvas.words((0, 39), line.code, size=TYPE.micro, colour=palette.ink2)
        if not line.note and not line.saved_fen:
            return
        saved = money_text(line.saved_fen) if line.saved_fen else ""
        note = f"{line.note}  {saved}".strip()
        x += SPACES.margin if line.code else 0
        box = (x, 24, room - x, 20)
        canvas.text(box, note, size=TYPE.micro, colour=palette.jade, may_end_in_dots=True)

    def _draw_figure(self, canvas: Canvas, line: BillLine, *, column: int) -> None:
        palette = canvas.palette
        words, size, colour, top = {
            2: (line.quantity, TYPE.quantity, palette.ink, 1),
            3: (money_text(line.price_fen), TYPE.row, palette.ink2, 0),
            4: (money_text(line.amount_fen), TYPE.quantity, palette.ink, 1),
        }[column]
        end = 19.0 if column == max(_FROM_RIGHT) else 0.0
        room = _FROM_RIGHT[column][1]
        box = (canvas.width - end - room, top, room, ROW)
        canvas.text(box, words, size=size, colour=colour, align=Align.RIGHT)


class BillTable(Painted):
    """The whole card: head, rows, scroll mark. `line_chosen` says which row was touched."""

    line_chosen = Signal(int)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(wish=(808, 520), parent=parent)
        self._empty = ""
        self.model = BillModel(self)
        self.view = rows_view(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(BillRows(self.view))
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
        self._empty = text
        self.update()

    def show_lines(self, lines: Sequence[BillLine], *, current: int = -1) -> None:
        """Show these lines with one of them marked and in view; -1 marks none."""
        before = self.current_row
        self.model.set_lines(lines)
        index = self.model.index(current, 0) if current >= 0 else QModelIndex()
        self.view.setCurrentIndex(index)
        if current >= 0:
            self.view.scrollTo(index)
        if current != before:
            # The line above the mark gains or loses its hairline.
            self.view.viewport().update()
        self.update()

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
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyled()

    @override
    def restyled(self) -> None:
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

    def _take_click(self, index: QModelIndex) -> None:
        self.line_chosen.emit(index.row())
