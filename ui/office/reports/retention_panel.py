"""Members without activity for three years, over the reports page.

The button that opens it is here too.
"""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from pos_app.actions.papers.export_report import export_report, report_path
from pos_app.actions.papers.report_papers import RETENTION
from pos_app.actions.watching.retention_list import RETENTION_YEARS, RetentionList, retention_list
from pos_app.actions.watching.retention_tables import retention_tables
from pos_app.reports.cell_text import cell_text
from pos_app.reports.table import Kind
from ui.office.page.office_page import OfficePage, name_table
from ui.office.page.over_page import OverPage
from ui.office.page.page_places import MARK, whole_rows
from ui.office.page.panel_button import PanelButton
from ui.office.widgets.office_model import Column, OfficeRow
from ui.office.widgets.office_table import OfficeTable
from ui.theme_tokens import TYPE
from ui.widgets.buttons import Button
from ui.widgets.text_label import TextLabel
from ui.wording import N_

KEY = "F9"
_BUTTONS = 100
_WIDTHS = (72, 112, 104, 112, 96, 0)


class RetentionPanel(OverPage):
    """Enter opens the member, who is erased there; F6 and F7 are the list as files."""

    def __init__(self, page: OfficePage) -> None:
        super().__init__(page)
        self._told: RetentionList | None = None
        self.table = OfficeTable("", parent=self)
        self.table.row_opened.connect(self._open_row)
        self.note = TextLabel(colour="ink2", wraps=True, parent=self)
        self.pdf_button = Button("PDF", icon="file", key="F6", size=TYPE.body, parent=self)
        self.csv_button = Button("CSV", icon="file", key="F7", size=TYPE.body, parent=self)
        for button, key, ending in ((self.pdf_button, "F6", "pdf"), (self.csv_button, "F7", "csv")):
            button.clicked.connect(partial(self._export, ending))
            self.bind(key, partial(self._export, ending))

    def ask(self) -> None:
        """Show who is on the list today."""
        self.read(partial(retention_list, self.page.desk.shop), self._show)

    def put_words(self) -> None:
        """Show the list in the language of the moment."""
        if self.isVisible() and self._told is not None:
            self._show(self._told)

    def lay_out(self, width: float, height: float) -> None:
        """The table, what it means, and the papers below it."""
        x, y, _width, _height = self.inside
        self.place(self.table, (x, y, width, whole_rows(height - _BUTTONS)))
        self.place(self.note, (x, y + height - 92, width, 44))
        for number, button in enumerate((self.pdf_button, self.csv_button)):
            self.place(button, (x + number * 120, y + height - 40, 112, 40))

    def _show(self, told: RetentionList) -> None:
        _ = self.words.text
        self._told = told
        report = retention_tables(told, self.words.wording)
        (table,) = report.tables
        figures = "  ·  ".join(f"{each.label} {each.value}" for each in report.figures)
        self.head(f"{report.title}  {figures}")
        self.note.set_text(report.note)
        kinds = [column.kind for column in table.columns]
        columns = [
            Column(column.title, width, is_figure=column.kind is Kind.MONEY)
            for column, width in zip(table.columns, _WIDTHS, strict=True)
        ]
        rows = [
            OfficeRow((*(cell_text(cell, kind) for cell, kind in zip(row, kinds, strict=True)), ""))
            for row in table.rows
        ]
        name_table(self.table, table.title)
        self.table.show_table((*columns, MARK), rows, empty=_("Nobody"))
        self.come(self.table.view)

    def _open_row(self, row: int) -> None:
        if self._told is not None and 0 <= row < len(self._told.members):
            self.hide()
            self.page.wanted.emit("members", str(self._told.members[row].number))

    def _export(self, ending: str) -> None:
        shop, language = self.page.desk.shop, self.words.language.value
        files = {ending: report_path(shop, RETENTION, RETENTION_YEARS, ending=ending)}
        work = partial(
            export_report, shop, RETENTION, RETENTION_YEARS, files=files, language=language
        )
        self.page.run(work, self._written)

    def _written(self, written: tuple[Path, ...]) -> None:
        self.page.tell_saved(written[0])


class RetentionButton(PanelButton):
    """Opens the list."""

    def __init__(self, page: OfficePage, *, parent: QWidget) -> None:
        self.panel = RetentionPanel(page)
        super().__init__(page, N_("Kept data"), key=KEY, opens=self.panel.ask, parent=parent)
