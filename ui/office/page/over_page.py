"""A panel over a page of the office: it reads more, and Esc goes back to the page."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.office.page.office_page import OfficePage
from ui.theme import theme
from ui.widgets.card import PANEL_HEAD, Panel
from ui.widgets.key_hint import KeyHint

T = TypeVar("T")

_EDGE = 20


class OverPage(Panel):
    """As large as its page; hidden with it. The page reads for it on the worker."""

    def __init__(self, page: OfficePage) -> None:
        # Beside the page, not in it: the page's letter keys are not the panel's.
        super().__init__(parent=page.parentWidget())
        self.page = page
        self.words = page.words
        self.left.connect(self.go_back)
        page.installEventFilter(self)
        page.words.changed.connect(self.put_words)
        self.hide()

    def put_words(self) -> None:
        """Show all texts in the language of the moment."""
        raise NotImplementedError

    def lay_out(self, width: float, height: float) -> None:
        """Place the parts below the head; sizes at unit 1."""

    def step_back(self) -> bool:
        """Go one step back within the panel; False when there is none."""
        return False

    def come(self, focus: QWidget) -> None:
        """Show the panel over its page."""
        self._cover()
        self.show()
        self.raise_()
        focus.setFocus()

    def go_back(self) -> None:
        """Go one step back, or to the page."""
        if not self.step_back():
            self.hide()
            self.page.setFocus()

    def head(self, title: str) -> None:
        """Show a title, and the key that goes back."""
        _ = self.words.text
        self.set_head(title, hint=KeyHint("Esc", _("Back")))

    def bind(self, key: str, act: Callable[[], object]) -> None:
        """Let a key do something while the panel has the focus."""
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def read(self, work: Callable[[], T], then: Callable[[T], object]) -> None:
        """Read on the worker; a refusal is said by the page, `then` is a bound method."""
        self.page.run(work, then)

    @property
    def inside(self) -> tuple[float, float, float, float]:
        """The place below the head, at unit 1."""
        now = theme()
        width = self.width() / now.unit
        height = self.height() / (now.unit * now.text_scale)
        top = PANEL_HEAD + 12
        return (_EDGE, top, width - 2 * _EDGE, height - top - 12)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._cover()
        elif event.type() == QEvent.Type.Hide:
            self.hide()
        return super().eventFilter(watched, event)

    def _cover(self) -> None:
        """Lie over as much of the page as is in view; a page may be longer than that."""
        over, window = self.parentWidget(), self.page.parentWidget()
        if window is None or window is over or not isinstance(over, QWidget):
            self.setGeometry(self.page.geometry())
        else:
            self.setGeometry(QRect(window.mapTo(over, QPoint(0, 0)), window.size()))

    @override
    def arrange(self) -> None:
        _x, _y, width, height = self.inside
        self.lay_out(width, height)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)
