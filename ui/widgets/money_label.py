"""Money as it stands on the screen: whole fen in, `¥` small before the figure."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.domain import figures
from pos_app.domain.figures import YUAN
from pos_app.domain.money import Fen
from ui.theme_tokens import TYPE
from ui.widgets.canvas import Align, Canvas
from ui.widgets.painted import Painted
from ui.widgets.text_measure import text_width

_YEN_SHARES = ((232, 34), (96, 42), (40, 56), (28, 60), (0, 66))
"""Size of the figure from which, and the size of its `¥` in percent of the figure."""

_YEN_GAP_PERCENT = 5
"""The thin gap between `¥` and the figure, in percent of the figure's size."""

_TOTAL_SIZES = ((99_999, 96), (999_999, 84), (9_999_999, 72))
_TOTAL_SMALLEST = 60


def money_text(fen: int) -> str:
    """As everywhere; what a widget shows comes to it as plain fen."""
    return figures.money_text(Fen(fen))


def total_size(fen: int) -> int:
    """The size of a total that must fit its card: it steps down, it is never cut."""
    for most, size in _TOTAL_SIZES:
        if abs(fen) <= most:
            return size
    return _TOTAL_SMALLEST


def yen_size(size: float) -> int:
    """The size of the `¥` before a figure of this size (look.md 2.2)."""
    share = next(percent for smallest, percent in _YEN_SHARES if size >= smallest)
    return round(size * share / 100)


def draw_money(
    canvas: Canvas,
    at: tuple[float, float],
    fen: int,
    *,
    size: float,
    colour: str,
    align: Align = Align.LEFT,
) -> float:
    """Draw a sum with its `¥` on a baseline; returns its width at unit 1."""
    figure = money_text(fen)
    width = money_width(fen, size=size)
    x = at[0]
    if align is Align.RIGHT:
        x -= width
    elif align is Align.CENTRE:
        x -= width / 2
    small = yen_size(size)
    x += canvas.words((x, at[1]), YUAN, size=small, colour=colour) + size * _YEN_GAP_PERCENT / 100
    canvas.words((x, at[1]), figure, size=size, colour=colour)
    return width


def money_width(fen: int, *, size: float) -> float:
    """How wide a sum with its `¥` will be, at unit 1."""
    yen = text_width(YUAN, yen_size(size))
    return yen + size * _YEN_GAP_PERCENT / 100 + text_width(money_text(fen), size)


class MoneyLabel(Painted):
    """One sum on its own, in ink, smaller where it is too wide."""

    def __init__(
        self,
        fen: int = 0,
        *,
        size: float = TYPE.figure_m,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(wish=(size * 4, size * 1.3), parent=parent)
        self._fen = fen
        self._size = size
        self._name()

    @property
    def fen(self) -> int:
        """The sum shown, in fen."""
        return self._fen

    def set_fen(self, fen: int) -> None:
        """Show another sum."""
        self._fen = fen
        self._name()
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        size = self._size
        while size > TYPE.micro and money_width(self._fen, size=size) > canvas.width:
            size -= 1
        draw_money(
            canvas, (0, canvas.middle(size)), self._fen, size=size, colour=canvas.palette.ink
        )

    def _name(self) -> None:
        self.setAccessibleName(money_text(self._fen))
