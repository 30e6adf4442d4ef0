"""How much of a product sold by weight, before it is on the bill."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.domain.catalogue import Product
from pos_app.domain.figures import money_text
from pos_app.domain.scan import QuantityTyped, read_scan
from pos_app.errors import Refusal
from ui.field import Field
from ui.keypad import Keypad, KeypadShape
from ui.text_label import TextLabel
from ui.theme_tokens import TYPE
from ui.till.till_panel import Place, TillPanel, is_enter
from ui.wording import LiveWording


class WeightPanel(TillPanel):
    """In the right column; Enter rings up, Esc leaves the product."""

    PLACE = Place.RIGHT

    weighed = Signal(int, object)
    """The product's number and its quantity, in thousandths."""

    def __init__(
        self, words: LiveWording, product: Product, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._product = product
        self._name = TextLabel(product.name, size=TYPE.figure_s, wraps=True, parent=self)
        self._price = TextLabel(size=TYPE.body, colour="ink2", parent=self)
        self._field = Field(
            "", accepts_input_method=False, right=True, has_sentence=True, parent=self
        )
        self._pad = Keypad(KeypadShape.MONEY, parent=self)
        self._pad.typed.connect(self._field.edit.insert)
        self._pad.cleared.connect(self._field.edit.clear)
        self._pad.backed.connect(self._field.edit.backspace)
        self._pad.entered.connect(self._enter)
        self.put_words()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Weight")

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        unit = self._product.unit or _("kg")
        price = money_text(self._product.price)
        self._price.set_text(_("{price} for 1 {unit}", price=price, unit=unit))
        self._field.set_name(_("Weight in {unit}", unit=unit), placeholder="0.000")
        self._pad.set_words(clear=_("Clear"), back=_("Back one"), enter=_("Take"))

    @override
    def begin(self) -> None:
        self._field.edit.setFocus()

    @override
    def lay_out(self, width: float, height: float) -> None:
        self.place(self._name, (20, 68, width - 40, 34))
        self.place(self._price, (20, 104, width - 40, 26))
        self.place(self._field, (20, 138, width - 40, 96))
        self.place(self._pad, (20, 314, width - 40, height - 334))

    def _enter(self) -> None:
        """Read what was typed as `0.385*` is read, so that the same limits hold."""
        _ = self.words.text
        typed = self._field.text().strip()
        try:
            read = read_scan(f"{typed}*") if typed else None
        except Refusal:
            read = None
        if isinstance(read, QuantityTyped) and read.then is None:
            self.weighed.emit(self._product.number, read.quantity)
        elif typed:
            self._field.refuse(_("A weight has at most three decimals, such as 0.385."))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self._enter()
        else:
            super().keyPressEvent(event)
