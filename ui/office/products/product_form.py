"""A product in the office: name, price, codes; and goods coming in."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pos_app.actions.products.save_product import ProductAsk
from pos_app.actions.products.show_product import ProductShown
from pos_app.actions.stores.list_stores import StoreShown
from pos_app.domain.codes.barcode import CodeUnusable
from pos_app.domain.figures import money_typed, quantity_text, rate_text
from pos_app.domain.money import BasisPoints, Fen, Milli
from pos_app.domain.refusals.catalogue import (
    CodeTaken,
    CostOutOfRange,
    NameUnusable,
    PriceOutOfRange,
    SkuTaken,
    StockQuantityOutOfRange,
    TaxRateOutOfRange,
)
from pos_app.domain.typed_figures import read_fen, read_milli, read_rate
from pos_app.errors import NotFound, ShopError
from ui.office.page.form_panel import FormPanel
from ui.office.page.form_parts import PART, FormField, Tick
from ui.wording import LiveWording

_BETWEEN = str.maketrans(dict.fromkeys(",;|、，；", " "))


class ProductForm(FormPanel):
    """`saved` carries a `ProductAsk`; `received` a quantity and a reason."""

    saved = Signal(object)
    received = Signal(int, str)

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self._ask = ProductAsk(name="", price=Fen(0))
        self._stock = Milli(0)
        self.name = FormField()
        self.codes = FormField(takes_chinese=False)
        self.price, self.cost = FormField(right=True), FormField(right=True)
        self.tax, self.unit = FormField(right=True), FormField()
        self.sku, self.category = FormField(), FormField()
        self.owner = FormField(takes_chinese=False)
        self.owner.hide()
        self.excluded, self.weighed, self.on_sale = Tick(), Tick(), Tick()
        self.quantity, self.reason = FormField(right=True), FormField()
        self.add_row(PART, self.name)
        self.add_row(PART, self.codes, self.owner)
        # In threes: with a notice below, a form of one more row would cover its own button.
        self.add_row(PART, self.price, self.cost, self.tax)
        self.add_row(PART, self.unit, self.sku, self.category)
        self.add_row(40, self.excluded, self.weighed)
        self.add_row(44, self.on_sale)
        self.add_row(PART, self.quantity, self.reason)
        self.wished.connect(self._save)
        self.show_words()

    @property
    def number(self) -> int:
        """The product in the form; 0 for one that is new."""
        return self._ask.number

    def show_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self.words.text
        title = self._ask.name if self._ask.number else _("New product")
        self.put_words(title, main=_("Save"))
        self.name.set_name(_("Name"))
        codes = _("Barcodes, a space between them") if self.owner.isHidden() else _("Barcodes")
        self.codes.set_name(codes, hint="6901234567892")
        self.owner.set_name(_("Goods of store"), hint=_("Store's code"))
        self.price.set_name(_("Price, yuan"), hint="0.00")
        self.cost.set_name(_("Cost, yuan"), hint="0.00")
        self.tax.set_name(_("Tax rate"), hint="13%")
        self.unit.set_name(_("Unit"))
        self.sku.set_name(_("Shop's own code"))
        self.category.set_name(_("Category"))
        self.excluded.setText(_("Earns no rewards"))
        self.weighed.setText(_("Sold by weight"))
        self.on_sale.setText(_("On sale"))
        there = quantity_text(self._stock)
        self.quantity.set_name(_("Goods in; {stock} are there", stock=there), hint="0")
        self.reason.set_name(_("Delivery note, reason"))

    def show_product(self, shown: ProductShown) -> None:
        """Show a product to be changed, or an empty one to be added."""
        ask = shown.ask
        self._ask, self._stock = ask, shown.stock
        self.name.set_text(ask.name)
        self.codes.set_text(" ".join(ask.codes))
        self.price.set_text(money_typed(ask.price) if ask.price else "")
        self.cost.set_text(money_typed(ask.cost) if ask.cost else "")
        self.tax.set_text(rate_text(ask.tax_rate) if ask.tax_rate else "")
        self.unit.set_text(ask.unit)
        self.sku.set_text(ask.sku)
        self.category.set_text(ask.category)
        self.owner.set_text(ask.owner)
        self.excluded.setChecked(ask.excluded)
        self.weighed.setChecked(ask.weighed)
        self.on_sale.setChecked(ask.on_sale)
        self.quantity.set_text("")
        self.reason.set_text("")
        self.forget_refusal()
        for part in (self.quantity, self.reason):
            part.setVisible(bool(ask.number))
        self.show_words()

    def show_owners(self, stores: Sequence[StoreShown]) -> None:
        """Ask whose goods they are in a shop that several stores share (rulebook 9.3)."""
        self.owner.setVisible(len(stores) > 1)
        self.show_words()
        self.arrange()

    def show_refusal(self, error: ShopError, sentence: str) -> None:
        """Mark the field that a refusal is about."""
        fields = {
            PriceOutOfRange: self.price,
            CostOutOfRange: self.cost,
            TaxRateOutOfRange: self.tax,
            CodeTaken: self.codes,
            CodeUnusable: self.codes,
            SkuTaken: self.sku,
            StockQuantityOutOfRange: self.quantity,
        }
        names = {
            "sku": self.sku,
            "unit": self.unit,
            "category": self.category,
            "product": self.name,
            "store": self.owner,
            "reason": self.reason,
        }
        field = fields.get(type(error))
        if isinstance(error, NameUnusable | NotFound):
            field = names.get(error.what)
        self.refuse(sentence, field=field)

    def _save(self) -> None:
        self.forget_refusal()
        _ = self.words.text
        price = read_fen(self.price.text())
        cost = read_fen(self.cost.text() or "0")
        rate = read_rate(self.tax.text() or "0")
        quantity = self._quantity()
        for value, field in ((price, self.price), (cost, self.cost), (rate, self.tax)):
            if value is None:
                self.refuse(_("This is no figure: {typed}", typed=field.text()), field=field)
                return
        if quantity is None:
            typed = self.quantity.text()
            self.refuse(_("This is no figure: {typed}", typed=typed), field=self.quantity)
            return
        ask = replace(
            self._ask,
            name=self.name.text(),
            codes=tuple(self.codes.text().translate(_BETWEEN).split()),
            price=price or Fen(0),
            cost=cost or Fen(0),
            tax_rate=rate or BasisPoints(0),
            unit=self.unit.text(),
            sku=self.sku.text(),
            category=self.category.text(),
            owner=self.owner.text(),
            excluded=self.excluded.isChecked(),
            weighed=self.weighed.isChecked(),
            on_sale=self.on_sale.isChecked(),
        )
        if quantity and ask == self._ask:
            self.received.emit(quantity, self.reason.text())
        else:
            self.saved.emit((ask, quantity, self.reason.text()))

    def _quantity(self) -> Milli | None:
        """Goods in, or written off with a minus in front; 0 when nothing was typed."""
        typed = self.quantity.text().replace("−", "-") if self._ask.number else ""
        if not typed:
            return Milli(0)
        amount = read_milli(typed.removeprefix("-"))
        if amount is None:
            return None
        return Milli(-amount) if typed.startswith("-") else amount
