"""A what-if on a thread of its own: the till goes on selling meanwhile."""

from PySide6.QtCore import QCoreApplication, QObject, Signal

from pos_app.actions.what_if import WhatIfReady, run_what_if
from pos_app.domain.what_if_figures import WhatIf
from ui.background import Background


class Trial(QObject):
    """One trial at a time; `told` says how far it is."""

    told = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.background = Background(self)
        self.is_running = False
        self._is_stopped = False
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.end)

    def begin(self, ready: WhatIfReady) -> WhatIf:
        """Run it; called on the trial's own thread."""
        return run_what_if(ready, progress=self.told.emit, cancelled=self._asked_to_stop)

    def prepare(self) -> None:
        """A new trial begins."""
        self._is_stopped, self.is_running = False, True

    def stop(self) -> None:
        """Ask it to stop at its next look."""
        self._is_stopped = True

    def end(self) -> None:
        """The program ends: nobody waits for the answer any more."""
        self.stop()
        self.background.close()

    def _asked_to_stop(self) -> bool:
        return self._is_stopped
