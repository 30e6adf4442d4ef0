"""The keys that work now in the office, shown by F1 over the page.

They are read from the buttons in view, so that the sheet is never out of date; the keys
that every page has stand below them.
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from ui.widgets.buttons import Button
from ui.widgets.canvas import Canvas
from ui.widgets.card import Panel
from ui.widgets.key_hint import KeyHint
from ui.widgets.key_rows import draw_key_rows, told_keys
from ui.wording import LiveWording

KEY = "F1"


class OfficeKeySheet(Panel):
    """Any key puts it away; Esc and F1 do nothing else."""

    def __init__(self, words: LiveWording, *, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._words = words
        self._keys: tuple[KeyHint, ...] = ()
        self._before: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.left.connect(self.go)
        self.hide()

    @property
    def keys(self) -> tuple[KeyHint, ...]:
        """What is shown."""
        return self._keys

    def come(self, over: QWidget) -> None:
        """Show what works now over a widget; the focus comes back to where it was."""
        _ = self._words.text
        self._keys = keys_in(over, self._words)
        title = _("Keys that work now")
        self.set_head(title, hint=KeyHint("Esc", _("Back")))
        self.setAccessibleName(told_keys(title, self._keys))
        self._before = over.window().focusWidget()
        self.setGeometry(over.geometry())
        self.show()
        self.raise_()
        self.setFocus()

    def go(self) -> None:
        """Put the sheet away."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    @override
    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        draw_key_rows(canvas, self._keys)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self.isVisible():
            # Keys of the page below are not pressed through the sheet.
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.go()


def keys_in(over: QWidget, words: LiveWording) -> tuple[KeyHint, ...]:
    """The keys of the buttons that can be pressed now, then those of every page."""
    _ = words.text
    found = {
        each.key: KeyHint(each.key, each.text())
        for each in over.findChildren(Button)
        if each.key and each.isVisible() and each.isEnabled()
    }
    lists = [each for each in over.findChildren(QAbstractItemView) if each.isVisible()]
    rest = [KeyHint("Enter", _("Take, or go on to the next field"))] if lists else []
    return (
        *found.values(),
        *rest,
        KeyHint("↑ ↓", _("Choose in a list, scroll a sheet")),
        KeyHint("Tab", _("To the next part")),
        KeyHint("1–9, 0", _("Open a page; with Alt in a field")),
        KeyHint("PgUp PgDn", _("Scroll a long page")),
        KeyHint("Esc", _("One step back")),
        KeyHint("F12", _("Back to the till")),
        KeyHint(KEY, _("Show or hide these keys")),
    )
