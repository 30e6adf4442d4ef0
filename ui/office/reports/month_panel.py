"""The month-end statement over the reports page; other papers of its time too."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from pos_app.actions.months.month_tables import PAPER_ONLY
from pos_app.actions.months.referral_tables import YEAR_PAPER_ONLY
from pos_app.actions.papers.export_report import export_report, report_path
from pos_app.actions.papers.print_report import print_report
from pos_app.actions.papers.report_papers import CLEARING, MONTH, REFERRALS, ReportPaper
from pos_app.domain.moment import Day
from pos_app.domain.month import Month, month_after, month_of, year_of
from pos_app.reports.cell_text import figure_text
from pos_app.reports.table import Kind, Report
from pos_app.shop import Shop
from ui.office.page.office_page import OfficePage, name_table
from ui.office.page.over_page import OverPage
from ui.office.page.page_places import whole_rows
from ui.office.reports.shown_report import shown_report
from ui.office.widgets.office_table import OfficeTable
from ui.theme_tokens import TYPE
from ui.widgets.buttons import Button
from ui.widgets.text_label import TextLabel
from ui.wording import LiveWording

KEY = "F8"
_BUTTONS = 52
_NOTE = 52
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One of the papers: what it is asked for by, and how far an arrow goes."""

    paper: ReportPaper[Any]
    of: Callable[[Month], str]
    months: int = 1
    paper_only: int = 0
    """So many of its last tables are not for the screen."""


_MONTH = _Sheet(MONTH, str, paper_only=PAPER_ONLY)
_CLEARING = _Sheet(CLEARING, str)
_YEAR = _Sheet(REFERRALS, year_of, months=_MONTHS_A_YEAR, paper_only=YEAR_PAPER_ONLY)


class MonthPanel(OverPage):
    """Left and Right go a month; F8 shows the clearing, F9 the year's referrals.

    P, F6 and F7 leave whatever is shown; Esc goes back to the statement, then the page.
    """

    def __init__(self, page: OfficePage) -> None:
        super().__init__(page)
        self._month = Month("")
        self._latest = Month("")
        self._sheet = _MONTH
        self.table = OfficeTable("", parent=self)
        self.note = TextLabel(colour="ink2", wraps=True, parent=self)
        self.print_button = Button("", icon="printer", key="P", size=TYPE.body, parent=self)
        self.pdf_button = Button("PDF", icon="file", key="F6", size=TYPE.body, parent=self)
        self.csv_button = Button("CSV", icon="file", key="F7", size=TYPE.body, parent=self)
        self.clearing_button = Button("", icon="chart", key="F8", size=TYPE.body, parent=self)
        self.year_button = Button("", icon="chart", key="F9", size=TYPE.body, parent=self)
        for button, key, act in (
            (self.print_button, "P", self._print),
            (self.pdf_button, "F6", partial(self._export, "pdf")),
            (self.csv_button, "F7", partial(self._export, "csv")),
            (self.clearing_button, "F8", partial(self._turn_to, _CLEARING)),
            (self.year_button, "F9", partial(self._turn_to, _YEAR)),
        ):
            button.clicked.connect(act)
            self.bind(key, act)
        # Shortcuts, because the table would go from column to column.
        self.bind("Left", partial(self._step, -1))
        self.bind("Right", partial(self._step, 1))

    def ask_month(self, day: Day) -> None:
        """Show the statement of a day's month."""
        self._latest = self._month = month_of(day)
        self._turn_to(_MONTH)

    def step_back(self) -> bool:
        """Back to the statement from the other papers of its time."""
        if self._sheet is _MONTH:
            return False
        self._turn_to(_MONTH)
        return True

    def put_words(self) -> None:
        """Read again in the language of the moment."""
        if self.isVisible():
            self._read()

    def lay_out(self, width: float, height: float) -> None:
        """The table, what it comes to, and the papers below it."""
        x, y, _width, _height = self.inside
        self.place(self.table, (x, y, width, whole_rows(height - _BUTTONS - _NOTE)))
        self.place(self.note, (x, y + height - _BUTTONS - _NOTE, width, 44))
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

    def _turn_to(self, sheet: _Sheet) -> None:
        self._sheet = sheet
        self._read()

    def _step(self, times: int) -> None:
        wanted = month_after(self._month, times * self._sheet.months)
        if wanted <= self._latest:
            self._month = wanted
            self._read()

    def _read(self) -> None:
        shop, words = self.page.desk.shop, self.words
        self.read(partial(_report, shop, self._sheet, month=self._month, words=words), self._show)

    def _show(self, report: Report) -> None:
        _ = self.words.text
        self.print_button.setText(_("Print"))
        self.clearing_button.setText(_("Clearing between stores"))
        self.year_button.setText(_("Referrals of {year}", year=year_of(self._month)))
        # Sums stand in the tables' own last lines; a count stands nowhere else.
        counts = (
            f"{each.label} {figure_text(each.value, each.kind)}"
            for each in report.figures
            if each.kind is Kind.COUNT
        )
        self.head("  ·  ".join((f"{report.title} {report.subtitle}", *counts)))
        self.note.set_text(report.note)
        tables = report.tables[: len(report.tables) - self._sheet.paper_only]
        shown = shown_report(tables, unit=_("In yuan"))
        name_table(self.table, report.title)
        self.table.show_table(shown.columns, shown.rows)
        self.come(self.table.view)

    def _print(self) -> None:
        shop, language = self.page.desk.shop, self.words.language.value
        paper, when = self._sheet.paper, self._sheet.of(self._month)
        work = partial(print_report, shop, paper, when, language=language)
        self.page.run(work, self._printed)

    def _printed(self, _nothing: object) -> None:
        _ = self.words.text
        self.page.done.emit(_("Printed: {paper}", paper=self.accessibleName()))

    def _export(self, ending: str) -> None:
        shop, language = self.page.desk.shop, self.words.language.value
        paper, when = self._sheet.paper, self._sheet.of(self._month)
        files = {ending: report_path(shop, paper, when, ending=ending)}
        work = partial(export_report, shop, paper, when, files=files, language=language)
        self.page.run(work, self._written)

    def _written(self, written: tuple[Path, ...]) -> None:
        self.page.tell_saved(written[0])


def _report(shop: Shop, sheet: _Sheet, *, month: Month, words: LiveWording) -> Report:
    return sheet.paper.tables(shop, sheet.of(month), words.wording)
