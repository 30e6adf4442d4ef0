"""A shift is opened with a float, and closed with a count, always."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from pos_app.domain.figures import count_text, money_text, signed_money_text
from pos_app.domain.moment import clock_text
from pos_app.domain.money import Fen
from pos_app.domain.papers.shift_report import ShiftReport
from pos_app.domain.seat import Seat
from pos_app.sentences.told import WORDS
from ui.till.panels.cash_panel import PAD, CashPanel
from ui.till.panels.till_panel import TillPanel
from ui.widgets.buttons import Button
from ui.widgets.fact_list import Fact, FactList
from ui.widgets.text_label import TextLabel
from ui.wording import LiveWording

_LOOK = 52
_FACT = 25
"""Two counts and six other tenders stand above the button."""


class OpenShiftPanel(CashPanel):
    """How much lies in the drawer before the first sale."""

    def __init__(self, words: LiveWording, *, usual: Fen = Fen(0)) -> None:
        super().__init__(words)
        self.field.set_fen(usual or None)
        self.put_words()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Open a shift")

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self.what.set_text(_("Count what lies in the drawer now. It is the float."))
        self.field.set_name(_("Float"), placeholder="0.00")
        self.pad.set_words(clear=_("Clear"), back=_("Back one"), enter=_("Open"))


class CloseShiftPanel(CashPanel):
    """The count first, unseen by what should be there; then both, and Enter closes.

    What is typed stands in the field while the shift's figures are still being read; Enter
    compares as soon as they have come.
    """

    look_wished = Signal()
    """An X slip is wanted: the shift so far, which goes on."""

    def __init__(self, words: LiveWording, seat: Seat) -> None:
        super().__init__(words)
        self._shift = seat.shift
        self._report: ShiftReport | None = None
        self._counted: Fen | None = None
        self._facts = FactList(row=_FACT, parent=self)
        self._look = Button("", icon="printer", key="F6", height=_LOOK, parent=self)
        self._look.clicked.connect(self.look_wished)
        self.field.changed.connect(self._count_again)
        self.put_words()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Close shift {number}", number=self._shift)

    def show_report(self, report: ShiftReport) -> None:
        """Show the figures that have come."""
        self._report = report
        self._show()

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self.field.set_name(_("Cash counted"), placeholder="0.00")
        self._look.setText(_("Print an X slip"))
        self._show()

    def _show(self) -> None:
        _ = self.words.text
        report, counted = self._report, self._counted
        compared = report is not None and counted is not None
        enter = _("Close the shift") if compared else _("Compare")
        self.pad.set_words(clear=_("Clear"), back=_("Back one"), enter=enter)
        if report is None or counted is None:
            waits = report is None and counted is not None
            reading = _("The figures of the shift are being read.")
            self.what.set_text(reading if waits else _("Count the drawer and type the sum."))
            self._facts.show_facts(self._so_far(report) if report is not None else [])
            return
        variance = Fen(counted - report.expected)
        self.what.set_text(_("Enter closes the shift with this difference; typing counts again."))
        colour = "ink" if variance == 0 else "amber"
        self._facts.show_facts(
            [
                Fact(_("Should be there"), money_text(report.expected)),
                Fact(_("Counted"), money_text(counted)),
                Fact(_("Difference"), signed_money_text(variance), colour=colour),
            ]
        )

    def _so_far(self, report: ShiftReport) -> list[Fact]:
        # Without the sum of the sales: less the other tenders it is what is to be counted.
        _ = self.words.text
        others = [
            Fact(_(WORDS[each.kind]), money_text(each.kept))
            for each in report.tenders
            if each.kind != "cash"
        ]
        return [
            Fact(_("Sales"), count_text(report.sales)),
            Fact(_("Returns"), count_text(report.returns)),
            *others,
        ][:8]

    @override
    def lay_out(self, width: float, height: float) -> None:
        super().lay_out(width, height)
        left = width - PAD - 60
        self.place(self.what, (20, 66, left, 52))
        self.place(self.field, (20, 122, left, 116))
        self.place(self._facts, (20, 242, left, height - 242 - 24 - _LOOK))
        self.place(self._look, (20, height - 20 - _LOOK, left, _LOOK))

    def _count_again(self) -> None:
        if self._counted is not None and self.field.fen != self._counted:
            self._counted = None
            self._show()

    @override
    def step_back(self) -> bool:
        if self._counted is None:
            return False
        self._counted = None
        self._show()
        return True

    @override
    def enter(self) -> None:
        fen = self.field.fen
        if fen is None:
            return
        if self._counted is None:
            self._counted = Fen(fen)
            self._show()
        elif self._report is not None:
            self.entered.emit(fen)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F6 and not event.isAutoRepeat():
            self.look_wished.emit()
        else:
            super().keyPressEvent(event)


class ShiftClosedPanel(TillPanel):
    """The Z slip's figures; Enter signs out."""

    def __init__(self, words: LiveWording, report: ShiftReport) -> None:
        super().__init__(words)
        self._report = report
        self._facts = FactList(row=34, parent=self)
        self._note = TextLabel(colour="ink2", wraps=True, parent=self)
        self.put_words()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Shift closed, Z {number}", number=self._report.z_number)

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        report = self._report
        variance = report.variance or Fen(0)
        hours = f"{clock_text(report.opened_at)}–{clock_text(report.at)}"
        self._facts.show_facts(
            [
                Fact(_("Shift {number}", number=report.shift), hours),
                Fact(_("Sales: {count}", count=count_text(report.sales)), money_text(report.sold)),
                Fact(
                    _("Returns: {count}", count=count_text(report.returns)),
                    money_text(report.returned),
                ),
                Fact(_("Should be there"), money_text(report.expected)),
                Fact(_("Counted"), money_text(report.counted or Fen(0))),
                Fact(
                    _("Difference"),
                    signed_money_text(variance),
                    colour="ink" if variance == 0 else "amber",
                ),
            ]
        )
        self._note.set_text(
            _("The Z slip goes to the printer, the books to the backup. Enter signs out.")
        )

    @override
    def lay_out(self, width: float, height: float) -> None:
        self.place(self._facts, (20, 76, width - 40, 220))
        self.place(self._note, (20, 312, width - 40, 52))

    @override
    def enter(self) -> None:
        self.left.emit()
