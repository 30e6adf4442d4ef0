"""The day's reward report: equal to the books, as a page, on paper and as files."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.actions.papers.export_report import export_report, report_path
from pos_app.actions.papers.print_report import print_report
from pos_app.actions.papers.report_papers import DAY
from pos_app.actions.reports.report_tables import day_note
from pos_app.actions.reports.reward_report import receiver_names, reward_report
from pos_app.domain.figures import count_text
from pos_app.domain.moment import Day, business_day
from pos_app.shop import Shop
from ui.day_words import named_day
from ui.office.page.day_picker import DayPicker
from ui.office.page.office_desk import OfficeDesk
from ui.office.page.office_page import OfficePage, name_table
from ui.office.page.page_places import GUTTER, columns, rows
from ui.office.reports.month_button import MonthButton
from ui.office.reports.rank_list import RankList
from ui.office.reports.retention_panel import RetentionButton
from ui.office.reports.shown_rewards import (
    RewardsRead,
    accounts,
    cards,
    chart,
    not_joined,
    receivers,
    share_of_receivers,
    tenders,
)
from ui.office.widgets.chart import BarChart
from ui.office.widgets.figure_card import FigureCard
from ui.office.widgets.office_table import OfficeTable
from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.progress_bar import CountBar
from ui.widgets.text_measure import text_width

_CARD = 100
_UPPER = 304
_MOST_REASONS = 4


def read_rewards(shop: Shop, day: Day) -> RewardsRead:
    """Ask for everything the page shows; for the worker."""
    report = reward_report(shop, day)
    return RewardsRead(report, receiver_names(shop, report))


class RewardsPage(OfficePage):
    """Left and Right go a day; P prints, and PDF and CSV go to the shop's folder."""

    HEARS = frozenset({"transfer", "sale"})

    def __init__(self, desk: OfficeDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent=parent)
        today = business_day(desk.shop.clock.now())
        self._read: RewardsRead | None = None
        self._missed = 0
        self.picker = DayPicker(self.words, today, parent=self)
        self.picker.chosen.connect(self._take_day)
        self.setFocusProxy(self.picker)
        self.print_button = Button("", key="P", size=TYPE.body, parent=self)
        self.pdf_button = Button("", key="F6", size=TYPE.body, parent=self)
        self.csv_button = Button("", key="F7", size=TYPE.body, parent=self)
        self.print_button.clicked.connect(self._print)
        self.bind("P", self._print)
        self.pdf_button.clicked.connect(partial(self._export, "pdf"))
        self.csv_button.clicked.connect(partial(self._export, "csv"))
        self.bind("F6", partial(self._export, "pdf"))
        self.bind("F7", partial(self._export, "csv"))
        self._cards = [FigureCard(height=_CARD, parent=self) for _ in range(5)]
        self._accounts_card, self._tenders_card = Card(parent=self), Card(parent=self)
        self.chip = Chip(icon="check", parent=self._accounts_card)
        self.chip.hide()
        self._chart_card, self._most_card, self._missed_card = (Card(parent=self) for _ in range(3))
        self.accounts = OfficeTable("", parent=self._accounts_card)
        self.month_button = MonthButton(self, self.picker, parent=self)
        self.retention_button = RetentionButton(self, parent=self)
        self.tenders = OfficeTable("", parent=self._tenders_card)
        self.chart = BarChart(parent=self._chart_card)
        self.most = RankList(parent=self._most_card)
        self._reasons = [CountBar(parent=self._missed_card) for _ in range(_MOST_REASONS)]

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Reward report")

    @override
    def open(self, what: str = "") -> None:
        today = business_day(self.desk.shop.clock.now())
        self.picker.set_today(today)
        if what:
            self.picker.go(Day(what))
        self.read()
        self.picker.setFocus()

    @override
    def read(self) -> None:
        self.look(partial(read_rewards, self.desk.shop, self.picker.day), self._show)

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self.picker.put_words()
        self.print_button.setText(_("Print"))
        self.pdf_button.setText("PDF")
        self.csv_button.setText("CSV")
        name_table(self.accounts, _("Accounts on this day"))
        name_table(self.tenders, _("Sales by tender"))
        if self._read is not None:
            self._show(self._read)

    @override
    def act(self, event: QKeyEvent) -> bool:
        return self.picker.step(event.key())

    def _take_day(self, _day: str) -> None:
        self.quiet.emit()
        self.read()

    def _print(self) -> None:
        language = self.words.language.value
        work = partial(print_report, self.desk.shop, DAY, self.picker.day, language=language)
        self.run(work, self._printed)

    def _printed(self, _nothing: object) -> None:
        _ = self.words.text
        self.done.emit(
            _("The report of {day} was printed.", day=named_day(self.picker.day, self.words))
        )

    def _export(self, ending: str) -> None:
        shop, day = self.desk.shop, self.picker.day
        files = {ending: report_path(shop, DAY, day, ending=ending)}
        language = self.words.language.value
        work = partial(export_report, shop, DAY, day, files=files, language=language)
        self.run(work, self._exported)

    def _exported(self, written: tuple[Path, ...]) -> None:
        self.tell_saved(written[0])

    def _show(self, read: RewardsRead) -> None:
        if read.report.rows.day != self.picker.day:
            return
        self._read = read
        _ = self.words.text
        for card, view in zip(self._cards, cards(read, self.words), strict=True):
            card.show_figure(view)
        is_wrong = read.report.difference or not read.report.is_of_trade
        told = day_note(read.report, self.words.wording).rstrip(".。")
        self.chip.set_text(told, icon="warning" if is_wrong else "check")
        self.chip.show()
        self._accounts_card.set_title(_("Accounts on this day"), right=_("in yuan"))
        heads, lines, whole = accounts(read, self.words)
        self.accounts.show_table(heads, lines, sum_row=whole, empty=_("Nothing on this day"))
        self._show_tenders(read)
        self._show_lower(read)
        self.arrange()

    def _show_tenders(self, read: RewardsRead) -> None:
        _, _n = self.words.text, self.words.plural
        count = read.report.rows.sales
        sales = _n("{count} sale", "{count} sales", count=count)
        self._tenders_card.set_title(_("Sales by tender"), right=sales)
        heads, lines, whole = tenders(read, self.words)
        self.tenders.show_table(heads, lines, sum_row=whole)

    def _show_lower(self, read: RewardsRead) -> None:
        _, _n = self.words.text, self.words.plural
        self._chart_card.set_title(_("Put in and given, by hour"))
        self.chart.setAccessibleName(_("Put in and given, by hour"))
        self.chart.show_chart(chart(read, self.words))
        most = receivers(read)
        together = _("first {count}: {share}", count=len(most), share=share_of_receivers(read))
        self._most_card.set_title(_("Received most"), right=together if most else "")
        self.most.show_lines(most, empty=_("Nothing was given"))
        missed = not_joined(read, self.words)
        total = sum(count for _name, count in missed)
        sales = _n("{count} sale", "{count} sales", count=total)
        title = _("Did not join the queue") if read.report.has_queue else _("Did not join")
        self._missed_card.set_title(title, right=sales)
        largest = max((count for _name, count in missed), default=1)
        shown = missed[:_MOST_REASONS]
        for bar, line in zip(self._reasons, shown, strict=False):
            bar.set_count(line[0], count_text(line[1]), count=line[1], largest=largest)
        self._missed = len(shown)

    @override
    def lay_out(self, width: float, height: float) -> None:
        right = width
        for button, room in (
            (self.retention_button, 136),
            (self.month_button, 136),
            (self.csv_button, 104),
            (self.pdf_button, 104),
            (self.print_button, 104),
        ):
            right -= room
            self.place(button, (right, 2, room, 40))
            right -= 8
        self.place(self.picker, (right - 236, 2, 228, 40))
        for figure, (at, across) in zip(self._cards, columns(width, *[200] * 5), strict=True):
            self.place(figure, (at, 60, across, _CARD))
        upper, lower = rows(height, _UPPER, 240, top=176)
        if upper[1] < _UPPER:
            # A notice stands below: every account stays in view, the lower cards give way.
            upper = (upper[0], _UPPER)
            top = upper[0] + _UPPER + GUTTER
            lower = (top, height - top)
        halves = columns(width, 740, 308)
        for card, table, (at, across) in zip(
            (self._accounts_card, self._tenders_card),
            (self.accounts, self.tenders),
            halves,
            strict=True,
        ):
            self.place(card, (at, upper[0], across, upper[1]))
            # A list that scrolls has its mark beside the figures, in the card's edge.
            edge = 28 if table is self.accounts else 40
            card.place(table, (20, 42, across - edge, upper[1] - 48))
        thirds = columns(width, 456, 300, 276)
        for card, (at, across) in zip(
            (self._chart_card, self._most_card, self._missed_card), thirds, strict=True
        ):
            self.place(card, (at, lower[0], across, lower[1]))
        if self._read is not None:
            chip = self.chip.sizeHint().width() / theme().unit
            _ = self.words.text
            unit_at = halves[0][1] - 32 - text_width(_("in yuan"), TYPE.micro)
            self._accounts_card.place(self.chip, (unit_at - chip - 1, 10, chip + 1, 26))
        self._chart_card.place(self.chart, (20, 12, thirds[0][1] - 40, lower[1] - 18))
        self._most_card.place(self.most, (20, 50, thirds[1][1] - 40, lower[1] - 54))
        for number, bar in enumerate(self._reasons):
            top = 50 + 44 * number
            self._missed_card.place(bar, (20, top, thirds[2][1] - 40, 44))
            bar.setVisible(number < self._missed and top + 44 <= lower[1])
