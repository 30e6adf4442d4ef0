"""Who received most: rank, masked name, last digits, amount; no head, rows of 36."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme_tokens import TYPE
from ui.widgets.canvas import Align, Canvas
from ui.widgets.painted import Painted

ROW = 36


@dataclass(frozen=True, slots=True)
class Ranked:
    """One line; name and phone come masked."""

    name: str
    phone: str
    figure: str


class RankList(Painted):
    """Numbered lines; `empty` is what stands there when there are none."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._lines: tuple[Ranked, ...] = ()
        self._empty = ""

    def show_lines(self, lines: Sequence[Ranked], *, empty: str) -> None:
        """Show these, the first on top."""
        self._lines = tuple(lines)
        self._empty = empty
        self.setAccessibleName("; ".join(f"{e.name} {e.phone} {e.figure}" for e in lines) or empty)
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        if not self._lines:
            box = (0, 0, canvas.width, ROW)
            canvas.text(box, self._empty, size=TYPE.body, colour=palette.ink2)
        for number, line in enumerate(self._lines):
            top = number * ROW
            if top + ROW > canvas.height + 1:
                break
            canvas.text((0, top, 20, ROW), str(number + 1), size=TYPE.small, colour=palette.ink2)
            box = (0, top, canvas.width, ROW)
            wide = canvas.text(
                box, line.figure, size=TYPE.body, colour=palette.ink, align=Align.RIGHT
            )
            canvas.text(
                (24, top, 66, ROW), line.name, size=TYPE.body, colour=palette.ink,
                may_end_in_dots=True,
            )  # fmt: skip
            phone = (92, top, canvas.width - 92 - wide - 8, ROW)
            canvas.text(phone, line.phone, size=TYPE.small, colour=palette.ink2)
            if number:
                canvas.hairline((0, top), canvas.width)
