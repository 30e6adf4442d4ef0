"""One sum for the chosen line, in the right column: a discount, or another price."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.domain.basket import BasketLine
from pos_app.domain.figures import money_text, rate_text
from pos_app.domain.money import BasisPoints, Fen, part
from ui.buttons import Button
from ui.keypad import Keypad, KeypadShape
from ui.money_field import MoneyField
from ui.text_label import TextLabel
from ui.theme_tokens import TYPE
from ui.till.till_panel import Place, TillPanel, is_enter
from ui.wording import LiveWording

_RATES = (BasisPoints(500), BasisPoints(1000), BasisPoints(2000), BasisPoints(5000))


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
        self._name = TextLabel(line.name, size=TYPE.figure_s, wraps=True, parent=self)
        self._now = TextLabel(size=TYPE.body, colour="ink2", parent=self)
        self._field = MoneyField("", has_sentence=True, parent=self)
        self._pad = Keypad(KeypadShape.MONEY, parent=self)
        self._pad.typed.connect(self._field.take)
        self._pad.cleared.connect(self._field.clear)
        self._pad.backed.connect(self._field.back)
        self._pad.entered.connect(self._enter)

    def field_name(self) -> str:
        """What the field asks for."""
        return self.title()

    def what_is(self) -> str:
        """What the line has now."""
        return ""

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self._now.set_text(self.what_is())
        self._field.set_name(self.field_name(), placeholder="0.00")
        self._pad.set_words(clear=_("Clear"), back=_("Back one"), enter=_("Take"))

    def put_sum(self, fen: int) -> None:
        """Put a sum into the field."""
        self._field.set_fen(fen)

    def refuse(self, sentence: str) -> None:
        """Say below the field why the sum was not taken."""
        self._field.refuse(sentence)

    @override
    def begin(self) -> None:
        self._field.edit.setFocus()

    @override
    def lay_out(self, width: float, height: float) -> None:
        self.place(self._name, (20, 68, width - 40, 34))
        self.place(self._now, (20, 104, width - 40, 26))
        self.place(self._field, (20, 138, width - 40, 116))
        self.place(self._pad, (20, 314, width - 40, height - 334))

    def _enter(self) -> None:
        if self._field.fen is not None:
            self.entered.emit(self._field.fen)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self._enter()
        else:
            super().keyPressEvent(event)


class DiscountPanel(AmountPanel):
    """So much off the whole line; per cent by touch."""

    def __init__(
        self, words: LiveWording, line: BasketLine, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, line, parent=parent)
        self._rates = [Button(rate_text(rate), parent=self) for rate in _RATES]
        for rate, button in zip(_RATES, self._rates, strict=True):
            button.clicked.connect(partial(self._take_rate, rate))
        self.put_words()

    @property
    def _whole(self) -> Fen:
        return self.line.gross

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Discount")

    @override
    def field_name(self) -> str:
        _ = self.words.text
        return _("Off the whole line")

    @override
    def what_is(self) -> str:
        _ = self.words.text
        return _("The line costs {sum}", sum=money_text(self._whole))

    def _take_rate(self, rate: BasisPoints, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt says it
        self.put_sum(part(self._whole, rate))

    @override
    def lay_out(self, width: float, height: float) -> None:
        super().lay_out(width, height)
        each = (width - 40 - 24) / len(self._rates)
        for number, button in enumerate(self._rates):
            self.place(button, (20 + number * (each + 8), 256, each, 48))


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
