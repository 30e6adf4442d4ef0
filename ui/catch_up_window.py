"""Shown while the shop does what became due while it was closed."""

from functools import partial

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.actions.settle_due import CaughtUp, is_due, settle_due
from pos_app.domain.figures import count_text
from pos_app.domain.moment import business_day
from pos_app.shop import Shop
from ui.background import Background
from ui.card import Window
from ui.progress_bar import ProgressBar
from ui.text_label import TextLabel
from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.wording import LiveWording

_WIDTH, _HEIGHT = 640, 200
_PATIENCE_MS = 300
"""What is done sooner needs no window that would only flicker."""


class _Steps(QObject):
    """Carries the progress from the worker to the screen."""

    done = Signal(object)


class CatchUpWindow(Window):
    """A sentence and a bar; it closes when all is done, and not before."""

    def __init__(self, *, words: LiveWording, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = words
        self._text = TextLabel("", size=TYPE.quantity, parent=self)
        self._note = TextLabel("", size=TYPE.body, colour="ink2", parent=self)
        self._bar = ProgressBar("progress", height=10, parent=self)
        self._may_close = False
        self._loop = QEventLoop()
        self._failed: BaseException | None = None
        self.setFixedSize(theme().px(_WIDTH), theme().row(_HEIGHT))
        self.place(self._text, (32, 32, _WIDTH - 64, 40))
        self.place(self._note, (32, 72, _WIDTH - 64, 30))
        self.place(self._bar, (32, 124, _WIDTH - 64, 24))
        _ = words.text
        self.setWindowTitle(_("Catching up"))
        self._text.set_text(_("Catching up with the days the shop was closed"))
        self._note.set_text(_("Selling begins when it is done."))

    def settle(self, shop: Shop) -> None:
        """Do all that is due in an open shop, and show how far it is.

        Raises what `settle_due` raises; what was done until then stays done.
        """
        if not is_due(shop):
            return
        steps = _Steps()
        steps.done.connect(self.show_step)
        background = Background()
        background.run(
            partial(settle_due, shop, progress=steps.done.emit), self._take, otherwise=self._fail
        )
        patience = QTimer(self)
        patience.setSingleShot(True)
        patience.timeout.connect(self.show)
        patience.start(_PATIENCE_MS)
        self._loop.exec()
        patience.stop()
        background.close()
        self._may_close = True
        self.close()
        if self._failed is not None:
            raise self._failed

    @property
    def said(self) -> str:
        """What stands on the window."""
        return f"{self._text.text()} {self._note.text()}"

    def show_step(self, step: CaughtUp) -> None:
        """Show how much is done, and up to which day."""
        _n = self._words.plural
        self._note.set_text(
            _n(
                "{done} entry, up to {day}. Selling begins when it is done.",
                "{done} entries, up to {day}. Selling begins when it is done.",
                count=step.events,
                done=count_text(step.events),
                day=business_day(step.reached),
            )
        )
        self._bar.set_progress(step.reached - step.first, max(1, step.now - step.first))

    def _take(self, _events: int) -> None:
        self._loop.quit()

    def _fail(self, error: BaseException) -> None:
        self._failed = error
        self._loop.quit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            super().closeEvent(event)
        else:
            event.ignore()
