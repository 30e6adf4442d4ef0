"""A reason: one of the usual ones, or another one typed; part of a panel."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme import theme
from ui.till.panels.choice_list import Choice, ChoiceList
from ui.widgets.canvas import Canvas
from ui.widgets.field import Field
from ui.widgets.painted import Painted
from ui.wording import LiveWording

FIELD = 96
"""Its field with room for a sentence; the list has the rest."""


class ReasonChoice(Painted):
    """A field over a list. What is typed wins over the line that is chosen."""

    entered = Signal(str)
    further = Signal(int)
    """A line below the reasons was taken, counted from 0: it leads elsewhere."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._reasons: tuple[str, ...] = ()
        self.field = Field("", has_sentence=True, parent=self)
        self.list = ChoiceList(parent=self)
        self.list.taken.connect(self._take)
        self.field.edited.connect(self._accept)
        self.setFocusProxy(self.field.edit)

    def set_words(
        self, words: LiveWording, reasons: Sequence[str], *, further: Sequence[Choice] = ()
    ) -> None:
        """Show the usual reasons, and below them what leads elsewhere."""
        _ = words.text
        self._reasons = tuple(reasons)
        self.field.set_name(_("Another reason"), placeholder=_("Another reason"))
        self.list.set_words(_("Reasons"), empty="")
        self.list.show_rows([*(Choice(each) for each in reasons), *further])

    def refuse(self, sentence: str) -> None:
        """Say below the field why the reason will not do."""
        self.field.refuse(sentence)

    def enter(self) -> None:
        """Hand over what was typed, or what is chosen."""
        if self.field.text().strip():
            self.entered.emit(self.field.text())
        else:
            self.list.take_chosen()

    def take_key(self, event: QKeyEvent) -> bool:
        """Let Up and Down move in the list; called by the panel, which has the keys."""
        return self.list.take_key(event)

    def _accept(self, _text: str) -> None:
        self.field.accept()

    def _take(self, index: int) -> None:
        if index < len(self._reasons):
            self.entered.emit(self._reasons[index])
        else:
            self.further.emit(index - len(self._reasons))

    @override
    def draw(self, canvas: Canvas) -> None:
        """Only its parts are drawn."""

    @override
    def arrange(self) -> None:
        width, height = self.width() / theme().unit, self.unit_height
        self.place(self.field, (20, 0, width - 40, FIELD))
        self.place(self.list, (0, FIELD + 4, width, height - FIELD - 4))
