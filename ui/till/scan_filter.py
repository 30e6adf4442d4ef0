"""Finds scans among all keys; what a scan means is not known here.

A keyboard-wedge scanner types like a person, only faster: keys less than 80 ms apart,
ended by Enter. The filter looks at the keys on their way to the window, where each is
seen once, and so finds a scan whichever field has the focus (tech.md 2 and 12). Codes
come in digits, which an input method leaves alone.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit
from typing_extensions import override

GAP_MS = 80
"""Keys further apart than this are a person's (faults.md section 2)."""

SHORTEST = 6
"""A cashier's fingers may roll over four keys of the pad and Enter within the gap; a
product's code has eight digits, so a burst of five is still taken as typed."""

LONGEST = 512
"""No scan is longer; what comes after is dropped, and the reader refuses the code."""

MEMBER_PREFIX = "947"
MEMBER_LENGTH = 196
"""A member code is known by its length alone; some scanners send no Enter."""

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = Qt.KeyboardModifier.NoModifier
_ALLOWED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier

KeyTime = Callable[[QKeyEvent], int]
"""When a key was pressed, in milliseconds of a clock that never steps back."""


def time_of_event(event: QKeyEvent) -> int:
    """The time the system wrote on the key: a busy screen blurs no scan.

    Some input methods pass keys on without a time; then it is when they arrive.
    """
    return event.timestamp() or time.monotonic_ns() // 1_000_000


class ScanFilter(QObject):
    """Watches all keys of the application and tells when they were a scan."""

    scanned = Signal(str)

    def __init__(self, app: QGuiApplication, *, key_time: KeyTime = time_of_event) -> None:
        super().__init__(app)
        self._app = app
        self._key_time = key_time
        self._text = ""
        self._last = 0
        self._field: QLineEdit | None = None
        self._before = ("", 0)
        self._swallow_release = False
        self._swallow_until = -1
        self.is_on = True
        app.installEventFilter(self)

    def close(self) -> None:
        """Watch no more keys."""
        self._app.removeEventFilter(self)
        self.deleteLater()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in {QEvent.Type.KeyPress, QEvent.Type.KeyRelease}:
            return False
        # Every key passes the window once and then each widget on its way.
        if not (self.is_on and isinstance(watched, QWindow) and isinstance(event, QKeyEvent)):
            return False
        if kind == QEvent.Type.KeyRelease:
            return self._release(event)
        return self._press(event)

    def _release(self, event: QKeyEvent) -> bool:
        swallowed = self._swallow_release and event.key() in _ENDS
        if swallowed:
            self._swallow_release = False
        return swallowed

    def _press(self, event: QKeyEvent) -> bool:
        if event.key() in {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt}:
            return False
        now = self._key_time(event)
        quick = now - self._last < GAP_MS
        self._last = now
        if event.key() in _ENDS:
            return self._end(quick=quick, now=now)
        letter = event.text()
        plain = event.modifiers() & ~_ALLOWED == _PLAIN
        if not (plain and len(letter) == 1 and letter.isprintable()):
            self._text = ""
            return False
        if not (quick and self._text):
            self._begin()
        if len(self._text) < LONGEST + 1:
            self._text += letter
        if self._is_whole_member_code():
            self._swallow_until = now + GAP_MS
            self._tell()
            return True
        return len(self._text) > LONGEST

    def _begin(self) -> None:
        self._text = ""
        focus = QApplication.focusWidget()
        self._field = focus if isinstance(focus, QLineEdit) else None
        if self._field is not None:
            self._before = (self._field.text(), self._field.cursorPosition())

    def _end(self, *, quick: bool, now: int) -> bool:
        if now < self._swallow_until:
            # The Enter after a member code that was complete without it.
            self._swallow_until = -1
            self._swallow_release = True
            return True
        if not quick or len(self._text) < SHORTEST:
            self._text = ""
            return False
        self._swallow_release = True
        self._tell()
        return True

    def _tell(self) -> None:
        text, self._text = self._text, ""
        if self._field is not None:
            # The letters have reached the field already; what stood there comes back.
            self._field.setText(self._before[0])
            self._field.setCursorPosition(self._before[1])
            # Whoever watches the field saw the letters come, and must see them go.
            self._field.textEdited.emit(self._before[0])
            self._field = None
        self.scanned.emit(text)

    def _is_whole_member_code(self) -> bool:
        return (
            len(self._text) == MEMBER_LENGTH
            and self._text.startswith(MEMBER_PREFIX)
            and self._text.isdecimal()
        )
