"""Shown while the sample shop is made on the first start: how many days are done."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from pos_app.actions.replays.make_sample_shop import make_sample_shop
from pos_app.clock import Clock
from pos_app.domain.files.sample_days import DAYS
from pos_app.shop import Shop
from ui.windows.wait_window import WIDTH, WaitWindow
from ui.wording import LiveWording


class _Steps(QObject):
    """Carries the progress from the worker to the screen."""

    done = Signal(int, int)


class SampleWindow(WaitWindow):
    """Says which of the days of trade is being made."""

    def __init__(self, *, words: LiveWording) -> None:
        super().__init__()
        self._words = words
        self.place(self._text, (32, 40, WIDTH - 64, 40))
        self.place(self._bar, (32, 112, WIDTH - 64, 24))
        self.show_step(0, 1)

    def make(self, folder: Path, *, clock: Clock, days: int = DAYS) -> Shop:
        """Make the sample shop in a folder and return it open.

        Raises what `make_sample_shop` raises; nothing was made then.
        """
        steps = _Steps()
        steps.done.connect(self.show_step)
        progress = steps.done.emit
        return self.wait_for(
            partial(make_sample_shop, folder, clock=clock, days=days, progress=progress)
        )

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
