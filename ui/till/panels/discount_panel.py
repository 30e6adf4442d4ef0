"""So much off the chosen line, or off the whole bill: a sum, or per cent."""

from functools import partial

from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from pos_app.domain.basket import Basket, BasketLine
from pos_app.domain.figures import money_text, rate_text
from pos_app.domain.money import BasisPoints, Fen, part
from ui.till.panels.amount_panel import AmountPanel
from ui.till_keys import Act, KeyTable
from ui.widgets.buttons import Button
from ui.wording import LiveWording

_RATES = (BasisPoints(500), BasisPoints(1000), BasisPoints(2000), BasisPoints(5000))
_TOGGLE_WIDTH = 148


class DiscountPanel(AmountPanel):
    """A sum off, or a figure with %; its own key again turns from line to bill."""

    def __init__(
        self, words: LiveWording, line: BasketLine, basket: Basket, *, keys: KeyTable
    ) -> None:
        super().__init__(words, line)
        self._basket = basket
        self._keys = keys
        self.is_of_bill = False
        """Whether it comes off the whole bill."""
        self._toggle = Button("", key=keys.cap(Act.DISCOUNT), parent=self)
        self._toggle.clicked.connect(self._change_whole)
        self._rates = [Button(rate_text(rate), parent=self) for rate in _RATES]
        for rate, button in zip(_RATES, self._rates, strict=True):
            button.clicked.connect(partial(self._take_rate, rate))
        self.field.rated.connect(self._take_rate)
        self.put_words()

    @property
    def _whole(self) -> Fen:
        return self._basket.goods if self.is_of_bill else self.line.gross

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Discount")

    @override
    def field_name(self) -> str:
        _ = self.words.text
        return _("Off the whole bill") if self.is_of_bill else _("Off the whole line")

    @override
    def what_is(self) -> str:
        _ = self.words.text
        cost = money_text(self._whole)
        if not self.is_of_bill:
            return _("The line costs {sum}", sum=cost)
        off = self._basket.order_discount
        if not off:
            return _("The bill costs {sum}", sum=cost)
        return _("The bill costs {sum}, {off} is off", sum=cost, off=money_text(off))

    @override
    def example(self) -> str:
        return "0.00 / 10%"

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        whole, line = _("Whole bill"), _("This line")
        self._toggle.setText(line if self.is_of_bill else whole)
        self.name.set_text(whole if self.is_of_bill else self.line.name)

    def _change_whole(self) -> None:
        self.is_of_bill = not self.is_of_bill
        self.field.clear()
        self.put_words()
        self.begin()

    def _take_rate(self, rate: BasisPoints) -> None:
        self.put_sum(part(self._whole, rate))

    @override
    def lay_out(self, width: float, height: float) -> None:
        super().lay_out(width, height)
        self.place(self.name, (20, 64, width - 56 - _TOGGLE_WIDTH, 40))
        self.place(self._toggle, (width - 20 - _TOGGLE_WIDTH, 64, _TOGGLE_WIDTH, 40))
        each = (width - 40 - 24) / len(self._rates)
        for number, button in enumerate(self._rates):
            self.place(button, (20 + number * (each + 8), 256, each, 48))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Act.DISCOUNT in self._keys.acts_of(event):
            self._change_whole()
        else:
            super().keyPressEvent(event)
