"""What this sale adds for the member, when it counts, and what must be disclosed."""

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.canvas import Align, Canvas
from ui.painted import Painted
from ui.paragraph import draw_paragraph, wrapped
from ui.stretch import stretched
from ui.text_measure import text_width
from ui.theme import theme
from ui.theme_tokens import RADII, TYPE

_INSIDE = 12
_VALUE_LEFT = 72
_PITCH = 28
_SENTENCE_PITCH = 20
_TIGHT_PITCH = 22
_TIGHT_SENTENCE = 17
"""Where several programs run, their sentences still stand whole."""


@dataclass(frozen=True, slots=True)
class GainLine:
    """One gain: 积分 · +205 · 立即到账."""

    label: str
    value: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class GainView:
    """The head, the gains, and the disclosure, which stands whole at all times."""

    head: str
    gains: tuple[GainLine, ...]
    disclosure: str = ""
    who: str = ""
    """The member, where the box stands without the member's card."""


class GainBox(Painted):
    """A soft jade box; it lies 8 from the card's edge and keeps 12 inside."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(wish=(408, 158), parent=parent)
        self._view = GainView("", ())
        self._is_tight = False

    @property
    def view(self) -> GainView:
        """What the box shows now."""
        return self._view

    def show_gain(self, view: GainView) -> None:
        """Show what this sale adds."""
        self._view = view
        gains = "; ".join(f"{g.label} {g.value} {g.when}" for g in view.gains)
        self.setAccessibleName(f"{view.head} {gains} {view.disclosure}")
        self.updateGeometry()
        self.update()

    def fit(self, width: float, *, room: float) -> float:
        """Draw the lines closer where they would not fit; return the height wanted."""
        self._is_tight = False
        wanted = self.height_wanted(width)
        if wanted > room:
            self._is_tight = True
            wanted = self.height_wanted(width)
        return wanted

    def height_wanted(self, width: float) -> float:
        """The height at unit 1 that holds everything at this width."""
        with stretched(self):
            lines = wrapped(self._view.disclosure, size=TYPE.micro, width=width - 2 * _INSIDE)
        below = 8 + len(lines) * self._sentence + 4 if self._view.disclosure else 0
        return 38 + len(self._view.gains) * self._pitch + below + 12

    @property
    def _pitch(self) -> int:
        return _TIGHT_PITCH if self._is_tight else _PITCH

    @property
    def _sentence(self) -> int:
        return _TIGHT_SENTENCE if self._is_tight else _SENTENCE_PITCH

    @override
    def sizeHint(self) -> QSize:
        width = self.width() / theme().unit if self.width() else self._wish[0]
        return QSize(theme().px(self._wish[0]), theme().row(self.height_wanted(width)))

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        view = self._view
        whole = (0, 0, canvas.width, canvas.height)
        canvas.rounded(whole, radius=RADII.button, fill=palette.jade_soft)
        inside = canvas.width - 2 * _INSIDE
        head = (_INSIDE, 10, inside, 26)
        wide = canvas.text(head, view.head, size=TYPE.body, colour=palette.jade)
        who = (_INSIDE + wide + 16, 10, inside - wide - 16, 26)
        grey = palette.ink2
        canvas.text(
            who, view.who, size=TYPE.small, colour=grey, align=Align.RIGHT, may_end_in_dots=True
        )
        widest = max((text_width(g.label, TYPE.body) for g in view.gains), default=0)
        value_left = max(_VALUE_LEFT, _INSIDE + widest + 12)
        middle: float = 37 + self._pitch / 2
        for gain in view.gains:
            self._draw_gain(canvas, gain, at=(value_left, middle))
            middle += self._pitch
        top = middle - self._pitch / 2 + 10
        box = (_INSIDE, top, inside, canvas.height - 8 - top)
        lines = wrapped(view.disclosure, size=TYPE.micro, width=inside)
        if len(lines) * self._sentence > box[3]:
            # One line more than usual: it takes of the space above and below.
            box = (_INSIDE, top - 4, inside, canvas.height - 4 - (top - 4))
        draw_paragraph(
            canvas,
            box,
            view.disclosure,
            size=TYPE.micro,
            colour=palette.ink2,
            pitch=self._sentence,
        )

    def _draw_gain(self, canvas: Canvas, gain: GainLine, *, at: tuple[float, float]) -> None:
        palette = canvas.palette
        left, middle = at
        right = canvas.width - _INSIDE
        box = (_INSIDE, middle - 13, right - _INSIDE, 26)
        when = canvas.text(box, gain.when, size=TYPE.small, colour=palette.ink2, align=Align.RIGHT)
        label = (_INSIDE, middle - 12, left - _INSIDE, 26)
        canvas.text(label, gain.label, size=TYPE.body, colour=palette.ink2)
        value = (left, middle - 13, right - when - 8 - left, 26)
        canvas.text(value, gain.value, size=TYPE.row, colour=palette.ink)
