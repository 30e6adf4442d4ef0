"""What is to be paid: the largest number of the till."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme_tokens import SPACES, TYPE
from ui.widgets.canvas import Align, Canvas
from ui.widgets.card import draw_card
from ui.widgets.money_label import draw_money, money_text, money_width, total_size
from ui.widgets.painted import Painted
from ui.widgets.text_measure import text_width

_FIRST_LINE = 44


@dataclass(frozen=True, slots=True)
class TotalView:
    """What the card says; `saved_fen` is below zero, 0 when nothing was saved."""

    due_label: str
    due_fen: int
    pieces: str = ""
    subtotal_label: str = ""
    subtotal_fen: int = 0
    saved_label: str = ""
    saved_fen: int = 0
    is_idle: bool = False


class TotalCard(Painted):
    """424 x 192: pieces, subtotal and savings on one line, then what is due."""

    ROOM = 176

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(wish=(424, 192), parent=parent)
        self._view = TotalView("", 0, is_idle=True)

    @property
    def view(self) -> TotalView:
        """What the card shows now."""
        return self._view

    def show_total(self, view: TotalView) -> None:
        """Show this total."""
        if view == self._view:
            return
        self._view = view
        self.setAccessibleName(f"{view.due_label} {money_text(view.due_fen)}")
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        draw_card(canvas)
        view = self._view
        palette = canvas.palette
        right = canvas.width - SPACES.card
        self._draw_first_line(canvas, right)
        canvas.hairline((SPACES.card, _FIRST_LINE), canvas.width - 2 * SPACES.card)
        label = (SPACES.card, 62, canvas.width - 2 * SPACES.card, 30)
        canvas.text(label, view.due_label, size=TYPE.heading, colour=palette.ink)
        size = total_size(view.due_fen)
        room = canvas.width - 2 * SPACES.card
        while money_width(view.due_fen, size=size) > room:
            size -= 1
        middle = (_FIRST_LINE + canvas.height) / 2
        colour = palette.ink2 if view.is_idle else palette.ink
        baseline = (right, middle + size * 0.385)
        draw_money(canvas, baseline, view.due_fen, size=size, colour=colour, align=Align.RIGHT)

    def _draw_first_line(self, canvas: Canvas, right: float) -> None:
        view = self._view
        palette = canvas.palette
        size = TYPE.body
        x = right
        if view.saved_fen:
            saved = money_text(view.saved_fen)
            box = (SPACES.card, 1, x - SPACES.card, _FIRST_LINE)
            x -= canvas.text(box, saved, size=size, colour=palette.jade, align=Align.RIGHT)
            x -= text_width(" ", size)
            box = (SPACES.card, 1, x - SPACES.card, _FIRST_LINE)
            x -= 13.6 + canvas.text(
                box, view.saved_label, size=size, colour=palette.ink2, align=Align.RIGHT
            )
        if view.subtotal_label:
            words = f"{view.subtotal_label} {money_text(view.subtotal_fen)}"
            box = (SPACES.card, 1, x - SPACES.card, _FIRST_LINE)
            x -= 14 + canvas.text(box, words, size=size, colour=palette.ink2, align=Align.RIGHT)
        pieces = (SPACES.card, 1, x - SPACES.card, _FIRST_LINE)
        canvas.text(pieces, view.pieces, size=size, colour=palette.ink2)
