"""A what-if on a thread of its own: the till goes on selling meanwhile."""

from PySide6.QtCore import QObject, Signal

from pos_app.actions.trying.what_if import WhatIfReady, run_what_if
from pos_app.domain.what_if_figures import WhatIf
from ui.background import Background


class Trial(QObject):
    """One trial at a time; `told` says how far it is.

    It lives beside the shop's worker, not in the page: its thread still speaks when the
    page is gone, and an object that is taken down meanwhile takes the till with it.
    """

    told = Signal(object)

    def __init__(self, page: QObject, *, beside: Background) -> None:
        super().__init__(beside)
        self.background = Background(self)
        self.is_running = False
        self._is_stopped = self._is_over = False
        page.destroyed.connect(self._leave)
        beside.closing.connect(self._end)

    def begin(self, ready: WhatIfReady) -> WhatIf:
        """Run it; called on the trial's own thread."""
        return run_what_if(ready, progress=self.told.emit, cancelled=self._asked_to_stop)

    def prepare(self) -> None:
        """A new trial begins."""
        self._is_stopped, self.is_running = False, True

    def stop(self) -> None:
        """Ask it to stop at its next look."""
        self._is_stopped = True

    def _leave(self) -> None:
        """The page is gone: nobody waits for the answer; go when the thread is free."""
        self.stop()
        if not self._is_over:
            self.background.run(_nothing_more, self._go)

    def _go(self, _nothing: object) -> None:
        self._end()
        self.deleteLater()

    def _end(self) -> None:
        """Nothing may be tried any more; wait for what still runs."""
        self.stop()
        self._is_over = True
        self.background.close()

    def _asked_to_stop(self) -> bool:
        return self._is_stopped


def _nothing_more() -> None:
    """What the trial's thread does last."""
