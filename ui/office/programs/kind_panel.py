"""Which program to start: every kind, and the combinations of the seeds' titles."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.actions.programs.adopt_combination import combinations
from pos_app.actions.programs.program_form import kinds_offered
from pos_app.actions.programs.program_risk import combination_risk, shipped_rate, shipped_risk
from pos_app.domain.figures import rate_text
from pos_app.domain.money import WHOLE_BP, BasisPoints
from ui.office.page.form_panel import FormPanel
from ui.office.page.page_places import MARK, whole_rows
from ui.office.programs.program_words import KIND_LINES, KIND_TITLES, RISK_COLOURS, RISK_NAMES
from ui.office.widgets.office_model import Column, OfficeRow
from ui.office.widgets.office_table import OfficeTable
from ui.theme import theme
from ui.widgets.text_label import TextLabel
from ui.wording import LiveWording

_BELOW = 56
"""Two lines below the list, for what the chosen program does."""


class KindPanel(FormPanel):
    """Arrows choose, Enter opens; `kind_chosen` and `combination_chosen` say what."""

    kind_chosen = Signal(str)
    combination_chosen = Signal(str)

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self._kinds: Sequence[str] = kinds_offered()
        self._combinations = combinations()
        self._limit: int = WHOLE_BP
        self._told: dict[str, str] = {}
        """What each program does, or why it cannot be started here."""
        self.table = OfficeTable("", parent=self)
        self.table.row_opened.connect(self._open)
        self.table.row_chosen.connect(self._tell)
        self._does = TextLabel(colour="ink2", wraps=True, parent=self)
        self._is_beside = True
        """Whether what a program does stands in its row; in larger text below the list."""
        self.wished.connect(self._open_current)
        self.show_words()

    def show_limit(self, limit: int) -> None:
        """What this shop puts in of a sale at most, in bp: above it nothing is offered."""
        self._limit = limit
        self.forget_refusal()
        key = self.key
        self.show_words()
        if key:
            self.choose(key)

    def _why_not(self, rate: int) -> str:
        """Why something that puts in so much cannot be started here; empty where it can."""
        _ = self.words.text
        if rate <= self._limit:
            return ""
        limit = rate_text(BasisPoints(self._limit))
        return _("Not here: above this shop's limit of {limit}", limit=limit)

    def show_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self.words.text
        self.put_words(_("Which program"), main=_("Go on"))
        columns = (
            Column(_("Program"), 348 if self._is_beside else 0),
            *((Column(_("What it does")),) if self._is_beside else ()),
            Column(_("Puts in"), 64, is_figure=True),
            Column(_("Risk"), 76),
            MARK,
        )
        rows = [self._kind_row(kind) for kind in self._kinds]
        for each in self._combinations:
            parts = " + ".join(
                f"{_(KIND_TITLES[part.kind])} {rate_text(BasisPoints(part.budget_bp))}"
                for part in each.programs
            )
            risk = combination_risk(each)
            rate = rate_text(BasisPoints(each.budget_bp))
            does = self._why_not(each.budget_bp) or parts
            rows.append(self._row(_(each.title), does, rate=rate, risk=risk, key=each.code))
        self.table.show_table(columns, rows)
        self.table.setAccessibleName(_("Which program"))
        self.table.view.setAccessibleName(_("Which program"))

    def _kind_row(self, kind: str) -> OfficeRow:
        _ = self.words.text
        risk, rate = shipped_risk(kind), shipped_rate(kind, limit=self._limit)
        does = self._why_not(rate) or _(KIND_LINES[kind])
        told = rate_text(BasisPoints(rate))
        return self._row(_(KIND_TITLES[kind]), does, rate=told, risk=risk, key=kind)

    def _row(self, title: str, does: str, *, rate: str, risk: str, key: str) -> OfficeRow:
        _ = self.words.text
        self._told[key] = does
        beside = (does,) if self._is_beside else ()
        colours = ("", *("ink2" for _each in beside), "", RISK_COLOURS[risk])
        return OfficeRow((title, *beside, rate, _(RISK_NAMES[risk]), ""), colours, key=key)

    def _tell(self, _row: int) -> None:
        self._does.set_text("" if self._is_beside else self._told.get(self.key, ""))

    @property
    def key(self) -> str:
        """The kind or the combination that the mark is on."""
        row = self.table.current_row
        return self.table.model.rows[row].key if row >= 0 else ""

    def choose(self, key: str) -> None:
        """Put the mark on a kind or a combination."""
        keys = [row.key for row in self.table.model.rows]
        self.table.view.setCurrentIndex(self.table.model.index(keys.index(key), 0))

    def choose_first(self) -> None:
        """Put the mark on the first kind."""
        self.choose(self._kinds[0])

    @override
    def begin(self) -> None:
        self.table.view.setFocus()
        if self.table.current_row < 0:
            self.choose_first()

    def _open_current(self) -> None:
        self._open(self.table.current_row)

    def _open(self, row: int) -> None:
        if row < 0:
            return
        key = self.table.model.rows[row].key
        together = next((each for each in self._combinations if each.code == key), None)
        rate = together.budget_bp if together else shipped_rate(key, limit=self._limit)
        why_not = self._why_not(rate)
        if why_not:
            self.refuse(why_not)
        elif together is not None:
            self.combination_chosen.emit(key)
        else:
            self.kind_chosen.emit(key)

    @override
    def lay_out(self, width: float, height: float) -> None:
        super().lay_out(width, height)
        is_beside = theme().text_scale <= 1
        if is_beside != self._is_beside:
            self._is_beside = is_beside
            self.show_limit(self._limit)
        below = 0 if is_beside else _BELOW
        self.place(self.table, (20, 64, width - 28, whole_rows(height - 64 - 84 - below)))
        self.place(self._does, (20, height - 84 - below, width - 40, below))
        self._does.setVisible(not is_beside)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open_current()
            return
        super().keyPressEvent(event)
