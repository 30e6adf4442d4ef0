"""Starting and changing programs: which one, its form, and the adoption."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.actions.premises.show_rules import show_rules
from pos_app.actions.programs.adopt_combination import asks_of, combinations
from pos_app.actions.programs.adopt_program import ProgramAsk, name_for
from pos_app.actions.programs.explain_program import explain_program
from pos_app.actions.programs.list_programs import ProgramShown
from pos_app.actions.programs.preview_combination import preview_combination
from pos_app.actions.programs.preview_program import preview_program
from pos_app.actions.programs.program_form import program_form
from pos_app.actions.trying.what_if_candidates import trial_text
from pos_app.domain.refusals.program import CalculatorRunMissing
from pos_app.errors import ShopError
from pos_app.sentences.told import tell
from ui.office.page.form_panel import FormPanel
from ui.office.page.office_desk import OfficeDesk
from ui.office.programs.combination_form import CombinationForm
from ui.office.programs.kind_panel import KindPanel
from ui.office.programs.program_errands import adopt_all_confirmed, adopt_confirmed
from ui.office.programs.program_form import ProgramForm
from ui.office.trying.first_trial import FirstTrial
from ui.theme import theme
from ui.widgets.canvas import Canvas
from ui.widgets.painted import Painted


class ProgramStarts(Painted):
    """Three panels in one place; each goes back to the page with `closed`."""

    adopted = Signal(object)
    """The numbers of the programs that were adopted."""
    closed = Signal()
    try_wished = Signal(str)
    """Programs, as `trial_text` writes them, to be tried before they start."""
    refused = Signal(str, object)
    """What was chosen, and a refusal that no panel has a place for."""
    quiet = Signal()
    """Something else is chosen: what was said before is over."""

    def __init__(self, desk: OfficeDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.kinds = KindPanel(desk.words, parent=self)
        self.form = ProgramForm(desk.words, parent=self)
        self.combination = CombinationForm(desk.words, parent=self)
        self._panels: tuple[FormPanel, ...] = (self.kinds, self.form, self.combination)
        self.kinds.closed.connect(self.closed)
        self.form.closed.connect(self._step_back)
        self.combination.closed.connect(self.offer)
        self.kinds.kind_chosen.connect(self.start)
        self.kinds.combination_chosen.connect(self.start_together)
        self.trial = FirstTrial(desk, parent=self)
        self.trial.said.connect(self._say)
        self.trial.tried.connect(self._show_tried)
        self.trial.refused.connect(self._refuse)
        self.form.edited.connect(self._preview)
        self.form.wished.connect(self._adopt)
        self.combination.wished.connect(self._adopt_together)
        self.form.try_wished.connect(self._try_one)
        self.combination.try_wished.connect(self._try_together)

    def put_words(self) -> None:
        """Show all texts in the language of the moment."""
        for panel in (self.kinds, self.form, self.combination):
            panel.show_words()

    def offer_anew(self) -> None:
        """The same from its first row, whatever was chosen the last time."""
        self.kinds.choose_first()
        self.offer()

    @property
    def _limit(self) -> int:
        """What all programs of this shop put in of a sale at most, in basis points."""
        return show_rules(self._desk.shop).max_total_concession_bp

    def offer(self) -> None:
        """Show what can be started: each kind, then the combinations."""
        self.kinds.show_limit(self._limit)
        self._show(self.kinds)

    def start(self, kind: str) -> None:
        """Show the form of a kind as it ships."""
        self.quiet.emit()
        asked = program_form(kind, limit=self._limit)
        self.form.start(asked, usual=name_for(self._desk.shop, kind), limit=self._limit)
        self._show(self.form)
        self._preview()

    def change(self, shown: ProgramShown) -> None:
        """Show the form of a program as it is."""
        self.form.start(program_form(shown.program.kind), known=shown)
        self._show(self.form)
        self._preview()

    def start_together(self, code: str) -> None:
        """Show a combination as it would run in this shop."""
        self.quiet.emit()
        try:
            self.combination.start(preview_combination(self._desk.shop, code))
        except ShopError as error:
            title = next(each.title for each in combinations() if each.code == code)
            self.refused.emit(self._desk.words.text(title), error)
            return
        self._show(self.combination)

    def take_trial(self, told: str) -> None:
        """Show what a trial has told of the programs that were handed over last."""
        panel = self.combination if self.form.isHidden() else self.form
        panel.show_trial(told.strip())
        panel.begin()

    def _try_one(self) -> None:
        self._hand_over(self.form.trial())

    def _try_together(self) -> None:
        ask = self.combination.ask()
        self._hand_over(() if ask is None else asks_of(self._desk.shop, ask))

    def _hand_over(self, programs: tuple[ProgramAsk, ...]) -> None:
        if programs:
            self.try_wished.emit(trial_text(programs))

    def _step_back(self) -> None:
        if self.form.is_change:
            self.closed.emit()
        else:
            self.offer()

    def _show(self, panel: FormPanel) -> None:
        for each in self._panels:
            each.setVisible(each is panel)
        self.arrange()
        panel.begin()

    def _preview(self) -> None:
        self.form.forget_refusal()
        # What was tried is not this any more.
        self.form.show_trial("")
        ask = self.form.ask()
        if ask is None:
            return
        # What was told of other figures is not what customers would be told of these.
        self.form.show_told(())
        try:
            self.form.show_told(explain_program(self._desk.shop, ask))
            self.form.show_preview(preview_program(self._desk.shop, ask))
        except ShopError as error:
            self.form.show_refusal(error, self._sentence(error))

    def _adopt(self) -> None:
        self.form.forget_refusal()
        ask = self.form.ask()
        if ask is not None:
            pin = self.form.second.text()
            self._run(partial(adopt_confirmed, self._desk.shop, self._desk.seat, ask=ask, pin=pin))

    def _adopt_together(self) -> None:
        self.combination.forget_refusal()
        ask = self.combination.ask()
        if ask is not None:
            pin = self.combination.second.text()
            self._run(
                partial(adopt_all_confirmed, self._desk.shop, self._desk.seat, ask=ask, pin=pin)
            )

    def _run(self, work: Callable[[], tuple[int, ...]]) -> None:
        self._desk.background.run(work, self._adopted, otherwise=self._refuse)

    def _adopted(self, numbers: tuple[int, ...]) -> None:
        self.adopted.emit(numbers)

    def _refuse(self, error: ShopError) -> None:
        if isinstance(error, CalculatorRunMissing):
            self._try_first()
            return
        self._panel.show_refusal(error, self._sentence(error))

    @property
    def _panel(self) -> ProgramForm | CombinationForm:
        return self.combination if self.form.isHidden() else self.form

    def _try_first(self) -> None:
        """What waits for a what-if gets one; its answer is read before the next Enter."""
        programs = self._programs()
        if programs:
            self.trial.begin(programs)

    def _show_tried(self, told: str, programs: tuple[ProgramAsk, ...]) -> None:
        """Above the rules, whole; not where other figures stand by now."""
        if _figures(programs) == _figures(self._programs()):
            self._panel.show_trial(told)

    def _programs(self) -> tuple[ProgramAsk, ...]:
        """What the form that is open would start; empty while it cannot."""
        if self._panel is self.form:
            one = self.form.ask()
            return (one,) if one is not None else ()
        together = self.combination.ask()
        return asks_of(self._desk.shop, together) if together is not None else ()

    def _say(self, sentence: str) -> None:
        self._panel.say(sentence)

    def _sentence(self, error: ShopError) -> str:
        return tell(error, self._desk.words.wording).whole

    @override
    def draw(self, canvas: Canvas) -> None:
        """The panels draw themselves; what is between them is the window's paper."""

    @override
    def arrange(self) -> None:
        now = theme()
        box = (0, 0, self.width() / now.unit, self.height() / (now.unit * now.text_scale))
        for panel in self._panels:
            hidden = panel.isHidden()
            self.place(panel, box)
            panel.setVisible(not hidden)


def _figures(programs: tuple[ProgramAsk, ...]) -> list[tuple[str, str, dict[str, object]]]:
    return [(each.name, each.kind, dict(each.params)) for each in programs]
