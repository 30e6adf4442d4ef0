"""Parts of a form: a field under its name, a choice under its name, a mark to set."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.office.widgets.navigation import SegmentBar
from ui.theme import theme
from ui.theme_tokens import RADII, TYPE
from ui.widgets.canvas import Canvas
from ui.widgets.field import Field
from ui.widgets.painted import Painted, PaintedButton

PART = 72
"""Height of a named part with the space below it."""
_NAME = 22
_BOX = 40


class FormField(Painted):
    """A field 40 high under its name; a refused one has a red edge."""

    entered = Signal()
    edited = Signal()

    def __init__(
        self,
        *,
        right: bool = False,
        takes_chinese: bool = True,
        secret: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(wish=(0, PART), parent=parent)
        self._name = ""
        self.field = Field(
            "", height=_BOX, size=TYPE.row, accepts_input_method=takes_chinese, right=right,
            parent=self,
        )  # fmt: skip
        if secret:
            self.field.set_secret()
        self.field.entered.connect(self.entered)
        self.field.edited.connect(self.edited)
        self.setFocusProxy(self.field.edit)

    def set_name(self, name: str, *, hint: str = "") -> None:
        """What is asked for, and an example."""
        self._name = name
        self.field.set_name(name, placeholder=hint)
        self.update()

    def text(self) -> str:
        """What was typed, without spaces around it."""
        return self.field.text().strip()

    def set_text(self, text: str) -> None:
        """Put a text in, and show a long one from its beginning; a refusal goes."""
        self.field.set_text(text)
        if not self.field.edit.hasFocus():
            self.field.edit.setCursorPosition(0)

    def mark_refused(self, sentence: str) -> None:
        """Show that this field is what was wrong."""
        self.field.refuse(sentence)

    @override
    def draw(self, canvas: Canvas) -> None:
        draw_name(canvas, self._name)

    @override
    def arrange(self) -> None:
        self.place(self.field, (0, _NAME, self.width() / theme().unit, _BOX))


class FormChoice(Painted):
    """A few choices side by side under their name."""

    chosen = Signal(int)

    def __init__(self, count: int, *, parent: QWidget | None = None) -> None:
        super().__init__(wish=(0, PART), parent=parent)
        self._name = ""
        self._told: tuple[str, ...] = ()
        self.bar = SegmentBar([""] * count, parent=self)
        self.bar.chosen.connect(self.chosen)
        self.bar.chosen.connect(self._show_chosen)

    @property
    def choice(self) -> int:
        """Which is chosen, from 0."""
        return self.bar.choice

    @property
    def name_shown(self) -> str:
        """What stands over the choices now."""
        return self._told[self.choice] if self._told else self._name

    def choose(self, number: int) -> None:
        """Show this one as chosen."""
        self.bar.choose(number)
        self.update()

    def offer(self, may: Sequence[bool]) -> None:
        """Which of the choices may be chosen here."""
        for segment, is_offered in zip(self.bar.segments, may, strict=True):
            segment.setEnabled(is_offered)

    def set_name(self, name: str, choices: Sequence[str], *, told: Sequence[str] = ()) -> None:
        """What is asked for, and the words of the choices.

        `told` says the name together with each choice at length: where the words of the
        choices are short, it stands for the chosen one instead of the name alone.
        """
        self._name, self._told = name, tuple(told)
        self.bar.set_words(choices)
        for number, segment in enumerate(self.bar.segments):
            segment.setAccessibleName(told[number] if told else f"{name}: {segment.text()}")
        self.update()

    def _show_chosen(self, _number: int) -> None:
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        draw_name(canvas, self.name_shown)

    @override
    def arrange(self) -> None:
        self.place(self.bar, (0, _NAME, self.width() / theme().unit, _BOX))


class Tick(PaintedButton):
    """A mark to set with Space or a touch: a box and its words, 40 high."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("", wish=(0, _BOX), parent=parent)
        self.setCheckable(True)

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        top = canvas.height / 2 - 11
        edge = palette.cobalt if self.hasFocus() or self.isChecked() else palette.edge
        wide = 2 if self.hasFocus() or self.isChecked() else 1
        fill = palette.cobalt_soft if self.isChecked() else palette.surface
        box = (0, top, 22, 22)
        canvas.rounded(box, radius=RADII.keycap, fill=fill, edge=edge, edge_width=wide)
        if self.isChecked():
            canvas.icon("check", (3, top + 3), size=16, colour=palette.cobalt)
        words = (32, 0, canvas.width - 32, canvas.height)
        colour = palette.ink if self.isEnabled() else palette.edge
        canvas.text(words, self.text(), size=TYPE.body, colour=colour)


def draw_name(canvas: Canvas, name: str) -> None:
    """The name over a part of a form."""
    box = (0, 0, canvas.width, 20)
    canvas.text(box, name, size=TYPE.small, colour=canvas.palette.ink2)
