"""The window on a page: what does not fit is scrolled, and the focus is in view."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from ui.office.page.large_text import is_large
from ui.office.page.office_page import OfficePage
from ui.theme import theme
from ui.widgets.canvas import Canvas
from ui.widgets.painted import Painted

_STEP = 80
_EDGE = 12


class PageView(Painted):
    """Holds one page; at usual text the page is as large as the window on it."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._page: OfficePage | None = None
        self._top = 0
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def hold(self, page: OfficePage) -> None:
        """Show this page from its top."""
        if page is not self._page:
            self._page, self._top = page, 0
            page.setParent(self)
            page.grown.connect(self.arrange)
        self.arrange()

    @override
    def arrange(self) -> None:
        """Give the page its place: the whole window, or as much as it asks for."""
        page = self._page
        if page is None:
            return
        tall = self.height()
        if is_large():
            tall = max(tall, theme().row(page.wanted_height))
        self._top = max(0, min(self._top, tall - self.height()))
        page.setGeometry(0, -self._top, self.width(), tall)
        self.update()

    def move_by(self, pixels: int) -> None:
        """Scroll down, or up when below 0."""
        self._top += pixels
        self.arrange()

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        page = self._page
        if page is None or now is None or not page.isAncestorOf(now) or not is_large():
            return
        top = now.mapTo(page, QPoint(0, 0)).y()
        # Of a list or a sheet its head is enough: the rest has a scrolling of its own.
        low = top + min(now.height(), self.height() // 3)
        self._top = min(max(self._top, low + _EDGE - self.height()), top - _EDGE)
        self.arrange()

    @override
    def draw(self, canvas: Canvas) -> None:
        """The page draws itself."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self.move_by(-round(event.angleDelta().y() / 120 * _STEP))
