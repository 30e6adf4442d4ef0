"""One line of what a member has in a program: name, figure, a note."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.shown_holdings import HoldingLine
from ui.theme_tokens import SPACES, TYPE
from ui.widgets.canvas import Align, Canvas
from ui.widgets.painted import Painted


class HoldingRow(Painted):
    """48 high, as a ticket is; text stands on the card's 20 line."""

    def __init__(self, line: HoldingLine, *, parent: QWidget | None = None) -> None:
        super().__init__(wish=(0, 48), parent=parent)
        self._line = line
        self.setAccessibleName(" ".join(filter(None, (line.label, line.figure, line.note))))

    @override
    def draw(self, canvas: Canvas) -> None:
        palette, line = canvas.palette, self._line
        box = (SPACES.card, 3, canvas.width - 2 * SPACES.card, 24)
        wide = canvas.text(box, line.figure, size=TYPE.row, colour=palette.jade, align=Align.RIGHT)
        name = (SPACES.card, 3, box[2] - wide - 12, 24)
        canvas.text(name, line.label, size=TYPE.body, colour=palette.ink, may_end_in_dots=True)
        note = (SPACES.card, 25, box[2], 20)
        canvas.text(note, line.note, size=TYPE.micro, colour=palette.ink2, may_end_in_dots=True)
