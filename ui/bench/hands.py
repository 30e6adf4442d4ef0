"""Hands that measure: from a key on its way to the window to what it painted."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter_ns

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from pos_app.bench.shops import open_at
from ui.demo.hands import BY_HAND_MS, BY_SCANNER_MS, Hands


class PaintWatch(QObject):
    """Says when the window was painted after a key, once that reached a widget of it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._painted_at = 0
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            # Sent to itself as the next event of all: the whole window is painted in one.
            urgent = Qt.EventPriority.HighEventPriority.value
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), urgent)
        return False

    @override
    def customEvent(self, event: QEvent) -> None:
        self._painted_at = self._painted_at or perf_counter_ns()

    def time_until_painted(self, press: Callable[[], object]) -> int:
        """Press a key and return how many nanoseconds later the window is painted.

        That the key goes up again, and what is done behind the paint, is not in it.
        """
        QCoreApplication.processEvents()
        self._painted_at = 0
        begun = perf_counter_ns()
        press()
        while not self._painted_at:
            QCoreApplication.processEvents()
        return self._painted_at - begun


class QuickHands(Hands):
    """Hands whose last key is pressed alone, so that what follows can be timed."""

    def type_alone(self, letter: str) -> None:
        """Type one letter and wait for nothing."""
        self.pace.ms += BY_HAND_MS
        self._click(letter)

    def end_scan(self) -> None:
        """Let the scanner send its Enter and wait for nothing."""
        self.pace.ms += BY_SCANNER_MS
        QTest.keyClick(self.front.windowHandle(), Qt.Key.Key_Return)


@contextmanager
def at_the_bench(folder: Path) -> Iterator[QuickHands]:
    """Hands at the till of a shop made for measuring, already signed in."""
    running = QCoreApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(["bench"])
    opened = open_at(folder)
    hands = QuickHands(app, opened.shop)
    try:
        # No PIN is measured here: whoever made the shop sits down.
        hands.window.sign_in.signed_in.emit(opened.seat)
        hands.settle()
        yield hands
    finally:
        hands.close()
