"""The tenders given so far, each with a cross that takes it back."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.domain import tender
from pos_app.domain.figures import count_text
from pos_app.sentences.told import WORDS
from ui.theme import theme
from ui.theme_tokens import RADII, TYPE
from ui.widgets.canvas import Align, Canvas
from ui.widgets.money_label import money_text
from ui.widgets.painted import Painted
from ui.widgets.paragraph import LINE_HEIGHT, draw_paragraph, wrapped
from ui.wording import LiveWording

TENDER_ICONS = {
    tender.CASH: "cash",
    tender.WECHAT: "phone",
    tender.ALIPAY: "phone",
    tender.CARD: "card",
    tender.POINTS: "points",
    tender.REWARD: "wallet",
    tender.VOUCHER: "voucher",
}
"""Every kind of tender, as its tiles stand and its keys follow one another."""
_ROW = 48
_INSIDE = 14
_CROSS_ROOM = 36


@dataclass(frozen=True, slots=True)
class TenderRow:
    """One tender: its icon, its word and what it pays; rewards are jade."""

    icon: str
    text: str
    fen: int
    reward: bool = False
    is_typed: bool = False
    """Still in the field: there is nothing to take back yet."""


def tender_row(words: LiveWording, kind: str, amount: int, *, is_typed: bool = False) -> TenderRow:
    """The row of a tender; points are counted beside what they pay."""
    _ = words.text
    text = _(WORDS[kind])
    if kind == tender.POINTS:
        text = f"{text} {count_text(amount)}"
    reward = kind in tender.REWARD_KINDS
    return TenderRow(TENDER_ICONS[kind], text, amount, reward=reward, is_typed=is_typed)


class TenderList(Painted):
    """A box with a hairline edge; below the rows, what else is possible."""

    taken_back = Signal(int)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._rows: tuple[TenderRow, ...] = ()
        self._hint = ""

    def show_rows(self, rows: Sequence[TenderRow], *, name: str, hint: str) -> None:
        """Show these tenders; `name` is said to a screen reader before them."""
        self._rows = tuple(rows)
        self._hint = hint
        told = "; ".join(f"{row.text} {money_text(row.fen)}" for row in self._rows)
        self.setAccessibleName(f"{name}: {told}" if told else name)
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        box = (0, 0, canvas.width, canvas.height)
        canvas.rounded(box, radius=RADII.button, fill=palette.surface, edge=palette.line)
        pitch = self._pitch()
        for number, row in enumerate(self._rows):
            middle = 4 + pitch * number + pitch / 2
            tint = palette.jade if row.reward else palette.ink2
            canvas.icon(row.icon, (_INSIDE, middle - 9), size=18, colour=tint)
            right = canvas.width - _INSIDE - _CROSS_ROOM + 8
            amount = (_INSIDE, middle - 13, right - _INSIDE, 26)
            wide = canvas.text(
                amount,
                money_text(row.fen),
                size=TYPE.quantity,
                colour=palette.ink,
                align=Align.RIGHT,
            )
            name = (_INSIDE + 30, middle - 13, right - wide - 12 - _INSIDE - 30, 26)
            canvas.text(name, row.text, size=TYPE.body, colour=palette.ink)
            if not row.is_typed:
                cross = (canvas.width - _INSIDE - 20, middle - 9)
                canvas.icon("close", cross, size=18, colour=palette.ink2)
            line = middle + pitch / 2
            canvas.hairline((_INSIDE, line), canvas.width - 2 * _INSIDE)
        top = 4 + pitch * len(self._rows) + 10
        room = canvas.height - top - 6
        words = (_INSIDE, top, canvas.width - 2 * _INSIDE, room)
        lines = wrapped(self._hint, size=TYPE.micro, width=words[2])
        if room >= len(lines) * TYPE.micro * LINE_HEIGHT:
            # Advice, and the first thing to go: what was given needs the room.
            draw_paragraph(canvas, words, self._hint, size=TYPE.micro, colour=palette.ink2)

    def _pitch(self) -> float:
        height = self.unit_height
        return min(_ROW, (height - 8) / max(1, len(self._rows)))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        y = event.position().y() / self.pixels_down(1000) * 1000
        index = int((y - 4) // self._pitch())
        in_cross = event.position().x() > self.width() - theme().px(_INSIDE + _CROSS_ROOM)
        if in_cross and 0 <= index < len(self._rows) and not self._rows[index].is_typed:
            self.taken_back.emit(index)
