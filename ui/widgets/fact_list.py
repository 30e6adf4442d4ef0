"""Lines of facts in a card: a word, a figure, and a second figure in grey, if any."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.widgets.canvas import Align, Canvas
from ui.widgets.painted import Painted

_SECOND = 100


@dataclass(frozen=True, slots=True)
class Fact:
    """One line; `colour` is the token of its figure, `icon` stands before the word."""

    label: str
    figure: str
    second: str = ""
    colour: str = "ink"
    icon: str = ""


class FactList(Painted):
    """Rows of equal height with hairlines between them, the figures at the right."""

    def __init__(
        self, *, row: float = 30, has_hairlines: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._row = row
        self._has_hairlines = has_hairlines
        self._facts: tuple[Fact, ...] = ()

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these lines."""
        self._facts = tuple(facts)
        self.setAccessibleName("; ".join(f"{f.label} {f.figure} {f.second}" for f in facts))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(160), theme().row(self._row * len(self._facts)))

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        has_second = any(fact.second for fact in self._facts)
        right = canvas.width - (_SECOND if has_second else 0)
        for number, fact in enumerate(self._facts):
            top = number * self._row
            lead = 30 if fact.icon else 0
            if fact.icon:
                at = (0, top + self._row / 2 - 10)
                canvas.icon(fact.icon, at, size=20, colour=palette.ink2)
            figure = (0, top, right, self._row)
            colour = getattr(palette, fact.colour)
            wide = canvas.text(
                figure, fact.figure, size=TYPE.body, colour=colour, align=Align.RIGHT
            )
            label = (lead, top, right - wide - 8 - lead, self._row)
            canvas.text(label, fact.label, size=TYPE.body, colour=palette.ink)
            second = (right + 8, top, canvas.width - right - 8, self._row)
            canvas.text(
                second, fact.second, size=TYPE.small, colour=palette.ink2, align=Align.RIGHT
            )
            if self._has_hairlines and number:
                canvas.hairline((0, top), canvas.width)
