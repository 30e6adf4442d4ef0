"""A form in the right column: parts, a sentence, the main action below."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.office.page.form_parts import FormField
from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.card import Panel
from ui.widgets.key_hint import KeyHint
from ui.widgets.text_label import TextLabel
from ui.wording import LiveWording

SAVE_KEY = "F10"
_HEAD = 72
_GAP = 16
_FOOT = 60
_SENTENCE = 46
_TIGHTEST = 0.9
"""So much of its height a row keeps at least."""
BELOW_ROWS = _FOOT + 8 + _SENTENCE
"""What the sentence and the main action take at the lower end."""
MAIN = 208
"""The width of the main action."""

Row = tuple[float, Sequence[QWidget]]
"""A height, and parts of equal width side by side."""


class FormPanel(Panel):
    """Enter goes on to the next field and from the last one saves; F10 saves at once.

    A scan's Enter therefore never saves: codes are not asked for last.
    """

    wished = Signal()
    """The main action."""
    closed = Signal()
    """Esc: nothing is kept of what was typed."""

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.words = words
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._rows: list[Row] = []
        self._fields: list[FormField] = []
        self._extras: list[tuple[Button, float]] = []
        self.main = Button("", kind=ButtonKind.PRIMARY, key=SAVE_KEY, size=18, parent=self)
        self.main.clicked.connect(self.wished)
        self.sentence = TextLabel(size=TYPE.small, colour="cinnabar", wraps=True, parent=self)
        self.left.connect(self.closed)

    def add_row(self, height: float, *parts: QWidget) -> None:
        """Put parts side by side below what is there; a hidden one leaves its room."""
        self._rows.append((height, parts))
        for part in parts:
            part.setParent(self)
            if isinstance(part, FormField):
                self._fields.append(part)
                part.entered.connect(self._next_field)

    def add_action(self, act: Callable[[], object], *, wide: float) -> Button:
        """Put another action at the lower left."""
        button = Button("", size=TYPE.body, parent=self)
        button.clicked.connect(act)
        self._extras.append((button, wide))
        return button

    def put_words(self, title: str, *, main: str) -> None:
        """Show the head and the main action in the language of the moment."""
        _ = self.words.text
        self.set_head(title, hint=KeyHint("Esc", _("Back")))
        self.main.setText(main)

    def refuse(self, sentence: str, *, field: FormField | None = None) -> None:
        """Say why nothing was saved, and mark the field that caused it."""
        self.sentence.set_text(sentence, colour="cinnabar")
        if field is not None:
            field.mark_refused(sentence)
            field.field.edit.setFocus()

    def say(self, sentence: str) -> None:
        """Say something calm above the main action."""
        self.sentence.set_text(sentence, colour="ink2")

    def forget_refusal(self) -> None:
        """Take sentence and red edges away."""
        self.sentence.set_text("")
        for field in self._fields:
            field.field.accept()

    def begin(self) -> None:
        """Put the focus into the first field."""
        if self._fields:
            edit = self._fields[0].field.edit
            edit.setFocus()
            edit.selectAll()
        else:
            self.setFocus()

    def lay_out(self, width: float, height: float) -> None:
        """Place the parts; sizes at unit 1."""
        foot = height - _FOOT - 8
        top: float = _HEAD
        whole = sum(tall for tall, _parts in self._rows) or 1
        # A notice takes room below; the last row must not lie under the main action.
        closer = max(_TIGHTEST, min(1.0, (foot - top) / whole))
        for wished, parts in self._rows:
            tall = wished * closer
            shown = [each for each in parts if not each.isHidden()]
            each = (width - 40 - _GAP * (len(shown) - 1)) / max(1, len(shown))
            for number, part in enumerate(shown):
                self.place(part, (20 + number * (each + _GAP), top, each, tall))
            top += tall
        self.place(self.sentence, (20, foot - _SENTENCE, width - 40, _SENTENCE))
        left: float = 20
        extras = sum(wide for _button, wide in self._extras) or 1
        scale = max(1.0, min(theme().text_scale, (width - 40 - MAIN) / extras))
        for button, wide in self._extras:
            hidden = button.isHidden()
            self.place(button, (left, foot + 4, wide * scale, 48))
            button.setVisible(not hidden)
            left += 0 if hidden else wide * scale + 8
        wide = min(MAIN, width - 20 - left)
        self.place(self.main, (width - 20 - wide, foot + 4, wide, 48))

    def _next_field(self) -> None:
        shown = [each for each in self._fields if each.isVisibleTo(self)]
        place = next((n for n, each in enumerate(shown) if each.field.edit.hasFocus()), -1)
        if place + 1 < len(shown):
            following = shown[place + 1].field.edit
            following.setFocus()
            following.selectAll()
        else:
            self.wished.emit()

    @override
    def arrange(self) -> None:
        now = theme()
        self.lay_out(self.width() / now.unit, self.height() / (now.unit * now.text_scale))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F10:
            if self.main.isEnabled():
                self.wished.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            event.ignore()
