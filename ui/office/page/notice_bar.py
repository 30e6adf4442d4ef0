"""What just happened in the office: a thing done, or a refusal; never a window."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme_tokens import RADII, TYPE
from ui.widgets.canvas import Canvas
from ui.widgets.key_hint import KeyHint, draw_hints, hints_width
from ui.widgets.painted import Painted


class NoticeBar(Painted):
    """44 high at the foot of a page; stays until the next action or Esc."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(wish=(0, 44), parent=parent)
        self._text = ""
        self._is_refusal = False
        self._hint = KeyHint("", "")

    @property
    def text(self) -> str:
        """The sentence shown, or nothing."""
        return self._text

    def show_notice(self, text: str, *, is_refusal: bool, hint: KeyHint) -> None:
        """Show this sentence; an empty one takes the bar away."""
        self._text = text
        self._is_refusal = is_refusal
        self._hint = hint
        self.setAccessibleName(text)
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        fill = palette.cinnabar_fill if self._is_refusal else palette.cobalt_soft
        colour = palette.on_fill if self._is_refusal else palette.ink
        icon_colour = palette.on_fill if self._is_refusal else palette.cobalt
        box = (0, 0, canvas.width, canvas.height)
        canvas.rounded(box, radius=RADII.button, fill=fill)
        middle = canvas.height / 2
        icon = "stop" if self._is_refusal else "check"
        canvas.icon(icon, (16, middle - 10), size=20, colour=icon_colour)
        wide = hints_width((self._hint,), size=TYPE.small)
        room = canvas.width - 48 - 32 - wide
        canvas.text((48, 0, room, canvas.height), self._text, size=TYPE.row, colour=colour)
        at = (canvas.width - 16 - wide, middle)
        draw_hints(
            canvas, at, (self._hint,), size=TYPE.small, colour=colour, on_fill=self._is_refusal
        )
