"""One sum for the chosen line, in the right column, and that of another price."""

from PySide6.QtCore import Signal
from typing_extensions import override

from pos_app.domain.basket import BasketLine
from pos_app.domain.figures import money_text
from ui.till.panels.figure_panel import FigurePanel
from ui.till.widgets.money_field import MoneyField
from ui.wording import LiveWording


class AmountPanel(FigurePanel[MoneyField]):
    """A money field over the keypad; Enter takes it."""

    entered = Signal(object)
    """Fen; an object, because a sum has more than 32 bits."""

    def __init__(self, words: LiveWording, line: BasketLine) -> None:
        super().__init__(words, line.name)
        self.line = line
        self.field = MoneyField("", has_sentence=True, parent=self)
        self.pad.typed.connect(self.field.take)
        self.pad.cleared.connect(self.field.clear)
        self.pad.backed.connect(self.field.back)

    def field_name(self) -> str:
        """What the field asks for."""
        return self.title()

    def what_is(self) -> str:
        """What the line has now."""
        return ""

    def example(self) -> str:
        """What may be typed, as the empty field shows it."""
        return "0.00"

    @override
    def put_words(self) -> None:
        super().put_words()
        self.now.set_text(self.what_is())
        self.field.set_name(self.field_name(), placeholder=self.example())

    def put_sum(self, fen: int) -> None:
        """Put a sum into the field."""
        self.field.set_fen(fen)

    @override
    def enter(self) -> None:
        if self.field.fen is not None:
            self.entered.emit(self.field.fen)


class PricePanel(AmountPanel):
    """Another price for one piece; needs a manager."""

    def __init__(self, words: LiveWording, line: BasketLine) -> None:
        super().__init__(words, line)
        self.put_words()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Another price")

    @override
    def field_name(self) -> str:
        _ = self.words.text
        return _("New price of one")

    @override
    def what_is(self) -> str:
        _ = self.words.text
        return _("Now {sum}", sum=money_text(self.line.price))
