"""应收, 实收, 找零: the three figures over the columns of the payment panel."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme_tokens import TYPE
from ui.widgets.canvas import Align, Canvas
from ui.widgets.money_label import draw_money, money_text, money_width
from ui.widgets.painted import Painted

HEIGHT = 112
_LABEL_TOP = 14
_BASELINE = 86


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The three sums with their words; `is_enough` makes the third one the change."""

    due_label: str
    due_fen: int
    received_label: str
    received_fen: int
    third_label: str
    third_fen: int
    is_enough: bool


class PaymentFigures(Painted):
    """Always in this sequence; what is still to pay is ink, the change cobalt."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(wish=(840, HEIGHT), parent=parent)
        self._view = FiguresView("", 0, "", 0, "", 0, is_enough=False)

    @property
    def view(self) -> FiguresView:
        """What is shown now."""
        return self._view

    def show_figures(self, view: FiguresView) -> None:
        """Show these sums."""
        self._view = view
        self.setAccessibleName(
            f"{view.due_label} {money_text(view.due_fen)}; "
            f"{view.received_label} {money_text(view.received_fen)}; "
            f"{view.third_label} {money_text(view.third_fen)}"
        )
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        palette, view = canvas.palette, self._view
        third = canvas.width - 304
        if view.is_enough:
            box = (third, 0, canvas.width - third - 1, canvas.height)
            canvas.fill(box, palette.cobalt_soft)
        for left, label, fen in (
            (20, view.due_label, view.due_fen),
            (236, view.received_label, view.received_fen),
        ):
            room = (third if left > 20 else 236) - left - 12  # noqa: PLR2004 - the columns
            box = (left, _LABEL_TOP, room, 26)
            canvas.text(box, label, size=TYPE.row, colour=palette.ink2)
            size = _fitting(fen, size=TYPE.figure_l, room=room)
            draw_money(canvas, (left, _BASELINE), fen, size=size, colour=palette.ink)
        colour = palette.cobalt if view.is_enough else palette.ink
        label_colour = palette.cobalt if view.is_enough else palette.ink2
        room = canvas.width - third - 40
        box = (third + 20, _LABEL_TOP, room, 26)
        canvas.text(box, view.third_label, size=TYPE.row, colour=label_colour)
        size = _fitting(view.third_fen, size=TYPE.figure_xl, room=room)
        right = (canvas.width - 20, _BASELINE + 6)
        draw_money(canvas, right, view.third_fen, size=size, colour=colour, align=Align.RIGHT)
        canvas.hairline((1, canvas.height - 1), canvas.width - 2)


def _fitting(fen: int, *, size: float, room: float) -> float:
    """A sum is never cut: it is set smaller until it fits."""
    while size > TYPE.micro and money_width(fen, size=size) > room:
        size -= 1
    return size
