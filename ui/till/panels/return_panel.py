"""Goods come back, or a sale is voided: which, what, and what that undoes."""

from PySide6.QtCore import Signal
from typing_extensions import override

from pos_app.actions.selling.list_sales import list_sales
from pos_app.domain.codes.scan import ReceiptScan, Scan
from pos_app.domain.figures import money_text
from pos_app.domain.moment import business_day, clock_text
from pos_app.domain.sale import VOIDED
from pos_app.domain.sale_shown import SaleListed
from pos_app.shop import Shop
from ui.day_words import short_day
from ui.till.panels.choice_list import Choice
from ui.till.panels.list_panel import FindPanel
from ui.widgets.field import Field
from ui.wording import LiveWording

_LATEST = 50


class FindSalePanel(FindPanel):
    """Which sale: by the receipt's code, its number, or from the latest."""

    chosen = Signal(int, str)
    """The sale's number, and the check of a scanned receipt."""

    def __init__(self, words: LiveWording, shop: Shop) -> None:
        super().__init__(words, Field("", accepts_input_method=False))
        self._shop = shop
        self._sales: tuple[SaleListed, ...] = ()
        self.put_words()

    @override
    def title(self) -> str:
        _c = self.words.text_in
        return _c("panel", "Return or void")

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self.field.set_name(_("Which sale"), placeholder=_("Scan the receipt, or type its number"))
        self.list.set_words(_("Sales"), empty=_("No sale has this number."))
        self.search(self.field.text())

    @override
    def search(self, text: str) -> None:
        """Show the sales with this number, or the latest ones."""
        self._sales = list_sales(self._shop, text=text, limit=_LATEST)
        self.list.show_rows([self._choice(each) for each in self._sales])

    def _choice(self, sale: SaleListed) -> Choice:
        _, _c = self.words.text, self.words.text_in
        parts = [
            f"{short_day(business_day(sale.at), self.words)} {clock_text(sale.at)}",
            sale.cashier,
            sale.masked_name,
        ]
        if sale.state == VOIDED:
            parts.append(_("voided"))
        elif sale.returns:
            parts.append(_("goods came back"))
        return Choice(
            name=_c("receipt", "Sale {number}", number=sale.ref),
            second="  ".join(part for part in parts if part),
            figure=money_text(sale.total),
        )

    @override
    def take(self, index: int) -> None:
        self.chosen.emit(self._sales[index].number, "")

    @override
    def take_scan(self, scan: Scan) -> bool:
        if isinstance(scan, ReceiptScan):
            self.chosen.emit(scan.sale, scan.check)
            return True
        return False
