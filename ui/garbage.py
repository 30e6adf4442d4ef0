"""Garbage is swept between the events of the screen's thread, and nowhere else.

Python sweeps on whatever thread happens to allocate, in the middle of whatever it does.
Qt bears neither: an object of the screen that is swept by the worker dies on the wrong
thread, and one that is swept while its window is being taken down dies twice.
"""

import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimerEvent
from typing_extensions import override

SWEEP_MS = 1_000
SWEEPS_TO_A_WHOLE_ONE = 60
"""What survived two sweeps is looked at once a minute; it takes longest."""


class _Sweeper(QObject):
    """Sweeps once a second for as long as the program has events."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.startTimer(SWEEP_MS)

    @override
    def timerEvent(self, event: QTimerEvent) -> None:
        sweep()


def sweep_between_events() -> None:
    """From now on sweep only between events of this thread, which has the screen."""
    gc.disable()
    app = QCoreApplication.instance()
    if app is not None and app.findChild(_Sweeper) is None:
        _Sweeper(app)


def sweep() -> None:
    """Sweep what is young; now and then everything."""
    gc.collect(2 if gc.get_count()[2] >= SWEEPS_TO_A_WHOLE_ONE else 1)
