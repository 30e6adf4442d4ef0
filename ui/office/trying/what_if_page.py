"""What if: a program tried on past or made-up sales before it is switched on."""

from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.actions.trying.note_trial import note_trial
from pos_app.actions.trying.what_if import WhatIfAsk, WhatIfReady, ready_what_if
from pos_app.actions.trying.what_if_candidates import Candidate, trial_of, what_if_candidates
from pos_app.actions.trying.what_if_tables import estimate_note
from pos_app.domain.figures import count_text
from pos_app.domain.what_if_figures import WhatIf, WhatIfProgress
from pos_app.errors import ShopError
from ui.day_words import whole_day
from ui.office.page.office_desk import OfficeDesk
from ui.office.page.office_page import OfficePage, name_table
from ui.office.page.page_places import HEAD, columns
from ui.office.trying.shown_what_if import chart_of, ends_of, scenario_words, told_of
from ui.office.trying.trial import Trial
from ui.office.trying.what_if_form import WhatIfForm
from ui.office.widgets.chart import BarChart
from ui.office.widgets.navigation import SegmentBar
from ui.office.widgets.office_table import OfficeTable
from ui.theme_tokens import TYPE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.progress_bar import ProgressBar
from ui.widgets.text_label import TextLabel

_ENDS = 44 + 32 + 3 * 36 + 16
_NOTE = 96
_BACK_KEY = "F8"
_NOT_TRIED = " "
"""Nothing is to be shown, but the form is to stand as it was left."""


