"""The bills put aside; Enter takes one back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from typing_extensions import override

from pos_app.actions.selling.open_baskets import HeldBasket
from pos_app.domain.figures import money_text
from pos_app.domain.moment import clock_text
from pos_app.domain.money import Fen
from pos_app.wording import listed
from ui.till.panels.choice_list import Choice
from ui.till.panels.list_panel import ListPanel
from ui.till.panels.shown_bill import amount_of, pieces_text
from ui.wording import LiveWording


class HeldPanel(ListPanel):
    """In the table's place, the oldest bill first."""

    taken = Signal(object)
    """The id of the basket; an object, because it has more than 32 bits."""

    def __init__(self, words: LiveWording, held: Sequence[HeldBasket]) -> None:
        super().__init__(words)
        self._held = tuple(held)
        self.put_words()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Held bills")

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self.list.set_words(self.title(), empty=_("No bill is held."))
        self.list.show_rows([self._choice(each) for each in self._held])

    def _choice(self, held: HeldBasket) -> Choice:
        basket = held.basket
        names = listed((line.name for line in basket.lines[:3]), self.words.text)
        return Choice(
            name=held.name or names or str(basket.id),
            second=f"{clock_text(held.saved_at)}  {pieces_text(basket, self.words)}",
            figure=money_text(Fen(sum(amount_of(line) for line in basket.lines))),
        )

    @override
    def lay_out(self, width: float, height: float) -> None:
        self.place(self.list, (0, 60, width, height - 68))

    @override
    def take(self, index: int) -> None:
        self.taken.emit(self._held[index].basket.id)
