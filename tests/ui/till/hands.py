"""The hands that test the screens are those of the demo, and can do a little more."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from typing_extensions import override

from pos_app.shop import Shop
from ui.demo import hands as demo_hands
from ui.demo.hands import BY_HAND_MS, BY_SCANNER_MS, KeyPace

__all__ = ["BY_HAND_MS", "BY_SCANNER_MS", "Hands", "KeyPace", "at_the_till"]


class Hands(demo_hands.Hands):
    """Presses keys faster than anything follows, and keeps the worker from working."""

    def __init__(self, app: QApplication, shop: Shop) -> None:
        self._is_worker_held = False
        super().__init__(app, shop)

    def press_at_once(self, key: Qt.Key, *, times: int) -> None:
        """Press a key again and again before anything that follows can happen."""
        for _ in range(times):
            self.pace.ms += BY_HAND_MS
            QTest.keyClick(self.front.windowHandle(), key)
        self.settle()

    @contextmanager
    def worker_held(self) -> Iterator[None]:
        """Keep the worker from its work inside this block, as a slow disk does."""
        gate = Event()
        self.whole.background.run(gate.wait)
        self._is_worker_held = True
        try:
            yield
        finally:
            self._is_worker_held = False
            gate.set()
            self.settle()

    @override
    def settle(self) -> None:
        if self._is_worker_held:
            QCoreApplication.processEvents()
        else:
            super().settle()

    def descriptions(self) -> list[str]:
        """What a screen reader adds to the fields on the screen: why one was refused."""
        fields = self.window.findChildren(QLineEdit)
        told = [each.accessibleDescription() for each in fields if each.isVisible()]
        return [each for each in told if each]


@contextmanager
def at_the_till(app: QApplication, shop: Shop) -> Iterator[Hands]:
    """Hands at a till that is closed again afterwards."""
    hands = Hands(app, shop)
    try:
        yield hands
    finally:
        hands.close()
