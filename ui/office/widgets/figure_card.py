"""An office card with one figure: what it is, how it changed, and what it means."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme_tokens import SPACES, TYPE
from ui.widgets.canvas import Align, Canvas
from ui.widgets.card import draw_card
from ui.widgets.member_head import FigureView, draw_figure
from ui.widgets.painted import Painted

_LOW = 106
"""Below this height the card has the smaller figure: five cards in a row."""


@dataclass(frozen=True, slots=True)
class FigureCardView:
    """A figure and, at the right of its label, how it changed."""

    figure: FigureView
    change: str = ""


class FigureCard(Painted):
    """112 high with a figure of 34, or 100 high with one of 28."""

    def __init__(self, *, height: float = 112, parent: QWidget | None = None) -> None:
        super().__init__(wish=(240, height), parent=parent)
        self._view = FigureCardView(FigureView(""))

    def show_figure(self, view: FigureCardView) -> None:
        """Show this figure."""
        self._view = view
        self.setAccessibleName(f"{view.figure.told} {view.change}".strip())
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        draw_card(canvas)
        palette = canvas.palette
        figure = self._view.figure
        low = canvas.height < _LOW
        inside = canvas.width - 2 * SPACES.card
        size, label_size = (TYPE.report_figure, 14) if low else (TYPE.figure_m, TYPE.body)
        label_top, baseline, note_top = (10, 60, 70) if low else (14, 70, 80)
        label = (SPACES.card, label_top, inside, 22)
        change = self._view.change
        wide = canvas.text(label, change, size=TYPE.body, colour=palette.ink, align=Align.RIGHT)
        box = (SPACES.card, label_top, inside - wide - 8, 22)
        canvas.text(box, figure.label, size=label_size, colour=palette.ink2)
        draw_figure(canvas, (SPACES.card, baseline), figure, size=size, room=inside)
        note = (SPACES.card, note_top, inside, 22)
        note_size = TYPE.micro if low else TYPE.small
        canvas.text(note, figure.note, size=note_size, colour=palette.ink2)
