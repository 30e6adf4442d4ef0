"""Several programs beside a bill: a line each, with what is there and is added.

A cashier reads it from an arm's length. The rules of the programs stand behind a key; the
sentence of a queue stands here whole, because it goes with every place in it (look.md 4).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.stretch import stretched
from ui.theme import theme
from ui.theme_tokens import RADII, TYPE
from ui.widgets.canvas import Align, Canvas
from ui.widgets.key_hint import NO_HINT, KeyHint, draw_hints
from ui.widgets.painted import Painted
from ui.widgets.paragraph import draw_paragraph, wrapped
from ui.widgets.text_measure import text_width

_INSIDE = 12
_HEAD = 36
_FOOT = 34
_GAP = 10
_SENTENCE_PITCH = 18
PITCHES = (30, 26, 22)
"""Distances of two lines: the widest that there is room for."""


@dataclass(frozen=True, slots=True)
class ProgramLine:
    """One program: what the member has there, and what the sale adds."""

    name: str
    has: tuple[str, ...] = ()
    """The same said shorter and shorter; the first that fits is drawn, never a part."""
    adds: str = ""
    when: str = ""
    """From when it counts; said once in the head where it is the same for all."""
    refused: str = ""
    """Why the sale adds nothing."""

    @property
    def told(self) -> str:
        """What a screen reader says."""
        parts = (self.name, *self.has[:1], self.adds, self.when, self.refused)
        return " ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class ProgramsView:
    """The head with what all share, the lines, and what must be told at once."""

    head: str
    lines: tuple[ProgramLine, ...] = ()
    sentence: str = ""
    rules: KeyHint = field(default=NO_HINT)
    """The key of the rules, where they stand behind one."""

    @property
    def when(self) -> str:
        """From when all that is added counts; empty where it differs."""
        times = {each.when for each in self.lines if each.when}
        return times.pop() if len(times) == 1 else ""


class ProgramLines(Painted):
    """A soft jade box; a touch on it asks for the rules."""

    pressed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(wish=(408, 280), parent=parent)
        self._view = ProgramsView("")
        self._pitch: float = PITCHES[0]

    @property
    def view(self) -> ProgramsView:
        """What the box shows now."""
        return self._view

    def show_programs(self, view: ProgramsView) -> None:
        """Show these programs."""
        self._view = view
        told = "; ".join(each.told for each in view.lines)
        self.setAccessibleName(f"{view.head} {told} {view.sentence} {view.rules.text}")
        self.updateGeometry()
        self.update()

    def fit(self, width: float, *, room: float) -> float:
        """Return the height wanted, with lines as far apart as there is room."""
        for self._pitch in PITCHES:
            if self.height_wanted(width) <= room:
                break
        return self.height_wanted(width)

    def height_wanted(self, width: float) -> float:
        """The height at unit 1 that holds everything at this width."""
        foot = _FOOT if self._view.rules.text else _GAP
        told = len(self._sentence(width)) * _SENTENCE_PITCH
        return _HEAD + len(self._view.lines) * self._pitch + (told + _GAP if told else 0) + foot

    def _sentence(self, width: float) -> Sequence[str]:
        with stretched(self):
            return wrapped(self._view.sentence, size=TYPE.micro, width=width - 2 * _INSIDE)

    @override
    def sizeHint(self) -> QSize:
        width = self.width() / theme().unit if self.width() else self._wish[0]
        return QSize(theme().px(self._wish[0]), theme().row(self.height_wanted(width)))

    @override
    def draw(self, canvas: Canvas) -> None:
        palette, view = canvas.palette, self._view
        whole = (0, 0, canvas.width, canvas.height)
        canvas.rounded(whole, radius=RADII.button, fill=palette.jade_soft)
        inside = canvas.width - 2 * _INSIDE
        head = (_INSIDE, 8, inside, 26)
        wide = canvas.text(head, view.when, size=TYPE.small, colour=palette.ink2, align=Align.RIGHT)
        head = (_INSIDE, 8, inside - wide - 12, 26)
        canvas.text(head, view.head, size=TYPE.body, colour=palette.jade)
        widest = max((text_width(each.name, TYPE.body) for each in view.lines), default=0)
        times = () if view.when else tuple(each.when for each in view.lines)
        last = max((text_width(each, TYPE.micro) for each in times), default=0)
        for number, line in enumerate(view.lines):
            top = _HEAD + number * self._pitch
            at = (_INSIDE + min(widest, inside / 3) + 14, top)
            self._draw_line(canvas, line, at=at, last=last + 10 if last else 0)
        top = _HEAD + len(view.lines) * self._pitch + _GAP / 2
        foot = _FOOT if view.rules.text else _GAP
        box = (_INSIDE, top, inside, canvas.height - foot - top)
        draw_paragraph(
            canvas,
            box,
            view.sentence,
            size=TYPE.micro,
            colour=palette.ink2,
            pitch=_SENTENCE_PITCH,
        )
        if view.rules.text:
            at = (_INSIDE, canvas.height - _FOOT / 2 - 1)
            draw_hints(canvas, at, (view.rules,), size=TYPE.small, colour=palette.ink2)

    def _draw_line(
        self, canvas: Canvas, line: ProgramLine, *, at: tuple[float, float], last: float
    ) -> None:
        palette, (left, top), tall = canvas.palette, at, self._pitch
        right = canvas.width - _INSIDE
        name = (_INSIDE, top, left - _INSIDE - 8, tall)
        canvas.text(name, line.name, size=TYPE.body, colour=palette.ink2, may_end_in_dots=True)
        if line.refused:
            box = (left, top, right - left, tall)
            grey = palette.ink2
            wide = canvas.text(box, line.refused, size=TYPE.micro, colour=grey, align=Align.RIGHT)
        else:
            box = (right - last, top, last, tall)
            grey = palette.ink2
            if last:
                canvas.text(box, line.when, size=TYPE.micro, colour=grey, align=Align.RIGHT)
            box = (left, top, right - last - left, tall)
            green = palette.jade
            wide = last + canvas.text(
                box, line.adds, size=TYPE.row, colour=green, align=Align.RIGHT
            )
        box = (left, top, right - wide - 12 - left, tall)
        canvas.text(box, _first_that_fits(line.has, box[2]), size=TYPE.body, colour=palette.ink)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._view.rules.text:
            self.pressed.emit()


def _first_that_fits(forms: Sequence[str], width: float) -> str:
    """The last where none does: then it is set smaller, and whoever watches is told."""
    least = TYPE.body / theme().text_scale
    fitting = (each for each in forms if text_width(each, least) <= width)
    return next(fitting, forms[-1] if forms else "")
