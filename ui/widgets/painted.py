"""What every widget of ours shares: it is drawn on a canvas and follows the theme.

Children are placed at the figures of the look and follow the unit too, so a screen
never computes pixels.
"""

from abc import abstractmethod

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from ui.stretch import stretch_of, stretched
from ui.theme import theme
from ui.widgets.canvas import Box, Canvas

THEME_EVENTS = (QEvent.Type.StyleChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange)


def pixels_of(box: Box) -> QRect:
    """A place given at unit 1, in whole pixels; what meets at unit 1 meets always."""
    now = theme()
    x, y, w, h = box
    left, top = now.px(x), now.row(y)
    return QRect(left, top, now.px(x + w) - left, now.row(y + h) - top)


class Painted(QWidget):
    """A widget that draws itself; `wish` is its preferred size at unit 1, 0 for any."""

    ROOM: float = 0
    """Height at unit 1 below which larger text does not stretch it; 0: it just grows."""

    def __init__(
        self, *, name: str = "", wish: tuple[float, float] = (0, 0), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._wish = wish
        self._stretch = 1.0
        self._places: dict[QWidget, Box] = {}
        if name:
            self.setAccessibleName(name)

    @abstractmethod
    def draw(self, canvas: Canvas) -> None:
        """Draw the whole widget."""

    def place(self, child: QWidget, box: Box) -> None:
        """Keep a child at a place given at unit 1, at whatever unit the window has."""
        child.setParent(self)
        self._places[child] = box
        with stretched(self):
            child.setGeometry(pixels_of(box))
        child.show()

    def room(self) -> float:
        """See `ROOM`, for whoever has to work it out."""
        return self.ROOM

    @property
    def unit_height(self) -> float:
        """The height at unit 1, as it is drawn."""
        return self.height() / (theme().unit * stretch_of(self))

    def pixels_down(self, length: float) -> int:
        """A height at unit 1 in pixels, as it is drawn here."""
        with stretched(self):
            return theme().row(length)

    def take_away(self, child: QWidget) -> None:
        """Take a child off the screen for good; its place is forgotten with it."""
        self._places.pop(child, None)
        child.hide()
        child.deleteLater()

    def arrange(self) -> None:
        """Put what lies in it into its place; the size or the theme may be another."""

    def restyled(self) -> None:
        """The theme has changed: sizes follow; overridden where more depends on it."""
        with stretched(self):
            for child, box in self._places.items():
                child.setGeometry(pixels_of(box))
        self.arrange()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(self._wish[0]), theme().row(self._wish[1]))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in THEME_EVENTS:
            self.restyled()
            self.updateGeometry()
            self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.room() and self._stretch != stretch_of(self):
            # What lies in it has other sizes of text now.
            self._stretch = stretch_of(self)
            for child in self.findChildren(QWidget):
                QCoreApplication.sendEvent(child, QEvent(QEvent.Type.StyleChange))
        self.arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with Canvas(self, wanted=event.rect()) as canvas:
            self.draw(canvas)


class PaintedButton(QAbstractButton):
    """A button that draws itself; a click on it leaves the focus in the scan field.

    Only Tab reaches it: a scan typed after a touch still lands in the scan field, and
    the Enter of a scan never presses it.
    """

    def __init__(
        self, text: str, *, wish: tuple[float, float] = (0, 0), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._wish = wish
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setText(text)

    @abstractmethod
    def draw(self, canvas: Canvas) -> None:
        """Draw the whole button."""

    @override
    def setText(self, text: str) -> None:
        if text == self.text():
            return
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(self._wish[0]), theme().row(self._wish[1]))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in THEME_EVENTS:
            self.updateGeometry()
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with Canvas(self, wanted=event.rect()) as canvas:
            self.draw(canvas)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()
