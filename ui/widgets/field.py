"""A field for typed text: its edge says focus or refusal, its sentence why."""

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.theme_tokens import RADII, TYPE
from ui.widgets.canvas import Align, Canvas, report_cut
from ui.widgets.painted import Painted
from ui.widgets.paragraph import wrapped
from ui.widgets.plain_edit import PlainEdit

_MOST_LINES = 2
_LINE = 20
_RING_EVENTS = (QEvent.Type.FocusIn, QEvent.Type.FocusOut)
_SENTENCE_ROOM = 44
"""Two lines: no refusal may be cut, in either language, in the narrowest field."""


class Field(Painted):
    """52 high unless said; `has_sentence` keeps room below, so that nothing moves.

    `name` is what it asks for; it is also its accessible name.
    """

    edited = Signal(str)
    entered = Signal()

    def __init__(
        self,
        name: str,
        *,
        height: float = 52,
        size: float = TYPE.quantity,
        accepts_input_method: bool = True,
        right: bool = False,
        has_sentence: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._box_height = height
        self._right = right
        self._has_sentence = has_sentence
        self._sentence = ""
        self.edit = PlainEdit(
            name,
            size=size,
            accepts_input_method=accepts_input_method,
            right=right,
            parent=self,
        )
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(self._take_edit)
        self.edit.returnPressed.connect(self.entered)
        self.setFocusProxy(self.edit)

    @property
    def sentence(self) -> str:
        """Why the field was refused, or nothing."""
        return self._sentence

    def text(self) -> str:
        """What stands in the field."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put a text into the field; a refusal goes with the text that caused it."""
        self.edit.setText(text)
        self.accept()

    def set_secret(self) -> None:
        """Show dots instead of what is typed: a PIN, a recovery code."""
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)

    def set_name(self, name: str, *, placeholder: str = "") -> None:
        """What the field asks for, in the language of the moment."""
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(placeholder)

    def refuse(self, sentence: str) -> None:
        """Show that this field caused a refusal, and why."""
        self._sentence = sentence
        self.edit.set_colour("cinnabar")
        self.edit.setAccessibleDescription(sentence)
        self.update()

    def accept(self) -> None:
        """Take the refusal back."""
        if self._sentence:
            self._sentence = ""
            self.edit.set_colour("ink")
            self.edit.setAccessibleDescription("")
            self.update()

    @override
    def sizeHint(self) -> QSize:
        extra = _SENTENCE_ROOM if self._has_sentence else 0
        return QSize(theme().px(160), theme().row(self._box_height + extra))

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        focused = self.edit.hasFocus()
        edge, width = (palette.cobalt, 2) if focused else (palette.edge, 1)
        if self._sentence:
            edge, width = palette.cinnabar, 2
        fill = palette.surface if self.isEnabled() else palette.sunken
        box = (0, 0, canvas.width, self._box_height)
        canvas.rounded(box, radius=RADII.button, fill=fill, edge=edge, edge_width=width)
        if self._has_sentence:
            self._draw_sentence(canvas)

    def _draw_sentence(self, canvas: Canvas) -> None:
        """Below the box, as large as two lines allow; right under money."""
        size = TYPE.small
        lines = wrapped(self._sentence, size=size, width=canvas.width)
        if len(lines) > _MOST_LINES:
            size = TYPE.micro
            lines = wrapped(self._sentence, size=size, width=canvas.width)
        if len(lines) > _MOST_LINES:
            report_cut(self._sentence)
        align = Align.RIGHT if self._right else Align.LEFT
        for number, line in enumerate(lines):
            below = (0, self._box_height + 3 + number * _LINE, canvas.width + 2, _LINE)
            canvas.text(below, line, size=size, colour=canvas.palette.cinnabar, align=align)

    @override
    def arrange(self) -> None:
        width = self.width() / theme().unit
        self.place(self.edit, (12, 3, width - 24, self._box_height - 6))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _RING_EVENTS:
            self.update()
        return super().eventFilter(watched, event)

    def _take_edit(self, text: str) -> None:
        self.accept()
        self.edited.emit(text)
