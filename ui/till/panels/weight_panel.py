"""How much of a product sold by weight, before it is on the bill."""

from PySide6.QtCore import Signal
from typing_extensions import override

from pos_app.domain.catalogue import Product
from pos_app.domain.figures import money_text
from pos_app.domain.typed_figures import read_milli
from ui.till.panels.figure_panel import FigurePanel
from ui.widgets.field import Field
from ui.wording import LiveWording


class WeightPanel(FigurePanel[Field]):
    """In the right column; Enter rings up, Esc leaves the product."""

    FIELD_HEIGHT = 96.0

    weighed = Signal(int, object)
    """The product's number and its quantity, in thousandths."""

    def __init__(self, words: LiveWording, product: Product) -> None:
        super().__init__(words, product.name)
        self._product = product
        self.field = Field(
            "", accepts_input_method=False, right=True, has_sentence=True, parent=self
        )
        self.pad.typed.connect(self.field.edit.insert)
        self.pad.cleared.connect(self.field.edit.clear)
        self.pad.backed.connect(self.field.edit.backspace)
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
        self.now.set_text(_("{price} for 1 {unit}", price=price, unit=unit))
        self.field.set_name(_("Weight in {unit}", unit=unit), placeholder="0.000")

    @override
    def enter(self) -> None:
        _ = self.words.text
        typed = self.field.text().strip()
        weight = read_milli(typed)
        if weight:
            self.weighed.emit(self._product.number, weight)
        elif typed:
            self.field.refuse(
                _("A weight is above 0, at most 1,000,000, with three decimals at most.")
            )
