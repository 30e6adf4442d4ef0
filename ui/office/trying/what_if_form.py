"""What is asked of a what-if: a program, and the sales to try it on."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.actions.trying.what_if import WhatIfAsk, usual_trade
from pos_app.actions.trying.what_if_candidates import Candidate
from pos_app.domain.figures import money_text, rate_text
from pos_app.domain.money import BasisPoints, Fen
from pos_app.domain.typed_figures import read_fen, read_rate
from ui.office.page.form_panel import BELOW_ROWS, FormPanel
from ui.office.page.form_parts import PART, FormChoice, FormField
from ui.office.page.page_places import MARK, whole_rows
from ui.office.widgets.office_model import Column, OfficeRow
from ui.office.widgets.office_table import OfficeTable
from ui.theme_tokens import TYPE
from ui.widgets.text_label import TextLabel
from ui.wording import N_, LiveWording

OWN_SALES = 0
MADE_UP = 1

_LABELS = {
    "sales_a_day": N_("Sales a day"),
    "days": N_("Days"),
    "amounts": N_("Amounts, yuan"),
    "member_bp": N_("With a member"),
    "sponsor_bp": N_("With a referrer"),
    "return_bp": N_("Come back"),
}
_ROWS = (("amounts",), ("sales_a_day", "days", "return_bp"), ("member_bp", "sponsor_bp"))
_HEAD = 72
_BEHIND = 22
"""A line for the name that the terminal has for the preset chosen."""
_LIST = whole_rows(180)
"""Beside the figures of made-up sales four candidates are in view, none of them cut."""


class WhatIfForm(FormPanel):
    """`wished` tries what is chosen; made-up sales have figures of their own."""

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self._candidates: tuple[Candidate, ...] = ()
        self.candidates = OfficeTable("")
        self.candidates.row_opened.connect(self._try_row)
        self.candidates.row_chosen.connect(self._tell_preset)
        self.behind = TextLabel(size=TYPE.micro, colour="ink2", parent=self)
        self.trade = FormChoice(2)
        self.trade.chosen.connect(self._take_trade)
        self.figures = {name: FormField(right=True, takes_chinese=False) for name in _LABELS}
        self.add_row(PART, self.trade)
        self.add_row(_LIST + _BEHIND + 8, self.candidates)
        for names in _ROWS:
            self.add_row(PART, *(self.figures[name] for name in names))
        self.trade.choose(MADE_UP)
        self.show_words()

    def show_candidates(self, candidates: Sequence[Candidate]) -> None:
        """List what can be tried; what was chosen stays chosen."""
        _ = self.words.text
        chosen = max(0, self.candidates.current_row)
        self._candidates = tuple(candidates)
        rows = [
            OfficeRow((each.title, _("the shop's") if each.is_own else "", ""), ("", "jade"))
            for each in candidates
        ]
        columns = (Column(_("Try"), is_name=True), Column("", 84, is_figure=True), MARK)
        self.candidates.show_table(columns, rows)
        view = self.candidates.view
        view.setCurrentIndex(self.candidates.model.index(min(chosen, len(rows) - 1), 0))
        self._tell_preset(chosen)

    def choose_first(self) -> None:
        """Choose what stands first: what is about to be started."""
        self.candidates.view.setCurrentIndex(self.candidates.model.index(0, 0))

    @property
    def candidate(self) -> Candidate | None:
        """What is to be tried."""
        row = self.candidates.current_row
        return self._candidates[row] if 0 <= row < len(self._candidates) else None

    @property
    def is_made_up(self) -> bool:
        """Whether made-up sales are tried, not the shop's own."""
        return self.trade.choice == MADE_UP

    def ask(self) -> WhatIfAsk | None:
        """What is to be tried; None while a figure is none, and the field says so."""
        candidate = self.candidate
        if candidate is None:
            return None
        if not self.is_made_up:
            return WhatIfAsk(candidate.programs)
        figures: dict[str, object] = {}
        for name, field in self.figures.items():
            if not field.text():
                continue
            value = _read(name, field.text())
            if value is None:
                _ = self.words.text
                self.refuse(_("This is no figure: {typed}", typed=field.text()), field=field)
                return None
            figures[name] = value
        return WhatIfAsk(candidate.programs, synthetic=figures)

    def show_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self.words.text
        self.set_head(_("What would it have cost?"))
        self.main.setText(_("Try it"))
        self.trade.set_name(_("On which sales"), [_("The shop's own"), _("Made-up")])
        usual = usual_trade()
        for name, field in self.figures.items():
            field.set_name(_(_LABELS[name]), hint=_hint(name, usual))

    def show_running(self, *, is_running: bool) -> None:
        """The same button stops what it has begun."""
        _ = self.words.text
        self.main.setText(_("Stop") if is_running else _("Try it"))

    def _take_trade(self, _choice: int) -> None:
        for field in self.figures.values():
            field.setVisible(self.is_made_up)
        self.forget_refusal()
        self.arrange()

    def _tell_preset(self, _row: int) -> None:
        _, candidate = self.words.text, self.candidate
        preset = candidate.preset if candidate is not None else ""
        self.behind.set_text(_("At the terminal: {preset}", preset=preset) if preset else "")

    def _try_row(self, _row: int) -> None:
        self.wished.emit()

    @override
    def begin(self) -> None:
        self.candidates.view.setFocus()

    @override
    def lay_out(self, width: float, height: float) -> None:
        super().lay_out(width, height)
        top, tall = _HEAD + PART, _LIST
        if not self.is_made_up:
            # The shop's own sales have no figures to type: the list has their room.
            tall = max(_LIST, whole_rows(height - top - _BEHIND - 2 - BELOW_ROWS))
        self.place(self.candidates, (20, top, width - 40, tall))
        self.place(self.behind, (20, top + tall + 2, width - 40, _BEHIND))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            # The form is the page's, never closed: Esc stops a trial, or leaves the office.
            event.ignore()
            return
        super().keyPressEvent(event)


def _read(name: str, typed: str) -> object:
    """A figure as it was typed, or None when it is none."""
    if name == "amounts":
        amounts = [read_fen(each) for each in typed.replace("、", " ").split()]
        return None if None in amounts else amounts
    if name.endswith("_bp"):
        rate = read_rate(typed)
        return None if rate is None else int(rate)
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else None  # noqa: PLR2004 - more is no count


def _hint(name: str, usual: Mapping[str, object]) -> str:
    value = usual[name]
    if isinstance(value, tuple):
        return " ".join(money_text(Fen(each)).removesuffix(".00") for each in value)
    if name.endswith("_bp") and isinstance(value, int):
        return rate_text(BasisPoints(value))
    return str(value)
