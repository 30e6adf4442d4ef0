"""The box at the top of the till: whatever is scanned anywhere arrives here.

It says what was scanned or typed and understands nothing of it.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.till.scan_filter import GAP_MS
from ui.till.widgets.scan_frame import ScanFrame

_PAUSE_MS = GAP_MS + 20

_LEFT_TO_THE_TILL = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Insert})
_LEFT_WHEN_EMPTY = frozenset(
    {
        Qt.Key.Key_Delete,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Plus,
        Qt.Key.Key_Minus,
        Qt.Key.Key_Equal,
    }
)


class ScanField(ScanFrame):
    """A scan field that knows a scan from typing, and leaves the till its keys."""

    scanned = Signal(str)
    """A scan from anywhere, or a text typed here and ended by Enter."""
    typed = Signal(str)
    """What stands here after a pause that no scanner makes."""
    entered_empty = Signal()
    """Enter on the empty box: a person wants to pay."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._say_typed)
        self._enter_had_text = False
        self.edited.connect(self._begin_pause)
        self.entered.connect(self._take_entered)

    @property
    def text(self) -> str:
        """What stands in the box."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put a text into the box, with the caret behind it."""
        self.edit.setText(text)

    def take_scan(self, text: str) -> None:
        """A scan that the filter found, wherever the focus was.

        A quantity typed before it, such as `6*`, counts for it.
        """
        self._pause.stop()
        before = self.edit.text()
        if before.endswith(("*", "×")):
            self.edit.clear()
            text = before + text
        self.scanned.emit(text)

    def _take_entered(self, text: str) -> None:
        self._pause.stop()
        self._enter_had_text = bool(text.strip())
        if self._enter_had_text:
            self.scanned.emit(text)

    def _begin_pause(self) -> None:
        self._pause.start()

    def _say_typed(self) -> None:
        self.typed.emit(self.edit.text())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The line has said what stood in it; here is only whether nothing did.
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif self._enter_had_text:
            self._enter_had_text = False
        elif not event.isAutoRepeat():
            self.entered_empty.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            undo = event.key() == Qt.Key.Key_Z and with_control
            empty = not self.edit.text()
            if event.key() in _LEFT_TO_THE_TILL or (
                empty and (undo or event.key() in _LEFT_WHEN_EMPTY)
            ):
                # Filtered and not accepted: Qt goes on to the box's parents.
                event.ignore()
                return True
        return super().eventFilter(watched, event)
