"""Parts of a whole as one bar and a list: each part named, its figure beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.domain.figures import MINUS
from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.widgets.canvas import Align, Canvas
from ui.widgets.money_label import money_text
from ui.widgets.painted import Painted

_BAR = 14
_ROW = 32
_GAP = 2
_SHARE_RIGHT = 56


@dataclass(frozen=True, slots=True)
class Share:
    """One part; `is_reward` draws it in green, for money that was a member's."""

    name: str
    fen: int
    is_reward: bool = False


class ShareBar(Painted):
    """A bar in order of size and below it one row for each part, with its percent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shares: tuple[Share, ...] = ()

    def show_shares(self, shares: Sequence[Share]) -> None:
        """Show these parts; those of the ramp in order of size, as they come."""
        self._shares = tuple(shares)
        self.setAccessibleDescription(
            "; ".join(f"{share.name} {money_text(share.fen)}" for share in shares)
        )
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().row(_BAR + 10 + _ROW * len(self._shares)))

    @override
    def draw(self, canvas: Canvas) -> None:
        whole = sum(share.fen for share in self._shares if share.fen > 0)
        colours = self._colours(canvas)
        left = 0.0
        for share, colour in zip(self._shares, colours, strict=True):
            width = (canvas.width + _GAP) * max(0, share.fen) / whole if whole else 0
            if width > _GAP:
                canvas.rounded((left, 0, width - _GAP, _BAR), radius=2, fill=colour)
            left += width
        middle: float = 40
        for share, colour in zip(self._shares, colours, strict=True):
            self._draw_row(canvas, share, colour=colour, middle=middle, whole=whole)
            middle += _ROW

    def _draw_row(
        self, canvas: Canvas, share: Share, *, colour: str, middle: float, whole: int
    ) -> None:
        palette = canvas.palette
        canvas.rounded((0, middle - 6, 12, 12), radius=2, fill=colour)
        box = (0, middle - 12, canvas.width, 24)
        percent = percent_text(share.fen, whole)
        canvas.text(box, percent, size=TYPE.small, colour=palette.ink2, align=Align.RIGHT)
        sums = (0, middle - 12, canvas.width - _SHARE_RIGHT, 24)
        wide = canvas.text(
            sums, money_text(share.fen), size=TYPE.body, colour=palette.ink, align=Align.RIGHT
        )
        name = (22, middle - 12, canvas.width - _SHARE_RIGHT - wide - 8 - 22, 24)
        canvas.text(name, share.name, size=TYPE.body, colour=palette.ink)

    def _colours(self, canvas: Canvas) -> list[str]:
        ramp = canvas.palette.ramp
        colours: list[str] = []
        kinds = 0
        for share in self._shares:
            if share.is_reward:
                colours.append(canvas.palette.jade_fill)
            else:
                colours.append(ramp[min(kinds, len(ramp) - 1)])
                kinds += 1
        return colours


def percent_text(part: int, whole: int) -> str:
    """A part of a whole in percent with one decimal, half up; 0.0% of nothing."""
    if whole <= 0:
        return "0.0%"
    tenths = (part * 2000 + whole) // (whole * 2)
    sign = MINUS if tenths < 0 else ""
    return f"{sign}{abs(tenths) // 10}.{abs(tenths) % 10}%"
