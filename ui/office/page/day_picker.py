"""A day, and the ones before and after it by arrow keys or touch."""

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.domain.moment import Day, day_after
from ui.day_words import named_day
from ui.theme_tokens import RADII, TYPE
from ui.widgets.canvas import Align, Canvas
from ui.widgets.painted import Painted, pixels_of
from ui.wording import LiveWording

_ARROW = 40
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -7,
    Qt.Key.Key_PageDown: 7,
}


class DayPicker(Painted):
    """40 high; Left and Right go a day, PageUp and PageDown a week, Home to today."""

    chosen = Signal(str)

    def __init__(self, words: LiveWording, today: Day, *, parent: QWidget | None = None) -> None:
        super().__init__(wish=(228, 40), parent=parent)
        self._words = words
        self._today = today
        self._day = today
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.put_words()

    @property
    def day(self) -> Day:
        """The day shown."""
        return self._day

    def put_words(self) -> None:
        """Say the day in the language of the moment."""
        _ = self._words.text
        self.setAccessibleName(_("Day {day}", day=named_day(self._day, self._words)))
        self.update()

    def go(self, day: Day) -> None:
        """Choose a day; none after today."""
        day = min(day, self._today)
        if day != self._day:
            self._day = day
            self.put_words()
            self.chosen.emit(day)

    def set_today(self, today: Day) -> None:
        """Midnight has passed, or another shop's clock is asked."""
        self._today = today
        self.update()

    def step(self, key: int) -> bool:
        """Go by a key; False when the key is none of ours."""
        if key == Qt.Key.Key_Home:
            self.go(self._today)
            return True
        days = _STEPS.get(Qt.Key(key))
        if days is None:
            return False
        self.go(day_after(self._day, days))
        return True

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        box = (0, 0, canvas.width, canvas.height)
        edge, wide = (palette.cobalt, 2) if self.hasFocus() else (palette.line, 1)
        canvas.rounded(box, radius=RADII.button, fill=palette.surface, edge=edge, edge_width=wide)
        top = canvas.height / 2 - 9
        canvas.icon("back", (12, top), size=18, colour=palette.ink2)
        later = palette.line if self._day >= self._today else palette.ink2
        canvas.icon("arrow", (canvas.width - 30, top), size=18, colour=later)
        text = (_ARROW, 0, canvas.width - 2 * _ARROW, canvas.height)
        day = named_day(self._day, self._words)
        canvas.text(text, day, size=TYPE.body, colour=palette.ink, align=Align.CENTRE)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        whole = self.width()
        arrow = pixels_of((0, 0, _ARROW, 1)).width()
        at: QPointF = event.position()
        if QRect(0, 0, arrow, self.height()).contains(at.toPoint()):
            self.go(day_after(self._day, -1))
        elif at.x() > whole - arrow:
            self.go(day_after(self._day, 1))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.step(event.key()):
            super().keyPressEvent(event)
