"""Shown while the shop does what became due while it was closed."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from pos_app.actions.due.settle_due import CaughtUp, settle_due
from pos_app.domain.day_text import day_text
from pos_app.domain.figures import count_text
from pos_app.domain.moment import business_day
from pos_app.shop import Shop
from ui.theme_tokens import TYPE
from ui.widgets.text_label import TextLabel
from ui.windows.wait_window import WIDTH, WaitWindow
from ui.wording import LiveWording

_PATIENCE_MS = 300


class _Steps(QObject):
    """Carries the progress from the worker to the screen."""

    done = Signal(object)


class CatchUpWindow(WaitWindow):
    """Says how many entries were made up, and up to which day."""

    def __init__(self, *, words: LiveWording) -> None:
        super().__init__()
        self._words = words
        self._note = TextLabel("", size=TYPE.body, colour="ink2", parent=self)
        self.place(self._text, (32, 32, WIDTH - 64, 40))
        self.place(self._note, (32, 72, WIDTH - 64, 30))
        self.place(self._bar, (32, 124, WIDTH - 64, 24))
        _ = words.text
        self.setWindowTitle(_("Catching up"))
        self._text.set_text(_("Catching up with the days the shop was closed"))
        self._note.set_text(_("Selling begins when it is done."))

    def settle(self, shop: Shop) -> None:
        """Do all that is due in an open shop, and show how far it is.

        Raises what `settle_due` raises; what was done until then stays done.
        """
        steps = _Steps()
        steps.done.connect(self.show_step)
        work = partial(settle_due, shop, progress=steps.done.emit)
        self.wait_for(work, patience_ms=_PATIENCE_MS)

    @property
    def said(self) -> str:
        """What stands on the window."""
        return f"{self._text.text()} {self._note.text()}"

    def show_step(self, step: CaughtUp) -> None:
        """Show how much is done, and up to which day; in a long event, its payments."""
        _n = self._words.plural
        day = day_text(business_day(step.reached), self._words.text)
        self._note.set_text(
            _n(
                "{day}: {payments} payment so far. Selling begins when it is done.",
                "{day}: {payments} payments so far. Selling begins when it is done.",
                count=step.payments,
                payments=count_text(step.payments),
                day=day,
            )
            if step.payments
            else _n(
                "{done} entry, up to {day}. Selling begins when it is done.",
                "{done} entries, up to {day}. Selling begins when it is done.",
                count=step.events,
                done=count_text(step.events),
                day=day,
            )
        )
        self._bar.set_progress(step.reached - step.first, max(1, step.now - step.first))
