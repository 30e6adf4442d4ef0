"""The first page of the office: takings, what is owed, what waits."""

from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.actions.receipts.retry_print import retry_print
from pos_app.actions.watching.today import Today, today
from pos_app.errors import Fault
from ui.office.page.office_desk import OfficeDesk
from ui.office.page.office_page import OfficePage
from ui.office.page.page_places import columns, rows
from ui.office.reports.rewards_today import RewardsToday
from ui.office.reports.shown_today import Alert, alerts, cards, chart, owed, shares, span_text
from ui.office.widgets.alert_row import AlertRow, AlertView
from ui.office.widgets.chart import BarChart
from ui.office.widgets.figure_card import FigureCard
from ui.office.widgets.navigation import SegmentBar
from ui.office.widgets.share_bar import ShareBar
from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.fact_list import FactList
from ui.widgets.money_label import MoneyLabel

_PERIODS = ("today", "yesterday", "week", "month")
_MOST_ALERTS = 3


class TodayPage(OfficePage):
    """Four cards, the day by hour, what is owed, tenders, rewards, alerts."""

    HEARS = frozenset({"sale", "sale_return", "shift", "print_job"})

    def __init__(self, desk: OfficeDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent=parent)
        self._read: Today | None = None
        self._alerts: list[Alert] = []
        self.periods = SegmentBar([""] * len(_PERIODS), parent=self)
        self.periods.chosen.connect(self._take_period)
        self.report_button = Button("", size=TYPE.body, parent=self)
        self.report_button.clicked.connect(self._to_report)
        self._cards = [FigureCard(parent=self) for _ in range(4)]
        self._hours, self._owed = Card(parent=self), Card(parent=self)
        self._tenders, self._rewards, self._waits = (Card(parent=self) for _ in range(3))
        self.chart = BarChart(parent=self._hours)
        self.owed_sum = MoneyLabel(parent=self._owed)
        self.owed_facts = FactList(parent=self._owed)
        self.shares = ShareBar(parent=self._tenders)
        self.rewards = RewardsToday(self.words, parent=self._rewards)
        self.board_button = Button("", kind=ButtonKind.TEXT, size=TYPE.body, parent=self._rewards)
        self.board_button.clicked.connect(self._to_queue)
        self._rows = [AlertRow(AlertView("", "", ""), parent=self._waits) for _ in range(3)]
        for number, row in enumerate(self._rows):
            row.pressed.connect(partial(self._answer, number))
            row.hide()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Today") if self.periods.choice == 0 else self._period_names()[self.periods.choice]

    @override
    def subtitle(self) -> str:
        return span_text(self._read, self.words) if self._read is not None else ""

    @override
    def read(self) -> None:
        period = _PERIODS[self.periods.choice]
        self.look(partial(today, self.desk.shop, period=period), self._show)

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self.periods.set_words(self._period_names())
        self.report_button.setText(_("Day's report"))
        self.board_button.setText(_("Queue"))
        self._tenders.set_title(_("By tender"))
        self._hours.set_title(_("Takings by hour"))
        self._rewards.set_title(_("Rewards of the day"))
        if self._read is not None:
            self._show(self._read)

    def _period_names(self) -> tuple[str, ...]:
        _ = self.words.text
        return (_("Today"), _("Yesterday"), _("Week"), _("Month"))

    def _take_period(self, _number: int) -> None:
        self.quiet.emit()
        self.read()

    def _to_report(self) -> None:
        day = self._read.span.last if self._read is not None else ""
        self.wanted.emit("reports", day)

    def _to_queue(self) -> None:
        self.wanted.emit("queue", "")

    def _show(self, read: Today) -> None:
        self._read = read
        _ = self.words.text
        for card, view in zip(self._cards, cards(read, self.words), strict=True):
            card.show_figure(view)
        self.chart.setAccessibleName(_("Takings by hour"))
        self.chart.show_chart(chart(read, self.words))
        whole, facts = owed(read, self.words)
        self._owed.set_title(_("Owed to members"), right=_("change of the day"))
        self.owed_sum.set_fen(whole)
        self.owed_facts.show_facts(facts[:5])
        self.shares.setAccessibleName(_("By tender"))
        self.shares.show_shares(shares(read, self.words))
        self.rewards.show_day(read.rewards)
        self._alerts = alerts(read, self.words)
        count = len(self._alerts)
        self._waits.set_title(_("To do"), right=str(count) if count else _("nothing waits"))
        for number, row in enumerate(self._rows):
            row.setVisible(number < count)
            if number < count:
                row.show_alert(self._alerts[number].view)
        self.arrange()
        self.update()

    def _answer(self, number: int) -> None:
        alert = self._alerts[number]
        if alert.page == "print":
            self.run(partial(retry_print, self.desk.shop), self._printed)
        else:
            self.wanted.emit(alert.page, alert.what)

    def _printed(self, fault: Fault | None) -> None:
        _ = self.words.text
        if fault is not None:
            self.show_error(fault)
        else:
            self.done.emit(_("Everything that waited was printed."))
        self.read()

    @override
    def lay_out(self, width: float, height: float) -> None:
        self.place(self.report_button, (width - 124, 2, 124, 40))
        self.place(self.periods, (width - 124 - 16 - 336, 2, 336, 40))
        for figure, (at, across) in zip(self._cards, columns(width, *[254] * 4), strict=True):
            self.place(figure, (at, 60, across, 112))
        upper, lower = rows(height, 292, 240, top=188)
        halves = columns(width, 688, 360)
        thirds = columns(width, 336, 336, 360)
        for card, (left, wide) in zip((self._hours, self._owed), halves, strict=True):
            self.place(card, (left, upper[0], wide, upper[1]))
        for card, (left, wide) in zip(
            (self._tenders, self._rewards, self._waits), thirds, strict=True
        ):
            self.place(card, (left, lower[0], wide, lower[1]))
        self._hours.place(self.chart, (20, 12, halves[0][1] - 40, upper[1] - 18))
        inside = halves[1][1] - 40
        self._owed.place(self.owed_sum, (20, 42, inside, 46))
        self._owed.place(self.owed_facts, (20, 104, inside, upper[1] - 116))
        self._tenders.place(self.shares, (20, 48, thirds[0][1] - 40, lower[1] - 54))
        room = thirds[1][1] - 40
        self._rewards.place(self.rewards, (20, 46, room, lower[1] - 54))
        wide = 48 * theme().text_scale
        self._rewards.place(self.board_button, (24 + room - wide, 2, wide, 48))
        for number, row in enumerate(self._rows):
            shown = number < len(self._alerts)
            self._waits.place(row, (20, 46 + 62 * number, thirds[2][1] - 40, 62))
            row.setVisible(shown)
