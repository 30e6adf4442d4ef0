"""A list to choose from with Up, Down and Enter, or by touch.

It shows rows and says which one was taken; what a row stands for only its owner knows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme_tokens import SPACES, TYPE
from ui.widgets.canvas import Align, Box, Canvas
from ui.widgets.painted import Painted

ROW = 48
_MARK = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """One row: a name over a second line, and at the right a figure over its unit."""

    name: str
    second: str = ""
    figure: str = ""
    unit: str = ""
    jade: bool = False
    """The second line belongs to a member: savings, points."""


class ChoiceList(Painted):
    """Rows 48 high, as many as fit; the chosen one stays in view."""

    taken = Signal(int)
    """The index of the row that was pressed or entered."""
    chosen_changed = Signal(int)

    def __init__(self, name: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(name=name, wish=(0, ROW), parent=parent)
        self._name = name
        self._rows: tuple[Choice, ...] = ()
        self._chosen = -1
        self._first = 0
        self._empty = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def rows(self) -> tuple[Choice, ...]:
        """The rows shown."""
        return self._rows

    @property
    def chosen(self) -> int:
        """The index of the chosen row, -1 when there is none."""
        return self._chosen

    def set_words(self, name: str, *, empty: str) -> None:
        """Say what the list is, and what stands in it when nothing is found."""
        self._name = name
        self._empty = empty
        self._say()
        self.update()

    def show_rows(self, rows: Sequence[Choice], *, chosen: int = 0) -> None:
        """Show these rows; by default the first is chosen."""
        self._rows = tuple(rows)
        self._first = 0
        self._choose(chosen if self._rows else -1)

    def step(self, by: int) -> None:
        """Choose another row, so many further down; the ends are ends."""
        if self._rows:
            self._choose(max(0, min(self._chosen + by, len(self._rows) - 1)))

    def take_chosen(self) -> bool:
        """Take the chosen row; False when there is none."""
        if self._chosen < 0:
            return False
        self.taken.emit(self._chosen)
        return True

    def take_key(self, event: QKeyEvent) -> bool:
        """Let Up, Down, Home, End and the page keys move; called by what has the focus."""
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -self._visible,
            Qt.Key.Key_PageDown: self._visible,
            Qt.Key.Key_Home: -len(self._rows),
            Qt.Key.Key_End: len(self._rows),
        }
        by = steps.get(Qt.Key(event.key()))
        if by is None:
            return False
        self.step(by)
        return True

    @property
    def _visible(self) -> int:
        return max(1, self.height() // self.pixels_down(ROW))

    def _choose(self, index: int) -> None:
        self._chosen = index
        if index >= 0:
            self._first = max(self._first, index - self._visible + 1)
            self._first = min(self._first, index)
        self._say()
        self.update()
        self.chosen_changed.emit(index)

    def _say(self) -> None:
        if self._chosen < 0:
            self.setAccessibleName(f"{self._name} {self._empty}".strip())
            return
        row = self._rows[self._chosen]
        told = " ".join(p for p in (row.name, row.second, row.figure, row.unit) if p)
        self.setAccessibleName(f"{self._name}: {told}")

    @override
    def draw(self, canvas: Canvas) -> None:
        if not self._rows:
            box = (SPACES.card, 0, canvas.width - 2 * SPACES.card, ROW)
            canvas.text(box, self._empty, size=TYPE.body, colour=canvas.palette.ink2)
            return
        shown = self._rows[self._first : self._first + self._visible]
        for number, row in enumerate(shown):
            self._draw_row(canvas, row, top=number * ROW, index=self._first + number)
        if len(self._rows) > self._visible:
            whole = self._visible * ROW
            tall = max(24.0, whole * self._visible / len(self._rows))
            room = len(self._rows) - self._visible
            top = (whole - tall) * self._first / room
            mark = (canvas.width - 6, top, 4, tall)
            canvas.rounded(mark, radius=2, fill=canvas.palette.edge)

    def _draw_row(self, canvas: Canvas, row: Choice, *, top: float, index: int) -> None:
        palette = canvas.palette
        if index == self._chosen:
            canvas.fill((1, top, canvas.width - 2, ROW), palette.cobalt_soft)
            canvas.fill((1, top, _MARK, ROW), palette.cobalt)
        elif index + 1 != self._chosen:
            canvas.hairline((SPACES.card, top + ROW - 1), canvas.width - 2 * SPACES.card)
        right = canvas.width - SPACES.card
        box: Box = (SPACES.card, top, right - SPACES.card, ROW)
        if row.unit:
            box = (SPACES.card, top + 4, right - SPACES.card, 24)
            below = (SPACES.card, top + 25, right - SPACES.card, 20)
            canvas.text(below, row.unit, size=TYPE.micro, colour=palette.ink2, align=Align.RIGHT)
        wide = canvas.text(
            box, row.figure, size=TYPE.quantity, colour=palette.ink, align=Align.RIGHT
        )
        room = right - SPACES.card - max(wide, 60 if row.unit else 0) - 16
        if row.second:
            name, second = (SPACES.card, top + 4, room, 24), (SPACES.card, top + 25, room, 20)
            colour = palette.jade if row.jade else palette.ink2
            canvas.text(second, row.second, size=TYPE.micro, colour=colour, may_end_in_dots=True)
        else:
            name = (SPACES.card, top, room, ROW)
        canvas.text(name, row.name, size=TYPE.row, colour=palette.ink, may_end_in_dots=True)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self._first + int(event.position().y()) // self.pixels_down(ROW)
        if 0 <= index < len(self._rows):
            self._choose(index)
            self.taken.emit(index)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        room = max(0, len(self._rows) - self._visible)
        step = -1 if event.angleDelta().y() > 0 else 1
        self._first = max(0, min(self._first + step, room))
        self.update()
