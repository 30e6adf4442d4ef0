"""What of a sale comes back, and why; what that undoes is shown first."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from pos_app.actions.books.post_return import ReturnPosted
from pos_app.actions.selling.return_sale import DEFECT, VOLUNTARY, ReturnAsk, preview_return
from pos_app.actions.selling.weighed_units import weighed_units
from pos_app.domain.basket import LineReturned
from pos_app.domain.figures import money_text, quantity_text, unit_text, weight_text
from pos_app.domain.money import ONE, Fen, Milli
from pos_app.domain.sale import SaleLine
from pos_app.domain.sale_shown import SaleDetail
from pos_app.domain.typed_figures import read_milli
from pos_app.errors import ShopError
from pos_app.sentences.told import WORDS, tell
from pos_app.wording import listed
from ui.theme_tokens import TYPE
from ui.till.panels.choice_list import Choice, ChoiceList
from ui.till.panels.till_panel import TillPanel
from ui.till.till_session import TillSession
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.key_hint import KeyHint
from ui.widgets.text_label import TextLabel
from ui.wording import LiveWording

_FOOT = 196
_SIGNS = "0123456789."


class ReturnLinesPanel(TillPanel):
    """`+`, `-` or a figure say how much of a line, `A` all, `R` why, `V` voids."""

    entered = Signal(object)
    """A `ReturnAsk`; what it pays back stands on the screen."""
    void_wished = Signal(int)

    def __init__(self, words: LiveWording, session: TillSession, *, sale: SaleDetail) -> None:
        super().__init__(words)
        self._session = session
        self._sale = sale
        self._back = dict.fromkeys((line.line for line in sale.lines), Milli(0))
        products = {line.product for line in sale.lines}
        self._units = weighed_units(session.shop, products)
        self._typed = (0, "")
        """The line that a quantity is being typed for, and its signs."""
        self._reason = VOLUNTARY
        self._posted: ReturnPosted | None = None
        self._list = ChoiceList(parent=self)
        self._list.taken.connect(self._add_all_of)
        self._pays = TextLabel(size=TYPE.row, wraps=True, parent=self)
        self._undoes = TextLabel(size=TYPE.small, colour="ink2", wraps=True, parent=self)
        self._why = Button("", key="R", height=52, parent=self)
        self._all = Button("", key="A", height=52, parent=self)
        self._void = Button("", kind=ButtonKind.DANGER, key="V", height=52, parent=self)
        self._pay = Button("", kind=ButtonKind.PRIMARY, key="Enter", size=24, parent=self)
        self._why.clicked.connect(self._turn_reason)
        self._all.clicked.connect(self._take_all)
        self._void.clicked.connect(self._wish_void)
        self._pay.clicked.connect(self.enter)
        self.put_words()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("What comes back of sale {number}", number=self._sale.sale.ref)

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self._list.set_words(_("Lines of the sale"), empty="")
        self._all.setText(_("Everything"))
        self._void.setText(_("Void the sale"))
        self._show()

    @override
    def own_keys(self) -> tuple[KeyHint, ...]:
        _ = self.words.text
        more, less = _("One more of the chosen line"), _("One less of the chosen line")
        figure = KeyHint("0…9", _("So much of the chosen line"))
        return (KeyHint("+", more), KeyHint("−", less), figure, *super().own_keys())

    def _show(self) -> None:
        _ = self.words.text
        chosen = max(0, self._list.chosen)
        self._list.show_rows([self._choice(each) for each in self._sale.lines], chosen=chosen)
        voluntary = self._reason == VOLUNTARY
        self._why.setText(_("Change of mind") if voluntary else _("Defective goods"))
        posted = self._posted
        self._pay.setEnabled(posted is not None)
        self._pay.setText(_("Pay back"))
        if posted is None:
            self._pays.set_text(_("Choose what comes back: + and −, or a figure."))
            self._undoes.set_text("")
            return
        record = posted.record
        self._pay.setText(_("Pay back {sum}", sum=money_text(record.paid_back)))
        tenders = [f"{_(WORDS[each.kind])} {money_text(each.amount)}" for each in posted.tenders]
        given = [(record.voucher, "voucher"), (record.reward, "reward"), (record.points, "points")]
        tenders += [f"{_(WORDS[kind])} {money_text(fen)}" for fen, kind in given if fen]
        self._pays.set_text(
            _("Back to the customer: {tenders}.", tenders=listed(tenders, _) or "0.00")
        )
        self._undoes.set_text(_undone(posted, self.words))

    def _choice(self, line: SaleLine) -> Choice:
        _ = self.words.text
        left = Milli(line.quantity - line.returned)
        return Choice(
            name=line.name,
            second=_(
                "sold {sold} at {price}, {left} can come back",
                sold=self._counted(line, line.quantity),
                price=money_text(line.price),
                left=self._counted(line, left),
            ),
            figure=self._counted(line, self._back[line.line]),
            unit=_("comes back"),
        )

    def _counted(self, line: SaleLine, quantity: Milli) -> str:
        """A quantity of a line, with the unit of what is weighed."""
        if line.product not in self._units:
            return quantity_text(quantity)
        unit = unit_text(self._units[line.product] or self.words.text("kg"))
        return f"{weight_text(quantity)} {unit}"

    @override
    def lay_out(self, width: float, height: float) -> None:
        foot = height - _FOOT
        self.place(self._list, (0, 60, width, foot - 68))
        self.place(self._pays, (20, foot, width - 40, 26))
        self.place(self._undoes, (20, foot + 28, width - 40, 44))
        self.place(self._why, (20, height - 72 - 44, 220, 44))
        self.place(self._all, (20, height - 64, 130, 44))
        self.place(self._void, (158, height - 64, 210, 44))
        self.place(self._pay, (width - 20 - 300, height - 20 - 64, 300, 64))

    # ---------------------------------------------------------------------- choosing

    def _chosen_line(self) -> SaleLine | None:
        index = self._list.chosen
        return self._sale.lines[index] if 0 <= index < len(self._sale.lines) else None

    def _step(self, line: SaleLine) -> int:
        """What `+` and `-` change: a piece, or all of what was weighed."""
        return line.quantity if line.product in self._units else ONE

    def _type(self, line: SaleLine, sign: str) -> None:
        """One more sign of a quantity typed for a line; one that is none begins anew."""
        before = self._typed[1] if self._typed[0] == line.line else ""
        typed = before + sign if read_milli(before + sign) is not None else sign
        self._change(line, read_milli(typed) or 0)
        self._typed = (line.line, typed)

    def _change(self, line: SaleLine, back: int) -> None:
        self._typed = (0, "")
        left = line.quantity - line.returned
        self._back[line.line] = Milli(max(0, min(back, left)))
        self._look()

    def _add_all_of(self, index: int) -> None:
        line = self._sale.lines[index]
        self._change(line, 0 if self._back[line.line] else line.quantity)

    def _take_all(self) -> None:
        for line in self._sale.lines:
            self._back[line.line] = Milli(line.quantity - line.returned)
        self._look()

    def _turn_reason(self) -> None:
        self._reason = DEFECT if self._reason == VOLUNTARY else VOLUNTARY
        self._look()

    def ask(self) -> ReturnAsk | None:
        """What is asked for now; None while nothing comes back."""
        lines = tuple(LineReturned(line, back) for line, back in self._back.items() if back)
        if not lines:
            return None
        return ReturnAsk(sale=self._sale.sale.number, lines=lines, reason=self._reason)

    def _look(self) -> None:
        self._posted = None
        ask = self.ask()
        self._show()
        if ask is not None:
            work = partial(preview_return, self._session.shop, self._session.seat, ask)
            self._session.background.run(work, self._looked, otherwise=self._refuse)

    def _looked(self, posted: ReturnPosted) -> None:
        self._posted = posted
        self._show()

    def _refuse(self, error: ShopError) -> None:
        self._pays.set_text(tell(error, self.words.wording).whole)

    @override
    def enter(self) -> None:
        ask = self.ask()
        if ask is not None and self._posted is not None:
            self.entered.emit(ask)

    def _wish_void(self) -> None:
        self.void_wished.emit(self._sale.sale.number)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self._chosen_line()
        key = event.key()
        if key == Qt.Key.Key_Plus and line is not None:
            self._change(line, self._back[line.line] + self._step(line))
        elif key == Qt.Key.Key_Minus and line is not None:
            self._change(line, self._back[line.line] - self._step(line))
        elif event.text() in _SIGNS and event.text() and line is not None:
            self._type(line, event.text())
        elif key == Qt.Key.Key_A:
            self._take_all()
        elif key == Qt.Key.Key_R:
            self._turn_reason()
        elif key == Qt.Key.Key_V:
            self._wish_void()
        elif not self._list.take_key(event):
            super().keyPressEvent(event)


def _undone(posted: ReturnPosted, words: LiveWording) -> str:
    """What the goods cost, and what becomes of the rewards that the sale brought."""
    _ = words.text
    goods = money_text(posted.record.goods)
    wanted = Fen(sum(each.wanted for each in posted.taken))
    netted = money_text(posted.record.netted)
    if wanted and posted.waits:
        return _(
            "Goods {goods}. Rewards of this sale taken back: {wanted}, of which {netted} is kept "
            "back from the refund. Rewards that still wait count only what stays.",
            goods=goods, wanted=money_text(wanted), netted=netted,
        )  # fmt: skip
    if wanted:
        return _(
            "Goods {goods}. Rewards of this sale taken back: {wanted}, "
            "of which {netted} is kept back from the refund.",
            goods=goods, wanted=money_text(wanted), netted=netted,
        )  # fmt: skip
    if posted.waits:
        return _("Goods {goods}. Rewards that still wait count only what stays.", goods=goods)
    return _("Goods {goods}.", goods=goods)
