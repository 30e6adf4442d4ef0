"""A cashier's hands and a scanner, as real keys sent to the window; eyes that read it.

Keys go to the window as the system sends them, so that the scan filter sees them. When a
key was pressed is said here and not measured: no test depends on how fast it runs.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from pos_app.shop import Shop
from ui.application import Application
from ui.message_bar import MessageBar, spoken

BY_HAND_MS = 200
BY_SCANNER_MS = 9


class KeyPace:
    """A clock that only the hands move."""

    def __init__(self) -> None:
        self.ms = 1_000

    def __call__(self, event: QKeyEvent) -> int:
        """Return when a key was pressed."""
        return self.ms


class Hands:
    """Presses keys at one till and reads what stands there."""

    def __init__(self, app: QApplication, shop: Shop) -> None:
        self._pace = KeyPace()
        self.whole = Application(app, shop, key_time=self._pace)
        self.window = self.whole.window
        self.window.show()
        QCoreApplication.processEvents()

    def press(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        *,
        times: int = 1,
    ) -> None:
        """Press a key by hand, and let everything that follows happen."""
        for _ in range(times):
            self._pace.ms += BY_HAND_MS
            QTest.keyClick(self.window.windowHandle(), key, modifiers)
        self.settle()

    def press_at_once(self, key: Qt.Key, *, times: int) -> None:
        """Press a key again and again before anything that follows can happen."""
        for _ in range(times):
            self._pace.ms += BY_HAND_MS
            QTest.keyClick(self.window.windowHandle(), key)
        self.settle()

    def type(self, text: str) -> None:
        """Type a text by hand, without Enter."""
        for letter in text:
            self._pace.ms += BY_HAND_MS
            QTest.keyClick(self.window.windowHandle(), letter)
        self.settle()

    def enter(self, text: str) -> None:
        """Type a text by hand and end it with Enter."""
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def scan(self, code: str, *, ends: bool = True) -> None:
        """Scan a code: keys as fast as a scanner sends them, and Enter."""
        self._pace.ms += BY_HAND_MS
        for letter in code:
            self._pace.ms += BY_SCANNER_MS
            QTest.keyClick(self.window.windowHandle(), letter)
        if ends:
            self._pace.ms += BY_SCANNER_MS
            QTest.keyClick(self.window.windowHandle(), Qt.Key.Key_Return)
        self.settle()

    def settle(self) -> None:
        """Let the worker finish and its answers arrive."""
        QCoreApplication.processEvents()
        self.whole.background.finish()
        QCoreApplication.processEvents()

    def sign_in(self, *, person: Qt.Key, pin: str) -> None:
        """Choose a tile and type the PIN."""
        self.press(person)
        self.enter(pin)

    def names(self) -> list[str]:
        """The accessible names of everything on the screen, from top to bottom."""
        shown = [each for each in self.window.findChildren(QWidget) if each.isVisible()]
        return [each.accessibleName() for each in shown if each.accessibleName()]

    def sees(self, text: str) -> bool:
        """Whether a text stands anywhere on the screen."""
        return any(text in name for name in self.names())

    def bar(self) -> str:
        """What the bar under the scan field says."""
        bar = self.window.till.screen.findChild(MessageBar)
        assert isinstance(bar, MessageBar)
        return spoken(bar.message)

    def close(self) -> None:
        """Close the window as a person does, and give the folder back."""
        self.window.close()
        self.whole.close()
        self.window.deleteLater()
        QCoreApplication.processEvents()


@contextmanager
def at_the_till(app: QApplication, shop: Shop) -> Iterator[Hands]:
    """Hands at a till that is closed again afterwards."""
    hands = Hands(app, shop)
    try:
        yield hands
    finally:
        hands.close()
