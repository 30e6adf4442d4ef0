"""Real starts: the program is run as `main.py` does it, and its windows get keys."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from ui.entrance import enter
from ui.main_window import MainWindow
from ui.windows.plain_window import PlainWindow

_AGAIN_MS = 20
_PATIENCE = 3000
"""Looks before a window is given up: a minute, for a machine that does much else."""


def front() -> QWidget | None:
    """The window that stands before the person, if one takes keys already."""
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    awake = [each for each in shown if not isinstance(each, MainWindow) or each.is_open]
    return awake[-1] if awake else None


class Start:
    """One start of the program: steps, each done when its window is there."""

    def __init__(self, folder: Path, *steps: Callable[[QWidget], bool | None]) -> None:
        self._steps = list(steps)
        self._patience = _PATIENCE
        self.left_over = 0
        """Steps whose window never came."""
        self._broken: BaseException | None = None
        QTimer.singleShot(_AGAIN_MS, self._next)
        self.code = enter(folder)
        """What the program returned."""
        QCoreApplication.processEvents()
        if self._broken is not None:
            raise self._broken

    def _next(self) -> None:
        window = front()
        try:
            goes_on = self._take_step(window)
        except BaseException as broken:  # noqa: BLE001 - raised again when the loop has ended
            self._broken = broken
            goes_on = False
        if goes_on:
            QTimer.singleShot(_AGAIN_MS, self._next)
            return
        self.left_over = len(self._steps)
        if window is not None:
            window.close()
        else:
            QCoreApplication.exit(1)

    def _take_step(self, window: QWidget | None) -> bool:
        """Do what is next where its window is there; False when nothing is left to do."""
        self._patience -= 1
        if window is not None and not self._steps:
            return False
        if window is not None and self._steps[0](window) is not False:
            self._steps.pop(0)
            self._patience = _PATIENCE
        return self._patience > 0


def press(
    window: QWidget,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key in a window."""
    QTest.keyClick(window.windowHandle(), key, modifiers)


def touch(window: QWidget, names: Iterable[str]) -> None:
    """Touch buttons by their names, one after the other."""
    for name in names:
        found = [each for each in window.findChildren(QAbstractButton) if each.text() == name]
        button = next(each for each in found if each.isVisible())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def said_by(window: QWidget) -> tuple[str, ...]:
    """What a plain window says; nothing when it is another one."""
    return window.said if isinstance(window, PlainWindow) else ()


def copied_text() -> str:
    """What lies in the clipboard."""
    return QGuiApplication.clipboard().text(QClipboard.Mode.Clipboard)
