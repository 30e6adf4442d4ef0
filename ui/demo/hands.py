"""A cashier's hands and a scanner as real keys, and eyes that read.

Keys go to the window as the system sends them, so that the scan filter sees them. When a
key was pressed is said here and not measured: nothing depends on how fast it runs. The
demo plays a day with these hands, and the tests of the screens work with them.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget

from pos_app.shop import Shop
from ui.application import Application
from ui.widgets.canvas import watching_cut_texts

BY_HAND_MS = 200
BY_SCANNER_MS = 9
PATIENCE_MS = 5_000
_PAUSE_MS = 10
_NO_MODIFIER = Qt.KeyboardModifier.NoModifier


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
        self.pace = KeyPace()
        self.whole = Application(app, shop, key_time=self.pace)
        self.window = self.whole.window
        self.front: QWidget = self.window
        """The window that has the keys: the till's, or the board's over it."""
        self.window.show()
        QCoreApplication.processEvents()

    # ---------------------------------------------------------------------- keys

    def press(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = _NO_MODIFIER,
        *,
        times: int = 1,
    ) -> None:
        """Press a key by hand, and let everything that follows happen."""
        for _ in range(times):
            self.pace.ms += BY_HAND_MS
            QTest.keyClick(self.front.windowHandle(), key, modifiers)
        self.settle()

    def type(self, text: str) -> None:
        """Type a text by hand, without Enter; what no key has comes by input method."""
        for letter in text:
            self.pace.ms += BY_HAND_MS
            if letter.isascii():
                self._click(letter)
            else:
                self._commit(letter)
        self.settle()

    def enter(self, text: str) -> None:
        """Type a text by hand and end it with Enter."""
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def scan(self, code: str, *, ends: bool = True) -> None:
        """Scan a code: keys as fast as a scanner sends them, and Enter."""
        self.pace.ms += BY_HAND_MS
        for letter in code:
            self.pace.ms += BY_SCANNER_MS
            self._click(letter)
        if ends:
            self.pace.ms += BY_SCANNER_MS
            QTest.keyClick(self.front.windowHandle(), Qt.Key.Key_Return)
        self.settle()

    def _click(self, letter: str) -> None:
        if not letter.isascii() or not letter.isprintable():
            self._send(letter)
            return
        # Qt takes a letter as well as a key; its types forgot to say so for windows.
        QTest.keyClick(self.front.windowHandle(), letter)  # type: ignore[call-overload]

    def _send(self, letter: str) -> None:
        """Send a sign that no key of its own has, as some scanners do."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, Qt.Key.Key_unknown, _NO_MODIFIER, letter)
            QCoreApplication.sendEvent(self.front.windowHandle(), key)

    def settle(self) -> None:
        """Let the worker finish and its answers arrive."""
        QCoreApplication.processEvents()
        self.whole.background.finish()
        QCoreApplication.processEvents()

    def wait_until(self, happened: Callable[[], bool]) -> bool:
        """Let time pass until it has happened; False when patience is at its end."""
        waited = QElapsedTimer()
        waited.start()
        while not happened():
            if waited.elapsed() > PATIENCE_MS:
                return False
            QTest.qWait(_PAUSE_MS)
            self.settle()
        return True

    def sign_in(self, *, person: Qt.Key, pin: str) -> None:
        """Choose a tile and type the PIN."""
        self.press(person)
        self.enter(pin)

    @staticmethod
    def _commit(text: str) -> None:
        """Hand over a finished word as an input method does."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        focus: QObject | None = QGuiApplication.focusObject()
        if focus is not None:
            QCoreApplication.sendEvent(focus, event)

    # ---------------------------------------------------------------------- eyes

    def names(self) -> list[str]:
        """What a screen reader says of everything on the screen: its name, and more."""
        shown = [each for each in self.window.findChildren(QWidget) if each.isVisible()]
        told = [
            part for each in shown for part in (each.accessibleName(), each.accessibleDescription())
        ]
        return [part for part in told if part]

    def sees(self, text: str) -> bool:
        """Whether a text stands anywhere on the screen."""
        return any(text in name for name in (*self.names(), *self.typed(), *self.cells()))

    def typed(self) -> list[str]:
        """What stands in the fields on the screen."""
        fields = self.window.findChildren(QLineEdit)
        return [each.text() for each in fields if each.isVisible() and each.text()]

    def cells(self) -> list[str]:
        """What stands in the cells of the tables on the screen, row by row."""
        tables = [each for each in self.window.findChildren(QTableView) if each.isVisible()]
        return [cell for table in tables for row in _rows_of(table) for cell in row]

    def bill(self) -> list[tuple[str, ...]]:
        """The lines of the bill: number, name, quantity, price, amount."""
        return _rows_of(self.window.till.screen.table.view)

    def bar(self) -> str:
        """What the bar under the scan field says."""
        return self.window.till.screen.bar.accessibleName()

    def total(self) -> str:
        """What the card of the total says."""
        return self.window.till.screen.total.accessibleName()

    def focus(self) -> str:
        """The accessible name of what has the focus."""
        focus = QApplication.focusWidget()
        return focus.accessibleName() if focus is not None else ""

    def other_window(self) -> QWidget | None:
        """A window that stands over the till's, if there is one."""
        tops = QApplication.topLevelWidgets()
        return next((each for each in tops if each.isVisible() and each is not self.window), None)

    def take_picture(self, path: Path) -> list[str]:
        """Keep what the window in front shows; return the texts that did not fit."""
        self.settle()
        with watching_cut_texts() as cut:
            picture = self.front.grab()
        picture.save(str(path))
        return list(cut)

    def close(self) -> None:
        """Close the window as a person does, and give the folder back."""
        self.window.close()
        self.whole.close()
        QCoreApplication.processEvents()


@contextmanager
def at_the_till(app: QApplication, shop: Shop) -> Iterator[Hands]:
    """Hands at a till that is closed again afterwards."""
    hands = Hands(app, shop)
    try:
        yield hands
    finally:
        hands.close()


def _rows_of(table: QTableView) -> list[tuple[str, ...]]:
    model = table.model()
    return [
        tuple(str(model.index(row, column).data() or "") for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]
