"""The scan field as it looks: icon, line, what it takes, the key that searches."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.stretch import stretched
from ui.theme import theme
from ui.theme_tokens import RADII, TYPE
from ui.widgets.canvas import Canvas
from ui.widgets.key_hint import NO_HINT, KeyHint, draw_hints, hints_width
from ui.widgets.painted import Painted
from ui.widgets.plain_edit import PlainEdit

_RING_EVENTS = (QEvent.Type.FocusIn, QEvent.Type.FocusOut)


class ScanFrame(Painted):
    """56 high, with a 2 px ring while it has the focus.

    What a text means is not decided here: `entered` says what stood in the line when
    Enter came, and the line is then empty again.
    """

    ROOM = 56

    entered = Signal(str)
    edited = Signal(str)
    hint_pressed = Signal()

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(wish=(808, 56), parent=parent)
        self._hint = NO_HINT
        self.edit = PlainEdit(name, parent=self)
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(self.edited)
        self.edit.returnPressed.connect(self._enter)
        self.setFocusProxy(self.edit)

    def set_words(self, placeholder: str, *, hint: KeyHint) -> None:
        """What can be typed here, and the key that searches, in the language of now."""
        self._hint = hint
        self.edit.setAccessibleName(placeholder)
        self.edit.setPlaceholderText(placeholder)
        self.arrange()
        self.update()

    def clear(self) -> None:
        """Empty the line."""
        self.edit.clear()

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        focused = self.edit.hasFocus()
        canvas.rounded(
            (0, 0, canvas.width, canvas.height),
            radius=RADII.button,
            fill=palette.surface,
            edge=palette.cobalt if focused else palette.edge,
            edge_width=2 if focused else 1,
        )
        icon = (20, canvas.height / 2 - 13)
        canvas.icon("scan", icon, size=26, colour=palette.cobalt)
        wide = hints_width((self._hint,), size=TYPE.small)
        at = (canvas.width - 20 - wide, canvas.height / 2)
        draw_hints(canvas, at, (self._hint,), size=TYPE.small, colour=palette.ink2)

    @override
    def arrange(self) -> None:
        with stretched(self):
            wide = hints_width((self._hint,), size=TYPE.small)
        width = self.width() / theme().unit
        self.place(self.edit, (58, 4, width - 58 - wide - 40, self._wish[1] - 8))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() > self.edit.geometry().right():
            self.hint_pressed.emit()
        self.edit.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _RING_EVENTS:
            self.update()
        return super().eventFilter(watched, event)

    def _enter(self) -> None:
        text = self.edit.text()
        self.edit.clear()
        self.entered.emit(text)
