"""A sentence and a bar, shown while everybody has to wait.

What is done, and what is said of it, is the window's own; here it is waited for.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from typing_extensions import override

from ui.garbage import sweep_between_events
from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.widgets.card import Window
from ui.widgets.progress_bar import ProgressBar
from ui.widgets.text_label import TextLabel

T = TypeVar("T")

WIDTH, HEIGHT = 640, 200


class WaitWindow(Window):
    """Closes when the work is done, and not before."""

    _done = Signal()
    """Emitted on the worker."""

    def __init__(self) -> None:
        super().__init__()
        self._text = TextLabel("", size=TYPE.quantity, parent=self)
        self._bar = ProgressBar("progress", height=10, parent=self)
        self._loop = QEventLoop()
        self._done.connect(self._loop.quit, Qt.ConnectionType.QueuedConnection)
        self._may_close = False
        self.setFixedSize(theme().px(WIDTH), theme().row(HEIGHT))

    def wait_for(self, work: Callable[[], T], *, patience_ms: int = 0) -> T:
        """Let a worker do the work; return what it returned, or raise what it raised.

        What is done within `patience_ms` needs no window that would only flicker.
        """
        sweep_between_events()
        patience = QTimer(self)
        patience.setSingleShot(True)
        patience.timeout.connect(self.show)
        patience.start(patience_ms)
        with ThreadPoolExecutor(max_workers=1) as worker:
            made = worker.submit(work)
            made.add_done_callback(self._hear)
            self._loop.exec()
        patience.stop()
        self._may_close = True
        self.close()
        return made.result()

    def _hear(self, _made: object) -> None:
        self._done.emit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            super().closeEvent(event)
        else:
            event.ignore()
