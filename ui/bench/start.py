"""A start of the program that ends with its first paint, or of a bare window.

Started as a program of its own by `programs`, whose clock runs from that moment.
"""

import os
import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

PAINTED = "painted"
BARE = "--bare"


class FirstPaint(QObject):
    """Ends the program once a window that is shown was painted, and says so."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        # Its widgets may cover it whole, so that it is never painted itself.
        window.windowHandle().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Expose:
            watched.removeEventFilter(self)
            # Everything in the window is painted before anything else happens.
            QTimer.singleShot(0, self.leave)
        return False

    def leave(self) -> None:
        """Say that it was painted, and end at once: what is loaded then is not asked."""
        sys.stdout.write(PAINTED + "\n")
        sys.stdout.flush()
        os._exit(0)


def main(arguments: list[str]) -> int:
    """Start the till of a folder, or an empty window; leave when painted."""
    if arguments == [BARE]:
        app = QApplication([sys.argv[0]])
        window = QWidget()
        window.resize(1280, 800)
        window.show()
        FirstPaint(window)
        return app.exec()
    from main import main as start

    return start(["--folder", arguments[0]], shown=FirstPaint)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
