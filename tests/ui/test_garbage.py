"""Nothing of the screen is swept by the worker, nor in the middle of an event."""

import gc
import weakref

from PySide6.QtCore import QCoreApplication, QTimerEvent
from PySide6.QtWidgets import QApplication

from ui.background import Background
from ui.garbage import sweep_between_events

MORE_THAN_A_SWEEP_WAITS_FOR = 20_000


class Knot:
    """Garbage that only a sweep finds: it holds itself."""

    def __init__(self) -> None:
        self.itself = self


def _lose_a_knot() -> weakref.ref[Knot]:
    return weakref.ref(Knot())


def test_the_worker_sweeps_nothing_away(qapp: QApplication) -> None:
    """A window swept on the worker's thread took the whole till with it."""
    background = Background()
    lost = _lose_a_knot()
    background.run(lambda: [[] for _ in range(MORE_THAN_A_SWEEP_WAITS_FOR)])
    background.finish()

    assert not gc.isenabled()
    assert lost() is not None


def test_what_is_lost_is_swept_between_two_events(qapp: QApplication) -> None:
    """A till that never swept would fill the memory in a day."""
    sweep_between_events()
    sweep_between_events()
    lost = _lose_a_knot()
    sweepers = [child for child in qapp.children() if type(child).__name__ == "_Sweeper"]
    QCoreApplication.sendEvent(sweepers[0], QTimerEvent(1))

    assert len(sweepers) == 1
    assert lost() is None
