"""The bill beside the payment panel: to be read, not to be changed."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.domain.basket import Basket
from pos_app.domain.quote import Quote
from ui.theme import theme
from ui.theme_tokens import SPACES
from ui.till.panels.shown_bill import bill_lines, off_the_bill, pieces_text
from ui.till.panels.shown_member import are_many, gain_view
from ui.till.panels.shown_programs import programs_view
from ui.till.widgets.bill_list import BillList
from ui.till.widgets.program_lines import ProgramLines
from ui.widgets.card import PANEL_HEAD, Panel
from ui.widgets.gain_box import GainBox
from ui.widgets.key_hint import KeyHint
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
        self._programs = ProgramLines(parent=self)
        self._programs.hide()

    @property
    def sums(self) -> tuple[tuple[str, int, str], ...]:
        """Subtotal and what comes off the whole bill: (word, fen, colour)."""
        return self._list.sums

    def show_bill(
        self, basket: Basket, quote: Quote | None, *, store: str, units: Mapping[int, str]
    ) -> None:
        """Show the bill as it is quoted now."""
        _ = self._words.text
        pieces = KeyHint("", pieces_text(basket, self._words, units=units))
        self.set_head(_("Bill"), hint=pieces, bold=False)
        sums: list[tuple[str, int, str]] = []
        if quote is not None:
            sums.append((_("Subtotal"), quote.priced.goods, "ink2"))
            off = off_the_bill(quote.priced)
            if off:
                sums.append((_("Saved"), -off, "jade"))
        more = _("{count} more lines above", count="{count}")
        lines = bill_lines(basket, self._words, store=store, units=units)
        self._list.show_bill(lines, sums=sums, more=more)
        member = quote.standing if quote is not None else None
        self._show_gain(quote if member is not None else None)
        self.arrange()

    def _show_gain(self, quote: Quote | None) -> None:
        """What the member gets; many programs have a line each."""
        for part in (self._gain, self._programs):
            part.hide()
        if quote is None or quote.standing is None:
            return
        gain = gain_view(quote, self._words)
        if are_many(quote):
            self._programs.show_programs(programs_view(quote, self._words))
            self._programs.show()
        elif gain is not None:
            self._gain.show_gain(replace(gain, who=quote.standing.name))
            self._gain.show()

    @override
    def arrange(self) -> None:
        now = theme()
        width = self.width() / now.unit
        bottom = self.unit_height - SPACES.part
        for part in (self._gain, self._programs):
            if part.isHidden():
                continue
            inside = width - 2 * SPACES.soft_box
            wanted = part.height_wanted(inside)
            bottom -= wanted
            self.place(part, (SPACES.soft_box, bottom, inside, wanted))
            bottom -= SPACES.part
        self.place(self._list, (0, PANEL_HEAD, width, bottom - PANEL_HEAD))
