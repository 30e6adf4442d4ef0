"""A sentence and a bar, shown while everybody has to wait.

What is done, and what is said of it, is the window's own; here it is waited for.
"""

from collections.abc import Callable
from typing import TypeVar, cast

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QCloseEvent
from typing_extensions import override

from ui.background import Background
from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.widgets.card import Window
from ui.widgets.progress_bar import ProgressBar
from ui.widgets.text_label import TextLabel

T = TypeVar("T")

WIDTH, HEIGHT = 640, 200


class WaitWindow(Window):
    """Closes when the work is done, and not before."""

    def __init__(self) -> None:
        super().__init__()
        self._text = TextLabel("", size=TYPE.quantity, parent=self)
        self._bar = ProgressBar("progress", height=10, parent=self)
        self._loop = QEventLoop()
        self._made: object = None
        self._failed: BaseException | None = None
        self._may_close = False
        self.setFixedSize(theme().px(WIDTH), theme().row(HEIGHT))

    def wait_for(self, work: Callable[[], T], *, patience_ms: int = 0) -> T:
        """Let a worker do the work; return what it returned, or raise what it raised.

        What is done within `patience_ms` needs no window that would only flicker.
        """
        background = Background()
        background.run(work, self._take, otherwise=self._fail)
        patience = QTimer(self)
        patience.setSingleShot(True)
        patience.timeout.connect(self.show)
        patience.start(patience_ms)
        self._loop.exec()
        patience.stop()
        background.close()
        self._may_close = True
        self.close()
        if self._failed is not None:
            raise self._failed
        return cast("T", self._made)

    def _take(self, made: object) -> None:
        self._made = made
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
