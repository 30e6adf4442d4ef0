"""Shown while the sample shop is made on the first start: how many days are done."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.actions.make_sample_shop import make_sample_shop
from pos_app.clock import Clock
from pos_app.domain.sample_days import DAYS
from pos_app.shop import Shop
from ui.background import Background
from ui.card import Window
from ui.progress_bar import ProgressBar
from ui.text_label import TextLabel
from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.wording import LiveWording

_WIDTH, _HEIGHT = 640, 200


class _Steps(QObject):
    """Carries the progress from the worker to the screen."""

    done = Signal(int, int)


class SampleWindow(Window):
    """A sentence and a bar; it closes when the shop is made, and not before."""

    def __init__(self, *, words: LiveWording, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = words
        self._text = TextLabel("", size=TYPE.quantity, parent=self)
        self._bar = ProgressBar("progress", height=10, parent=self)
        self._may_close = False
        self._loop = QEventLoop()
        self._made: Shop | None = None
        self._failed: BaseException | None = None
        self.setFixedSize(theme().px(_WIDTH), theme().row(_HEIGHT))
        self.place(self._text, (32, 40, _WIDTH - 64, 40))
        self.place(self._bar, (32, 112, _WIDTH - 64, 24))
        self.show_step(0, 1)

    def make(self, folder: Path, *, clock: Clock, days: int = DAYS) -> Shop:
        """Make the sample shop in a folder and return it open.

        Raises what `make_sample_shop` raises; nothing was made then.
        """
        steps = _Steps()
        steps.done.connect(self.show_step)
        background = Background()
        progress: Callable[[int, int], None] = steps.done.emit
        work = partial(make_sample_shop, folder, clock=clock, days=days, progress=progress)
        background.run(work, self._take, otherwise=self._fail)
        self.show()
        self._loop.exec()
        background.close()
        self._may_close = True
        self.close()
        if self._failed is not None or self._made is None:
            raise self._failed or LookupError("no shop was made")
        return self._made

    @property
    def said(self) -> str:
        """What stands on the window."""
        return self._text.accessibleName()

    def show_step(self, done: int, whole: int) -> None:
        """Show how many days of trade there are already."""
        _ = self._words.text
        text = _("Making the sample shop: day {done} of {whole}", done=done, whole=whole)
        self._text.set_text(text)
        self._bar.set_progress(done, whole, colour="jade_fill")

    def _take(self, shop: Shop) -> None:
        self._made = shop
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
