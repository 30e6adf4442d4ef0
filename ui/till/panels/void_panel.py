"""A sale of the day is voided whole; what that undoes is shown first."""

from PySide6.QtCore import Signal
from typing_extensions import override

from pos_app.domain.figures import money_text
from pos_app.domain.moment import clock_text
from pos_app.domain.sale_shown import SaleDetail
from pos_app.sentences.told import WORDS
from pos_app.wording import listed
from ui.theme_tokens import TYPE
from ui.till.panels.till_panel import TillPanel
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.text_label import TextLabel
from ui.wording import LiveWording


class VoidPanel(TillPanel):
    """Enter voids; a cashier is then asked for a manager's PIN."""

    entered = Signal()

    def __init__(self, words: LiveWording, sale: SaleDetail) -> None:
        super().__init__(words)
        self._sale = sale
        self._what = TextLabel(size=TYPE.figure_s, wraps=True, parent=self)
        self._pays = TextLabel(size=TYPE.row, wraps=True, parent=self)
        self._undoes = TextLabel(size=TYPE.row, colour="ink2", wraps=True, parent=self)
        self._sentence = TextLabel(colour="cinnabar", wraps=True, parent=self)
        self._void = Button("", kind=ButtonKind.DANGER, key="Enter", size=22, parent=self)
        self._void.clicked.connect(self.enter)
        self.put_words()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Void sale {number}", number=self._sale.sale.ref)

    @override
    def put_words(self) -> None:
        super().put_words()
        _, _n = self.words.text, self.words.plural
        sale = self._sale.sale
        when = clock_text(sale.at)
        self._what.set_text(
            _n(
                "{when}, {count} line, {total}",
                "{when}, {count} lines, {total}",
                count=len(self._sale.lines),
                when=when,
                total=money_text(sale.total),
            )
        )
        paid = [f"{_(WORDS[each.kind])} {money_text(each.amount)}" for each in self._sale.tenders]
        tenders = listed(paid, _)
        self._pays.set_text(_("Back to the customer: {tenders}.", tenders=tenders or "0.00"))
        self._undoes.set_text(
            _(
                "The goods go back on the shelf. Points, reward balance and queue tickets "
                "of this sale are undone as if it had not been."
            )
        )
        self._void.setText(_("Void it"))

    def refuse(self, sentence: str) -> None:
        """Say why the sale stays as it is."""
        self._sentence.set_text(sentence)

    @override
    def lay_out(self, width: float, height: float) -> None:
        self.place(self._what, (20, 72, width - 40, 34))
        self.place(self._pays, (20, 116, width - 40, 52))
        self.place(self._undoes, (20, 172, width - 40, 60))
        self.place(self._sentence, (20, 244, width - 40, 60))
        self.place(self._void, (width - 20 - 300, height - 20 - 64, 300, 64))

    @override
    def enter(self) -> None:
        self._sentence.set_text("")
        self.entered.emit()
