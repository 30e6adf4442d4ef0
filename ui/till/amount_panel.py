"""One sum for the chosen line, in the right column, and that of another price."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.domain.basket import BasketLine
from pos_app.domain.figures import money_text
from ui.keypad import Keypad, KeypadShape
from ui.money_field import MoneyField
from ui.text_label import TextLabel
from ui.theme_tokens import TYPE
from ui.till.till_panel import Place, TillPanel, is_enter
from ui.wording import LiveWording


class AmountPanel(TillPanel):
    """A money field over the keypad; Enter takes it."""

    PLACE = Place.RIGHT

    entered = Signal(object)
    """Fen; an object, because a sum has more than 32 bits."""

    def __init__(
        self, words: LiveWording, line: BasketLine, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self.line = line
        self.name = TextLabel(line.name, size=TYPE.figure_s, wraps=True, parent=self)
        self._now = TextLabel(size=TYPE.body, colour="ink2", parent=self)
        self.field = MoneyField("", has_sentence=True, parent=self)
        self._pad = Keypad(KeypadShape.MONEY, parent=self)
        self._pad.typed.connect(self.field.take)
        self._pad.cleared.connect(self.field.clear)
        self._pad.backed.connect(self.field.back)
        self._pad.entered.connect(self._enter)

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
        _ = self.words.text
        self._now.set_text(self.what_is())
        self.field.set_name(self.field_name(), placeholder=self.example())
        self._pad.set_words(clear=_("Clear"), back=_("Back one"), enter=_("Take"))

    def put_sum(self, fen: int) -> None:
        """Put a sum into the field."""
        self.field.set_fen(fen)

    def refuse(self, sentence: str) -> None:
        """Say below the field why the sum was not taken."""
        self.field.refuse(sentence)

    @override
    def begin(self) -> None:
        self.field.edit.setFocus()

    @override
    def lay_out(self, width: float, height: float) -> None:
        self.place(self.name, (20, 68, width - 40, 34))
        self.place(self._now, (20, 104, width - 40, 26))
        self.place(self.field, (20, 138, width - 40, 116))
        self.place(self._pad, (20, 314, width - 40, height - 334))

    def _enter(self) -> None:
        if self.field.fen is not None:
            self.entered.emit(self.field.fen)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self._enter()
        else:
            super().keyPressEvent(event)


class PricePanel(AmountPanel):
    """Another price for one piece; needs a manager."""

    def __init__(
        self, words: LiveWording, line: BasketLine, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, line, parent=parent)
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
