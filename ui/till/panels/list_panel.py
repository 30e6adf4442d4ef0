"""Panels that choose from a list: arrows move in it, Enter takes what is chosen."""

from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from ui.till.panels.choice_list import ChoiceList
from ui.till.panels.till_panel import TillPanel
from ui.widgets.field import Field
from ui.wording import LiveWording


class ListPanel(TillPanel):
    """A list; what its rows stand for, its kinds say."""

    def __init__(self, words: LiveWording) -> None:
        super().__init__(words)
        self.list = ChoiceList(parent=self)
        self.list.taken.connect(self.take)

    def take(self, index: int) -> None:
        """Do what a row stands for."""

    @override
    def enter(self) -> None:
        self.list.take_chosen()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.list.take_key(event):
            super().keyPressEvent(event)


class FindPanel(ListPanel):
    """A field above the list: typing searches."""

    def __init__(self, words: LiveWording, field: Field) -> None:
        super().__init__(words)
        self.field = field
        self.field.setParent(self)
        self.field.edited.connect(self.search)

    def search(self, text: str) -> None:
        """Show what a text may mean."""

    @override
    def begin(self) -> None:
        self.field.edit.setFocus()

    @override
    def lay_out(self, width: float, height: float) -> None:
        self.place(self.field, (20, 68, width - 40, 52))
        self.place(self.list, (0, 132, width, height - 140))
