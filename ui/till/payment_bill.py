"""The bill beside the payment panel: to be read, not to be changed."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.domain.basket import Basket
from pos_app.domain.quote import Quote
from ui.bill_list import BillList
from ui.card import PANEL_HEAD, Panel
from ui.gain_box import GainBox
from ui.key_hint import KeyHint
from ui.theme import theme
from ui.theme_tokens import SPACES
from ui.till.shown_bill import bill_lines, off_the_bill, pieces_text
from ui.till.shown_member import gain_view
from ui.wording import LiveWording


class PaymentBill(Panel):
    """392 x 744: the lines, what was saved, and what the member gets."""

    ROOM = 744

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = words
        self._list = BillList(parent=self)
        self._gain = GainBox(parent=self)
        self._gain.hide()

    @property
    def sums(self) -> tuple[tuple[str, int, str], ...]:
        """Subtotal and what comes off the whole bill: (word, fen, colour)."""
        return self._list.sums

    def show_bill(self, basket: Basket, quote: Quote | None) -> None:
        """Show the bill as it is quoted now."""
        _ = self._words.text
        pieces = KeyHint("", pieces_text(basket, self._words))
        self.set_head(_("Bill"), hint=pieces, bold=False)
        sums: list[tuple[str, int, str]] = []
        if quote is not None:
            sums.append((_("Subtotal"), quote.priced.goods, "ink2"))
            off = off_the_bill(quote.priced)
            if off:
                sums.append((_("Saved"), -off, "jade"))
        more = _("{count} more lines above", count="{count}")
        self._list.show_bill(bill_lines(basket, self._words), sums=sums, more=more)
        member = quote.standing if quote is not None else None
        gain = gain_view(quote, self._words) if quote is not None else None
        if gain is not None and member is not None:
            self._gain.show_gain(replace(gain, who=member.name))
        self._gain.setVisible(gain is not None and member is not None)
        self.arrange()

    @override
    def arrange(self) -> None:
        now = theme()
        width = self.width() / now.unit
        bottom = self.unit_height - SPACES.part
        if not self._gain.isHidden():
            inside = width - 2 * SPACES.soft_box
            wanted = self._gain.height_wanted(inside)
            bottom -= wanted
            self.place(self._gain, (SPACES.soft_box, bottom, inside, wanted))
            bottom -= SPACES.part
        self.place(self._list, (0, PANEL_HEAD, width, bottom - PANEL_HEAD))
