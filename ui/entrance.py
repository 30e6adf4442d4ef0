"""The way in: the sign-in is painted first, and the shop behind it loaded then.

The records and all that a till can do take several times as long to load as a window;
whoever switches the till on sees within half a second that it comes.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from pos_app.actions.premises.look_first import look_first
from ui.main_window import MainWindow, first_window
from ui.second_start import raise_first

ALREADY_OPEN = 0
_PATIENCE_MS = 300
_STEP_MS = 10


def enter(
    folder: Path,
    arguments: Sequence[str] = (),
    *,
    sample: bool = False,
    shown: Callable[[QWidget], object] | None = None,
) -> int:
    """Show the till of a folder until its window is closed; return the exit code.

    With `sample`, a folder without a shop gets the sample shop first. `shown` is told of
    the window when it was shown for the first time, before it was painted.
    """
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication([sys.argv[0], *arguments])
    app.setApplicationName("till")
    if raise_first(folder):
        return ALREADY_OPEN
    look = look_first(folder)
    window = None if look is None else first_window(app, look)
    if window is not None:
        window.show()
        if shown is not None:
            shown(window)
        _wait_until_painted(window)
    # Only now: this loads the records, the rules and every screen.
    from ui.application import run

    return run(app, folder, sample=sample, window=window)


def _wait_until_painted(window: MainWindow) -> None:
    """Let the system show the window; it is painted with the events that show it."""
    waited = QElapsedTimer()
    waited.start()
    while not window.windowHandle().isExposed() and waited.elapsed() < _PATIENCE_MS:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _STEP_MS)
    QCoreApplication.processEvents()
