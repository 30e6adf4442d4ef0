"""An unknown code becomes a product here and now: a name and a price."""

from PySide6.QtCore import Signal
from typing_extensions import override

from pos_app.actions.products.save_product import ProductAsk
from pos_app.domain.money import Fen
from ui.theme_tokens import TYPE
from ui.till.panels.till_panel import TillPanel
from ui.till.widgets.money_field import SMALL_FIGURE, MoneyField
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.field import Field
from ui.widgets.text_label import TextLabel
from ui.wording import LiveWording


class AddProductPanel(TillPanel):
    """Two fields; Enter goes on to the price, and from there adds the product."""

    entered = Signal(object)
    """A `ProductAsk`."""

    def __init__(self, words: LiveWording, code: str) -> None:
        super().__init__(words)
        self._code = code
        self._shown_code = TextLabel(code, size=TYPE.figure_s, parent=self)
        self._name_label = TextLabel(colour="ink2", parent=self)
        self._name = Field("", parent=self)
        self._price_label = TextLabel(colour="ink2", parent=self)
        self._price = MoneyField("", height=52, size=SMALL_FIGURE, has_sentence=True, parent=self)
        self._add = Button("", kind=ButtonKind.PRIMARY, key="Enter", size=24, parent=self)
        self._add.clicked.connect(self.enter)
        self.put_words()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Add a product")

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self._name_label.set_text(_("Name"))
        self._price_label.set_text(_("Selling price"))
        self._name.set_name(_("Name"), placeholder=_("As it stands on the shelf"))
        self._price.set_name(_("Selling price"), placeholder="0.00")
        self._add.setText(_("Add and ring up"))

    def refuse(self, sentence: str) -> None:
        """Say why the product was not added."""
        self._price.refuse(sentence)

    @override
    def begin(self) -> None:
        self._name.edit.setFocus()

    @override
    def lay_out(self, width: float, height: float) -> None:
        self.place(self._shown_code, (20, 68, width - 40, 34))
        self.place(self._name_label, (20, 116, 300, 24))
        self.place(self._name, (20, 142, width - 40, 52))
        self.place(self._price_label, (20, 210, 300, 24))
        self.place(self._price, (20, 236, 300, 96))
        self.place(self._add, (width - 20 - 300, height - 20 - 64, 300, 64))

    @override
    def enter(self) -> None:
        if self._price.fen is None:
            self._price.edit.setFocus()
            return
        ask = ProductAsk(name=self._name.text(), price=Fen(self._price.fen), codes=(self._code,))
        self.entered.emit(ask)
