"""The month-end statement over the reports page; other papers of its time too."""

from functools import partial
from pathlib import Path

from pos_app.actions.reports.export_report import export_report, report_path
from pos_app.actions.reports.month_statement import month_statement
from pos_app.actions.reports.month_tables import PAPER_ONLY, month_tables
from pos_app.actions.reports.print_report import print_report
from pos_app.actions.reports.report_papers import CLEARING, MONTH, REFERRALS, ReportPaper, When
from pos_app.domain.moment import Day
from pos_app.domain.month import Month, month_after, month_of, year_of
from pos_app.reports.cell_text import cell_text
from pos_app.reports.table import Report, ReportTable
from pos_app.shop import Shop
from ui.office.page.office_page import OfficePage, name_table
from ui.office.page.over_page import OverPage
from ui.office.page.page_places import MARK, whole_rows
from ui.theme_tokens import TYPE
from ui.widgets.buttons import Button
from ui.widgets.office_model import Column, OfficeRow
from ui.widgets.office_table import OfficeTable
from ui.wording import LiveWording

KEY = "F8"
_FIGURES = 8
_FIGURE = 100
_BUTTONS = 52


class MonthPanel(OverPage):
    """Left and Right go a month; P, F6, F7 its papers, F8 the clearing, F9 referrals."""

    def __init__(self, page: OfficePage) -> None:
        super().__init__(page)
        self._month = Month("")
        self._latest = Month("")
        self.table = OfficeTable("", parent=self)
        self.print_button = Button("", icon="printer", key="P", size=TYPE.body, parent=self)
        self.pdf_button = Button("PDF", icon="file", key="F6", size=TYPE.body, parent=self)
        self.csv_button = Button("CSV", icon="file", key="F7", size=TYPE.body, parent=self)
        self.clearing_button = Button("", icon="file", key="F8", size=TYPE.body, parent=self)
        self.year_button = Button("", icon="file", key="F9", size=TYPE.body, parent=self)
        for button, key, act in (
            (self.print_button, "P", self._print),
            (self.pdf_button, "F6", partial(self._export, "pdf")),
            (self.csv_button, "F7", partial(self._export, "csv")),
            (self.clearing_button, "F8", self._clear),
            (self.year_button, "F9", self._leave_year),
        ):
            button.clicked.connect(act)
            self.bind(key, act)
        # Shortcuts, because the table would go from column to column.
        self.bind("Left", partial(self._step, -1))
        self.bind("Right", partial(self._step, 1))

    def ask_month(self, day: Day) -> None:
        """Show the statement of a day's month."""
        self._latest = self._month = month_of(day)
        self._read()

    def put_words(self) -> None:
        """Read again in the language of the moment."""
        if self.isVisible():
            self._read()

    def lay_out(self, width: float, height: float) -> None:
        """The table, and the papers below it."""
        x, y, _width, _height = self.inside
        self.place(self.table, (x, y, width, whole_rows(height - _BUTTONS)))
        left = x
        for button, wide in (
            (self.print_button, 128),
            (self.pdf_button, 112),
            (self.csv_button, 112),
            (self.clearing_button, 272),
            (self.year_button, 240),
        ):
            self.place(button, (left, y + height - 40, wide, 40))
            left += wide + 8

    def _step(self, months: int) -> None:
        wanted = month_after(self._month, months)
        if wanted <= self._latest:
            self._month = wanted
            self._read()

    def _read(self) -> None:
        shop, words = self.page.desk.shop, self.words
        self.read(partial(_statement, shop, self._month, words=words), self._show)

    def _show(self, report: Report) -> None:
        _ = self.words.text
        self.print_button.setText(_("Print"))
        self.clearing_button.setText(_("Clearing between stores"))
        self.year_button.setText(_("Referrals of {year}", year=year_of(self._month)))
        self.head(f"{report.title} {report.subtitle}  ·  {report.note}")
        columns = (
            Column(_("In yuan")),
            *(Column("", _FIGURE, is_figure=True) for _each in range(_FIGURES)),
            MARK,
        )
        rows = [row for table in report.tables[:-PAPER_ONLY] for row in _rows(table)]
        name_table(self.table, report.title)
        self.table.show_table(columns, rows)
        self.come(self.table.view)

    def _print(self) -> None:
        language = self.words.language.value
        work = partial(print_report, self.page.desk.shop, MONTH, self._month, language=language)
        self.page.run(work, self._printed)

    def _printed(self, _nothing: object) -> None:
        _ = self.words.text
        self.page.done.emit(_("The statement of {month} was printed.", month=self._month))

    def _export(self, ending: str) -> None:
        self._write(MONTH, self._month, ending=ending)

    def _clear(self) -> None:
        shop, language = self.page.desk.shop, self.words.language.value
        if shop.settings.printer != "folder":
            self.page.run(partial(print_report, shop, CLEARING, self._month, language=language))
        self._write(CLEARING, self._month, ending="pdf")

    def _leave_year(self) -> None:
        """Leave the commissions of the month's year, which has one paper only."""
        self._write(REFERRALS, year_of(self._month), ending="pdf")

    def _write(self, paper: ReportPaper[When], when: When, *, ending: str) -> None:
        shop, language = self.page.desk.shop, self.words.language.value
        files = {ending: report_path(shop, paper, when, ending=ending)}
        work = partial(export_report, shop, paper, when, files=files, language=language)
        self.page.run(work, self._written)

    def _written(self, written: tuple[Path, ...]) -> None:
        _ = self.words.text
        self.page.done.emit(_("Saved: {path}", path=written[0]))


def _statement(shop: Shop, month: Month, *, words: LiveWording) -> Report:
    return month_tables(month_statement(shop, month), words.wording)


def _rows(table: ReportTable) -> list[OfficeRow]:
    """A table's title with its heads, then its lines; figures stand to the right."""
    heads = tuple(column.title for column in table.columns[1:])
    told = [OfficeRow(_filled(table.title, heads), ("cobalt", *["ink2"] * _FIGURES))]
    kinds = [column.kind for column in table.columns]
    for row in (*table.rows, *((table.total,) if table.total else ())):
        cells = tuple(cell_text(cell, kind) for cell, kind in zip(row, kinds, strict=True))
        told.append(OfficeRow(_filled(cells[0], cells[1:])))
    return told


def _filled(first: str, figures: tuple[str, ...]) -> tuple[str, ...]:
    return (first, *[""] * (_FIGURES - len(figures)), *figures, "")
