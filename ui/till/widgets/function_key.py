"""A key of the function row: what it does, over the key that does it."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme_tokens import TYPE
from ui.widgets.buttons import ButtonKind, draw_ground, label_colour
from ui.widgets.canvas import Align, Canvas
from ui.widgets.painted import PaintedButton
from ui.widgets.text_measure import text_width

_TWO_LINES = 50


class FunctionKey(PaintedButton):
    """94 x 56, label 16 over key 13; one that does not work now is disabled, in place."""

    def __init__(self, text: str, *, key: str, parent: QWidget | None = None) -> None:
        super().__init__(text, wish=(94, 56), parent=parent)
        self._key = key

    @override
    def draw(self, canvas: Canvas) -> None:
        draw_ground(canvas, self, kind=ButtonKind.SECONDARY)
        colour = label_colour(canvas, self, kind=ButtonKind.SECONDARY)
        shows_key = bool(self._key) and canvas.theme.shows_keys
        if canvas.height < _TWO_LINES:
            self._draw_in_one_line(canvas, colour, key=self._key if shows_key else "")
            return
        label = (4, 8, canvas.width - 8, 20) if shows_key else (4, 0, canvas.width - 8, 56)
        canvas.text(label, self.text(), size=TYPE.row, colour=colour, align=Align.CENTRE)
        if shows_key:
            key = canvas.palette.ink2 if self.isEnabled() else canvas.palette.edge
            box = (4, 29, canvas.width - 8, 20)
            if self._key == "*":
                # In this face the sign is as small and high as a superscript.
                at = (canvas.width / 2, 49)
                canvas.words(at, "*", size=TYPE.heading, colour=key, align=Align.CENTRE)
                return
            canvas.text(box, self._key, size=TYPE.micro, colour=key, align=Align.CENTRE)

    def _draw_in_one_line(self, canvas: Canvas, colour: str, *, key: str) -> None:
        """The label with its key beside it: larger text folds the row into two."""
        cap = text_width(key, TYPE.micro) + 8 if key else 0
        label = min(text_width(self.text(), TYPE.row), canvas.width - 16 - cap)
        left = (canvas.width - label - cap) / 2
        box = (left, 0, label, canvas.height)
        canvas.text(box, self.text(), size=TYPE.row, colour=colour)
        key_colour = canvas.palette.ink2 if self.isEnabled() else canvas.palette.edge
        at = (left + label + 8, 0, cap - 8, canvas.height)
        canvas.text(at, key, size=TYPE.micro, colour=key_colour)
