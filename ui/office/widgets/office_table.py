"""A table of the office: head with an `edge` rule, rows of 36, a sum line."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.office.widgets.office_model import Column, OfficeModel, OfficeRow
from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.widgets.canvas import Align, Canvas
from ui.widgets.painted import Painted
from ui.widgets.rows_view import RowsView
from ui.widgets.scroll_mark import ScrollMark

HEAD = 32
ROW = 36
SUM = 42
_GAP = 12
_NAME = 120
"""The least for a column that takes what is left."""


class OfficeTable(Painted):
    """Head, rows and sum line. A row is chosen by touch or arrows, opened by Enter."""

    row_chosen = Signal(int)
    row_opened = Signal(int)
    end_near = Signal()
    """The last rows are in view: whoever has more of them may add a page."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(name=name, parent=parent)
        self._sum: OfficeRow | None = None
        self._empty = ""
        self.model = OfficeModel(self)
        self.view = RowsView(self._draw_row, parent=self)
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view.setTabKeyNavigation(False)
        self.view.setAccessibleName(name)
        self.view.setModel(self.model)
        self.view.selectionModel().currentRowChanged.connect(self._take_choice)
        self.view.clicked.connect(self._take_choice)
        self.view.activated.connect(self._take_opening)
        self.view.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._mark = ScrollMark(self.view.verticalScrollBar(), parent=self)

    @property
    def current_row(self) -> int:
        """The row chosen, counted from 0, or -1."""
        return self.view.currentIndex().row()

    def show_table(
        self,
        columns: Sequence[Column],
        rows: Sequence[OfficeRow],
        *,
        sum_row: OfficeRow | None = None,
        empty: str = "",
    ) -> None:
        """Show these rows; `empty` is what stands there when there are none."""
        self._sum = sum_row
        self._empty = empty
        self.model.show_rows(columns, rows)
        self.arrange()
        self.update()

    def choose(self, row: int) -> None:
        """Put the mark on a row; none there leaves it where it is."""
        if 0 <= row < len(self.model.rows):
            self.view.setCurrentIndex(self.model.index(row, 0))

    def add_page(self, rows: Sequence[OfficeRow]) -> None:
        """Show more rows below these; what is in view stays where it is."""
        if rows:
            self.model.add_rows(rows)
            self.arrange()

    def wanted_height(self) -> float:
        """The height at unit 1 that shows every row."""
        return HEAD + 1 + ROW * self._lines + (SUM if self._sum else 0)

    @property
    def _lines(self) -> int:
        """Rows, or the one line that says that there are none."""
        return len(self.model.rows) or int(bool(self._empty))

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        columns = self.model.columns
        for number, (column, (left, width)) in enumerate(
            zip(columns, self._widths(canvas.width), strict=True)
        ):
            start = left if number == 0 or column.is_figure else left + _GAP
            align = Align.RIGHT if column.is_figure else Align.LEFT
            box = (start, 0, left + width - start, HEAD - 2)
            canvas.text(box, column.head, size=TYPE.micro, colour=palette.ink2, align=align)
        canvas.hairline((0, HEAD), canvas.width, colour=palette.edge)
        if not self.model.rows:
            empty = (0, HEAD + 1, canvas.width, ROW)
            canvas.text(empty, self._empty, size=TYPE.body, colour=palette.ink2)
        if self._sum is not None:
            self._draw_sum(canvas, self._sum)

    @override
    def arrange(self) -> None:
        top = theme().row(HEAD) + 1
        foot = theme().row(SUM) if self._sum is not None else 0
        height = max(0, self.height() - top - foot)
        if self._sum is not None:
            height = min(height, theme().row(ROW) * self._lines)
        is_lower = height < self.view.height()
        self.view.setGeometry(0, top, self.width(), height)
        self._mark.setGeometry(self.width() - theme().px(4), top, theme().px(4), height)
        self.view.verticalHeader().setDefaultSectionSize(theme().row(ROW))
        for number, (left, width) in enumerate(self._widths(self.width() / theme().unit)):
            pixels = theme().px(left + width) - theme().px(left)
            self.view.setColumnWidth(number, pixels)
        if is_lower and self.current_row >= 0:
            # A notice takes room below: the row that it speaks of stays in view.
            self.view.scrollTo(self.view.currentIndex())

    def _widths(self, whole: float) -> list[tuple[float, float]]:
        """Left edge and width of each column; those without a width share what is left."""
        columns = self.model.columns
        loose = sum(1 for column in columns if not column.width)
        # Figures need as much more room as the text is larger, while there is any.
        fixed = sum(column.width for column in columns)
        least = fixed + _NAME * loose
        scale = min(theme().text_scale, max(1.0, whole / least)) if fixed else 1
        rest = max(0.0, whole - fixed * scale)
        places: list[tuple[float, float]] = []
        left = 0.0
        for column in columns:
            width = column.width * scale or rest / loose
            places.append((left, width))
            left += width
        return places

    def _draw_row(self, canvas: Canvas, row: int) -> None:
        if self.view.hasFocus() and row == self.current_row:
            canvas.fill((0, 0, canvas.width, canvas.height), canvas.palette.cobalt_soft)
        if row < len(self.model.rows) - 1:
            canvas.hairline((0, canvas.height - 1 / theme().unit), canvas.width)
        self._draw_cells(canvas, self.model.rows[row], band=(0, ROW), size=TYPE.body)

    def _draw_sum(self, canvas: Canvas, row: OfficeRow) -> None:
        top = HEAD + 1 + self.view.height() / theme().row(1000) * 1000
        canvas.hairline((0, top), canvas.width, colour=canvas.palette.edge)
        self._draw_cells(canvas, row, band=(top, SUM), size=TYPE.row)

    def _draw_cells(
        self, canvas: Canvas, row: OfficeRow, *, band: tuple[float, float], size: float
    ) -> None:
        """The texts of a row; figures stand right, a name alone may end in dots.

        A text has the room of the empty cells after it: a title within a table stands alone.
        """
        top, height = band
        columns = self.model.columns
        widths = self._widths(canvas.width)
        for number, (left, width) in enumerate(widths):
            is_figure = columns[number].is_figure
            before = 0 if number == 0 or is_figure else _GAP
            after = 0 if is_figure or number == len(columns) - 1 else _GAP
            more = 0 if is_figure else _room_after(row, number, widths=widths)
            token = row.colours[number] if number < len(row.colours) else ""
            canvas.text(
                (left + before, top, width + more - before - after, height),
                row.cells[number],
                size=size,
                colour=getattr(canvas.palette, token or "ink"),
                align=Align.RIGHT if is_figure else Align.LEFT,
                may_end_in_dots=columns[number].is_name,
            )

    def _scrolled(self, row: int) -> None:
        bar = self.view.verticalScrollBar()
        if row >= bar.maximum() - bar.pageStep():
            self.end_near.emit()

    def _take_choice(self, index: QModelIndex) -> None:
        self.view.viewport().update()
        if index.isValid():
            self.row_chosen.emit(index.row())

    def _take_opening(self, index: QModelIndex) -> None:
        self.row_opened.emit(index.row())


def _room_after(row: OfficeRow, number: int, *, widths: Sequence[tuple[float, float]]) -> float:
    """The width of the empty cells that follow a cell, up to the last one of the row."""
    room = 0.0
    for cell, (_left, width) in list(zip(row.cells, widths, strict=True))[number + 1 : -1]:
        if cell:
            break
        room += width
    return room
