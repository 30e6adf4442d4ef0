"""A figure over the keypad, in the right column: a sum, or a weight."""

from typing import Generic, TypeVar

from typing_extensions import override

from ui.theme_tokens import TYPE
from ui.till.panels.till_panel import Place, TillPanel
from ui.till.widgets.keypad import Keypad, KeypadShape
from ui.widgets.field import Field
from ui.widgets.text_label import TextLabel
from ui.wording import LiveWording

F = TypeVar("F", bound=Field)


class FigurePanel(TillPanel, Generic[F]):
    """What it is about, what that is now, and a field; Enter takes the figure."""

    PLACE = Place.RIGHT
    FIELD_HEIGHT = 116.0

    field: F
    """Made by whoever knows what is typed into it."""

    def __init__(self, words: LiveWording, name: str) -> None:
        super().__init__(words)
        self.name = TextLabel(name, size=TYPE.figure_s, wraps=True, parent=self)
        self.now = TextLabel(size=TYPE.body, colour="ink2", parent=self)
        self.pad = Keypad(KeypadShape.MONEY, parent=self)
        self.pad.entered.connect(self.enter)

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self.pad.set_words(clear=_("Clear"), back=_("Back one"), enter=_("Take"))

    @override
    def begin(self) -> None:
        self.field.edit.setFocus()

    @override
    def lay_out(self, width: float, height: float) -> None:
        self.place(self.name, (20, 68, width - 40, 34))
        self.place(self.now, (20, 104, width - 40, 26))
        self.place(self.field, (20, 138, width - 40, self.FIELD_HEIGHT))
        self.place(self.pad, (20, 314, width - 40, height - 334))
