"""The bill as it stays readable beside a panel: names, sums, and what was saved."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.domain.figures import TIMES
from ui.theme_tokens import SPACES, TYPE
from ui.widgets.bill_model import BillLine
from ui.widgets.canvas import Align, Canvas
from ui.widgets.money_label import money_text
from ui.widgets.painted import Painted

_ROW = 48


class BillList(Painted):
    """Rows of 48 without numbers; of a long bill the newest lines are shown.

    `more` says in words how many lines stand above those in view.
    """

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._lines: tuple[BillLine, ...] = ()
        self._sums: tuple[tuple[str, int, str], ...] = ()
        self._more = "{count}"

    @property
    def sums(self) -> tuple[tuple[str, int, str], ...]:
        """The sums shown below the lines."""
        return self._sums

    def show_bill(
        self,
        lines: Sequence[BillLine],
        *,
        sums: Sequence[tuple[str, int, str]] = (),
        more: str = "+{count}",
    ) -> None:
        """Show lines and below them sums: (word, fen, token of the colour)."""
        self._lines = tuple(lines)
        self._sums = tuple(sums)
        self._more = more
        names = [f"{line.name} {money_text(line.amount_fen)}" for line in lines]
        self.setAccessibleName("; ".join(names))
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        room = int((canvas.height - 8 - 28 * len(self._sums) - 24) // _ROW)
        hidden = max(0, len(self._lines) - room)
        if hidden:
            hidden += 1
            words = self._more.format(count=hidden)
            above = (SPACES.card, 0, canvas.width - 2 * SPACES.card, _ROW)
            canvas.text(above, words, size=TYPE.small, colour=palette.ink2)
        top: float = _ROW if hidden else 0
        for line in self._lines[hidden:]:
            self._draw_line(canvas, line, top=top)
            top += _ROW
        if not self._sums:
            return
        canvas.hairline((SPACES.card, top + 9), canvas.width - 2 * SPACES.card)
        top += 18
        for label, fen, colour in self._sums:
            box = (SPACES.card, top, canvas.width - 2 * SPACES.card, 28)
            canvas.text(box, label, size=TYPE.body, colour=palette.ink2)
            canvas.text(
                box,
                money_text(fen),
                size=TYPE.body,
                colour=getattr(palette, colour),
                align=Align.RIGHT,
            )
            top += 28

    def _draw_line(self, canvas: Canvas, line: BillLine, *, top: float) -> None:
        palette = canvas.palette
        inside = canvas.width - 2 * SPACES.card
        box = (SPACES.card, top + 3, inside, _ROW)
        wide = canvas.text(
            box,
            money_text(line.amount_fen),
            size=TYPE.section,
            colour=palette.ink,
            align=Align.RIGHT,
        )
        name = (SPACES.card, top + 8, inside - wide - 12, 24)
        canvas.text(name, line.name, size=TYPE.body, colour=palette.ink, may_end_in_dots=True)
        price = f"{line.counted} {TIMES} {money_text(line.price_fen)}"
        x: float = SPACES.card + 80
        at = (SPACES.card, top + 43)
        x = max(x, 12 + SPACES.card + canvas.words(at, price, size=TYPE.micro, colour=palette.ink2))
        note = (x, top + 28, canvas.width - SPACES.card - wide - 12 - x, 20)
        canvas.text(note, line.note, size=TYPE.micro, colour=palette.jade, may_end_in_dots=True)