class WhatIfPage(OfficePage):
    """At the left what is asked, at the right the curve and how it ends."""

    HEARS = frozenset({"program", "program_version"})

    def __init__(self, desk: OfficeDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent=parent)
        self._answer: WhatIf | None = None
        self._tried: WhatIfAsk | None = None
        self._was_made_up = False
        self._brought: Candidate | None = None
        """What is about to be started, and was handed over to be tried first."""
        self._found: tuple[Candidate, ...] = ()
        self.back_button = Button("", key=_BACK_KEY, size=TYPE.body, parent=self)
        self.back_button.clicked.connect(self._go_back)
        self.bind(_BACK_KEY, self._go_back)
        self.back_button.hide()
        self.trial = Trial(self, beside=desk.background)
        self.trial.told.connect(self._show_progress)
        self.form = WhatIfForm(self.words, parent=self)
        self.form.wished.connect(self._try_or_stop)
        self._curve, self._ends = Card(parent=self), Card(parent=self)
        self.chart = BarChart(parent=self._curve)
        self.scenario = SegmentBar(("", "", ""), parent=self)
        self.measure = SegmentBar(("", "", ""), parent=self)
        self.program: SegmentBar | None = None
        for bar in (self.scenario, self.measure):
            bar.chosen.connect(self._show_chosen)
        self.ends = OfficeTable("", parent=self._ends)
        self.progress = ProgressBar("", parent=self)
        self.note = TextLabel(size=TYPE.small, colour="ink2", wraps=True, parent=self)

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("What if")

    @override
    def subtitle(self) -> str:
        _ = self.words.text
        return _("An estimate, never a promise")

    @override
    def read(self) -> None:
        work = partial(what_if_candidates, self.desk.shop, self.words.wording)
        self.look(work, self._take_candidates)

    @override
    def open(self, what: str = "") -> None:
        self._brought = trial_of(what) if what else None
        self._show_candidates()
        self.read()
        if what:
            self.form.choose_first()
        self.back_button.setVisible(self._brought is not None)
        self.form.begin()

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self.back_button.setText(_("Back to the start"))
        self.form.show_words()
        self.form.show_running(is_running=self.trial.is_running)
        self.scenario.set_words(scenario_words(self.words))
        self.measure.set_words([_("Money"), _("Purchases"), _("Points")])
        self.chart.setAccessibleName(_("The curve day by day"))
        self.progress.setAccessibleName(_("How far the trial is"))
        name_table(self.ends, _("How it ends"))
        name_table(self.form.candidates, _("Programs to try"))
        self._ends.set_title(_("How it ends"))
        self.read()
        self._show()

    @override
    def step_back(self) -> bool:
        if not self.trial.is_running:
            return False
        self.trial.stop()
        return True

    # ---------------------------------------------------------------- trying

    def _take_candidates(self, found: tuple[Candidate, ...]) -> None:
        self._found = found
        self._show_candidates()

    def _show_candidates(self) -> None:
        brought = () if self._brought is None else (self._brought,)
        self.form.show_candidates((*brought, *self._found))

    def _try_or_stop(self) -> None:
        if self.trial.is_running:
            self.trial.stop()
            return
        self.form.forget_refusal()
        ask = self.form.ask()
        if ask is None:
            return
        self._was_made_up = self.form.is_made_up
        self._tried = ask
        self.trial.prepare()
        self.progress.set_progress(0, 1)
        self.progress.show()
        self.form.show_running(is_running=True)
        self.run(
            partial(ready_what_if, self.desk.shop, ask),
            self._begin,
            otherwise=self._refuse,
            broken=self._over,
        )

    def _begin(self, ready: WhatIfReady) -> None:
        work = partial(self.trial.begin, ready)
        self.trial.background.run(
            work, self._take_answer, otherwise=self._refuse, broken=self._over
        )

    def _show_progress(self, now: WhatIfProgress) -> None:
        _ = self.words.text
        self.progress.set_progress(now.sales, max(1, now.of))
        if self.trial.is_running:
            self.form.say(
                _("{sales} of {of} sales, {day}", sales=count_text(now.sales),
                  of=count_text(now.of), day=whole_day(now.day, self.words))
            )  # fmt: skip

    def _take_answer(self, answer: WhatIf) -> None:
        self._over()
        self._answer = answer
        self.form.forget_refusal()
        if self._tried is not None:
            # What was tried here may be started as it is (rulebook 10.10).
            self.run(
                partial(note_trial, self.desk.shop, self.desk.seat, ask=self._tried, answer=answer)
            )
        self._offer_programs([each.name for each in answer.scenarios[0].programs])
        self._show()

    def _go_back(self) -> None:
        """To the form that this was tried for, with what the trial has told."""
        if self._brought is None:
            return
        told = ""
        tried = self._tried.programs if self._tried is not None else ()
        if self._answer is not None and tried == self._brought.programs:
            told = told_of(self._answer, 0, self.words)
        self.wanted.emit("rules", told or _NOT_TRIED)

    def _offer_programs(self, names: list[str]) -> None:
        """Of several programs tried together one is shown; the bar says which."""
        if self.program is not None:
            self.take_away(self.program)
        self.program = SegmentBar(names, parent=self) if len(names) > 1 else None
        if self.program is not None:
            self.program.chosen.connect(self._show_chosen)

    def _refuse(self, error: ShopError) -> None:
        self._over()
        self.form.refuse(self.sentence(error))

    def _over(self) -> None:
        self.trial.is_running = False
        self.progress.hide()
        self.form.show_running(is_running=False)

    # ---------------------------------------------------------------- showing

    def _show_chosen(self, _choice: int) -> None:
        self._show()

    def _show(self) -> None:
        _ = self.words.text
        answer = self._answer
        note = estimate_note(self.words.wording, made_up=self._was_made_up)
        if answer is None:
            self._curve.set_title(_("The curve day by day"))
            self.ends.show_table((), (), empty=_("Choose a program and try it."))
            self.note.set_text("")
            return
        number = self.program.choice if self.program is not None else 0
        scenario = answer.scenarios[self.scenario.choice]
        name = scenario.programs[number].name
        self._curve.set_title(_("The curve day by day") if self.program is not None else name)
        self.chart.show_chart(
            chart_of(scenario, number, measure=self.measure.choice, words=self.words),
            description=told_of(answer, number, self.words),
        )
        heads, rows = ends_of(answer, number, self.words)
        self.ends.show_table(heads, rows)
        self.note.set_text(f"{told_of(answer, number, self.words)} {note}")
        self.lay_out(self.inner_width, self.inner_height)

    @override
    def lay_out(self, width: float, height: float) -> None:
        tall = height - HEAD
        (left, narrow), (right, wide) = columns(width, 320, 728)
        self.place(self.form, (left, HEAD, narrow, tall))
        hidden = self.back_button.isHidden()
        self.place(self.back_button, (width - 240, 2, 240, 40))
        self.back_button.setVisible(not hidden)
        self.place(self.progress, (right, HEAD - 14, wide, 8))
        self.progress.setVisible(self.trial.is_running)
        curve = tall - _ENDS - _NOTE - 16
        self.place(self._curve, (right, HEAD, wide, curve))
        self._curve.place(self.chart, (20, 44, wide - 40, curve - 108))
        foot = HEAD + curve - 52
        self.place(self.scenario, (right + 20, foot, 360, 40))
        self.place(self.measure, (right + 396, foot, 288, 40))
        if self.program is not None:
            self.place(self.program, (right + wide - 20 - 480, HEAD + 6, 480, 40))
        self.place(self._ends, (right, HEAD + curve + 16, wide, _ENDS))
        self._ends.place(self.ends, (20, 44, wide - 40, _ENDS - 52))
        self.place(self.note, (right, HEAD + curve + _ENDS + 24, wide, _NOTE - 8))
