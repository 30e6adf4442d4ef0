"""The what-if a program needs before it starts, run from its own form (10.10)."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from pos_app.actions.programs.adopt_program import ProgramAsk
from pos_app.actions.trying.note_trial import FIRST_LOOK, note_trial
from pos_app.actions.trying.what_if import WhatIfAsk, WhatIfReady, ready_what_if
from pos_app.domain.figures import count_text
from pos_app.domain.what_if_figures import WhatIf, WhatIfProgress
from pos_app.errors import ShopError
from ui.day_words import whole_day
from ui.office.page.office_desk import OfficeDesk
from ui.office.trying.shown_what_if import told_of
from ui.office.trying.trial import Trial


class FirstTrial(QObject):
    """Tries programs on two months of made-up sales and notes it; tells how it ended."""

    said = Signal(str)
    tried = Signal(str, object)
    """What it told, and the programs that were tried."""
    refused = Signal(object)

    def __init__(self, desk: OfficeDesk, *, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ask = WhatIfAsk(())
        self._answer: WhatIf | None = None
        self.trial = Trial(self, beside=desk.background)
        self.trial.told.connect(self._show_progress)

    def begin(self, programs: tuple[ProgramAsk, ...]) -> None:
        """Begin, unless one runs already; the till sells on meanwhile."""
        if self.trial.is_running:
            return
        _ = self._desk.words.text
        self._ask = WhatIfAsk(programs, synthetic=FIRST_LOOK)
        self.trial.prepare()
        self.said.emit(_("It is tried on made-up sales first."))
        work = partial(ready_what_if, self._desk.shop, self._ask)
        self._desk.background.run(work, self._run, otherwise=self._refuse, broken=self._over)

    def _run(self, ready: WhatIfReady) -> None:
        work = partial(self.trial.begin, ready)
        self.trial.background.run(work, self._note, otherwise=self._refuse, broken=self._over)

    def _show_progress(self, now: WhatIfProgress) -> None:
        if self.trial.is_running:
            _ = self._desk.words.text
            self.said.emit(
                _("{sales} of {of} sales, {day}", sales=count_text(now.sales),
                  of=count_text(now.of), day=whole_day(now.day, self._desk.words))
            )  # fmt: skip

    def _note(self, answer: WhatIf) -> None:
        self._answer = answer
        work = partial(note_trial, self._desk.shop, self._desk.seat, ask=self._ask, answer=answer)
        self._desk.background.run(work, self._tell, otherwise=self._refuse, broken=self._over)

    def _tell(self, _nothing: object) -> None:
        self._over()
        _ = self._desk.words.text
        if self._answer is not None:
            told = told_of(self._answer, 0, self._desk.words)
            self.tried.emit(told.strip(), self._ask.programs)
            self.said.emit(_("Tried: the answer stands above. Once more starts it."))

    def _over(self) -> None:
        self.trial.is_running = False

    def _refuse(self, error: ShopError) -> None:
        self._over()
        self.refused.emit(error)
