"""What this sale adds for the member, when it counts, and what must be disclosed."""

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.stretch import stretched
from ui.theme import theme
from ui.theme_tokens import RADII, TYPE
from ui.widgets.canvas import Align, Canvas
from ui.widgets.painted import Painted
from ui.widgets.paragraph import draw_paragraph, wrapped
from ui.widgets.text_measure import text_width

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
        self._grown = 1.0

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

    def fit(self, width: float, *, room: float, most: float = 1.0) -> float:
        """Return the height wanted, with lines closer where they would not fit.

        Where there is room everything is drawn up to `most` times as large.
        """
        for self._grown, self._is_tight in ((most, False), (1.0, False), (1.0, True)):
            if self.height_wanted(width) <= room:
                break
        return self.height_wanted(width)

    def height_wanted(self, width: float) -> float:
        """The height at unit 1 that holds everything at this width."""
        with stretched(self):
            lines = wrapped(self._view.disclosure, size=self._micro, width=width - 2 * _INSIDE)
        below = 8 + len(lines) * self._sentence + 4 if self._view.disclosure else 0
        return 38 * self._grown + len(self._view.gains) * self._pitch + below + 12

    @property
    def _pitch(self) -> float:
        return _TIGHT_PITCH if self._is_tight else _PITCH * self._grown

    @property
    def _sentence(self) -> float:
        return _TIGHT_SENTENCE if self._is_tight else _SENTENCE_PITCH * self._grown

    @property
    def _micro(self) -> float:
        return TYPE.micro * self._grown

    @override
    def sizeHint(self) -> QSize:
        width = self.width() / theme().unit if self.width() else self._wish[0]
        return QSize(theme().px(self._wish[0]), theme().row(self.height_wanted(width)))

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        view, grown = self._view, self._grown
        body = TYPE.body * grown
        whole = (0, 0, canvas.width, canvas.height)
        canvas.rounded(whole, radius=RADII.button, fill=palette.jade_soft)
        inside = canvas.width - 2 * _INSIDE
        head = (_INSIDE, 10 * grown, inside, 26 * grown)
        wide = canvas.text(head, view.head, size=body, colour=palette.jade)
        who = (_INSIDE + wide + 16, 10, inside - wide - 16, 26)
        grey = palette.ink2
        canvas.text(
            who, view.who, size=TYPE.small, colour=grey, align=Align.RIGHT, may_end_in_dots=True
        )
        widest = max((text_width(g.label, body) for g in view.gains), default=0)
        value_left = max(_VALUE_LEFT * grown, _INSIDE + widest + 12)
        middle = 37 * grown + self._pitch / 2
        for gain in view.gains:
            self._draw_gain(canvas, gain, at=(value_left, middle))
            middle += self._pitch
        top = middle - self._pitch / 2 + 10
        box = (_INSIDE, top, inside, canvas.height - 8 - top)
        lines = wrapped(view.disclosure, size=self._micro, width=inside)
        if len(lines) * self._sentence > box[3]:
            # One line more than usual: it takes of the space above and below.
            box = (_INSIDE, top - 4, inside, canvas.height - 4 - (top - 4))
        draw_paragraph(
            canvas,
            box,
            view.disclosure,
            size=self._micro,
            colour=palette.ink2,
            pitch=self._sentence,
        )

    def _draw_gain(self, canvas: Canvas, gain: GainLine, *, at: tuple[float, float]) -> None:
        palette, grown = canvas.palette, self._grown
        left, middle = at
        right, top, tall = canvas.width - _INSIDE, middle - 13 * grown, 26 * grown
        small, body, row = TYPE.small * grown, TYPE.body * grown, TYPE.row * grown
        box = (_INSIDE, top, right - _INSIDE, tall)
        when = canvas.text(box, gain.when, size=small, colour=palette.ink2, align=Align.RIGHT)
        label = (_INSIDE, top + 1, left - _INSIDE, tall)
        canvas.text(label, gain.label, size=body, colour=palette.ink2)
        value = (left, top, right - when - 8 - left, tall)
        canvas.text(value, gain.value, size=row, colour=palette.ink)
