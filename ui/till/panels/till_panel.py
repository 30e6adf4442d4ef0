"""A panel of the till: it takes a place instead of opening a window.

Each panel asks for one thing and hands it back by a signal; the screen opens and closes
it. A scan's Enter never reaches a panel, because the scan filter keeps it.
"""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from pos_app.domain.codes.scan import Scan
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Panel
from ui.widgets.key_hint import KeyHint
from ui.wording import LiveWording


class Place(Enum):
    """Where a panel stands."""

    TABLE = "table"
    RIGHT = "right"
    PAYMENT = "payment"
    """Nearly the whole window, beside a narrow bill."""


_ROOMS = {Place.TABLE: 520.0, Place.RIGHT: 744.0, Place.PAYMENT: 744.0}


class TillPanel(Panel):
    """A card with a title, `Esc` in its head and keys of its own."""

    PLACE = Place.TABLE

    def __init__(self, words: LiveWording) -> None:
        super().__init__()
        self.words = words
        words.changed.connect(self.put_words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def title(self) -> str:
        """The panel's name, in the language of the moment."""
        return ""

    def put_words(self) -> None:
        """Show all texts in the language of the moment; called again when it changes."""
        _ = self.words.text
        self.set_head(self.title(), hint=KeyHint("Esc", _("Back")))

    def own_keys(self) -> tuple[KeyHint, ...]:
        """The keys of the buttons that can be pressed now, for the key sheet."""
        buttons = self.findChildren(Button)
        return tuple(
            KeyHint(each.key, each.text())
            for each in buttons
            if each.key and each.isEnabled() and not each.isHidden()
        )

    def begin(self) -> None:
        """Put the focus where typing goes first; the panel has just been opened."""
        self.setFocus()

    def enter(self) -> None:
        """Do what Enter does; nothing, where a panel does not say what."""

    def go_back(self) -> None:
        """Go one step back, and out of the panel with the last."""
        if not self.step_back():
            self.left.emit()

    def step_back(self) -> bool:
        """Go one step back within the panel; False when it is to be closed."""
        return False

    def take_scan(self, scan: Scan) -> bool:
        """Use a scan that came while the panel is open; False leaves it to the bill."""
        return False

    def lay_out(self, width: float, height: float) -> None:
        """Place the parts; sizes at unit 1, the head's 56 included."""

    @property
    def inner_width(self) -> float:
        """The width at unit 1."""
        return self.width() / theme().unit

    @property
    def inner_height(self) -> float:
        """The height at unit 1."""
        return self.unit_height

    @override
    def room(self) -> float:
        return _ROOMS[self.PLACE]

    @override
    def arrange(self) -> None:
        self.lay_out(self.inner_width, self.inner_height)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        elif _is_enter(event):
            self.enter()
        else:
            # Function keys of the bill do not reach through a panel; F1 and the like do.
            event.ignore()


def _is_enter(event: QKeyEvent) -> bool:
    """Whether a key is Enter of either block, pressed anew and not held down."""
    return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat()
