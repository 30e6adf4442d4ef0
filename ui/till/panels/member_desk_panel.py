"""At the counter with a member: leaving the queue, or balance paid in cash."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from pos_app.actions.queue.leave_queue import LeavePreview, preview_leave
from pos_app.domain.figures import money_text
from pos_app.domain.money import Fen
from pos_app.domain.standing import Standing
from pos_app.errors import ShopError
from pos_app.sentences.told import tell
from pos_app.wording import in_one_line
from ui.shown_holdings import vouchers_told
from ui.theme_tokens import TYPE
from ui.till.panels.choice_list import Choice, ChoiceList
from ui.till.panels.till_panel import Place, TillPanel
from ui.till.till_session import TillSession
from ui.till.widgets.keypad import Keypad, KeypadShape
from ui.till.widgets.money_field import MoneyField
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.text_label import TextLabel
from ui.wording import LiveWording

_DELETE = "Del"


class LeaveQueuePanel(TillPanel):
    """Each sale with tickets in the queue; what leaving means is shown first."""

    PLACE = Place.RIGHT

    entered = Signal(int)
    """The sale whose tickets leave."""

    def __init__(self, words: LiveWording, session: TillSession, *, standing: Standing) -> None:
        super().__init__(words)
        self._session = session
        self._sales = tuple(
            dict.fromkeys(
                (each.sale, each.sale_ref) for each in standing.tickets if not each.counts_from
            )
        )
        self._received = {
            sale: (
                Fen(sum(each.received for each in standing.tickets if each.sale == sale)),
                Fen(sum(each.target for each in standing.tickets if each.sale == sale)),
            )
            for sale, _ref in self._sales
        }
        self._preview: LeavePreview | None = None
        self._asks = False
        """Enter was pressed once: only Delete gives the place up now."""
        self._list = ChoiceList(parent=self)
        self._what = TextLabel(size=TYPE.row, wraps=True, parent=self)
        self._leave = Button("", kind=ButtonKind.DANGER, key="Enter", height=64, parent=self)
        self._list.chosen_changed.connect(self._look)
        self._leave.clicked.connect(self._press)
        self.put_words()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Leave the queue")

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self._list.set_words(self.title(), empty=_("No ticket stands in the queue."))
        self._list.show_rows([self._choice(sale, ref) for sale, ref in self._sales])
        self._show()

    def _choice(self, sale: int, ref: str) -> Choice:
        _c = self.words.text_in
        received, target = self._received[sale]
        return Choice(
            _c("receipt", "Sale {number}", number=ref),
            figure=f"{money_text(received)} / {money_text(target)}",
        )

    @override
    def lay_out(self, width: float, height: float) -> None:
        self.place(self._list, (0, 60, width, height - 60 - 240))
        self.place(self._what, (20, height - 230, width - 40, 130))
        self.place(self._leave, (20, height - 84, width - 40, 64))

    def _look(self, index: int) -> None:
        self._preview, self._asks = None, False
        if index >= 0:
            work = partial(
                preview_leave, self._session.shop, self._session.seat, self._sales[index][0]
            )
            self._session.background.run(work, self._looked, otherwise=self._refuse)

    def _looked(self, preview: LeavePreview) -> None:
        self._preview = preview
        self._show()

    def _refuse(self, error: ShopError) -> None:
        self._what.set_text(tell(error, self.words.wording).whole)

    def _show(self) -> None:
        _ = self.words.text
        seen = self._preview
        self._leave.setEnabled(seen is not None)
        if seen is None:
            self._what.set_text("")
            self._leave.setText(_("Leave"))
            return
        self._what.set_text(_told_of(seen, self.words))
        self._leave.setText(
            _("Leave for {voucher}", voucher=money_text(seen.voucher))
            if seen.voucher
            else _("Leave without a voucher")
        )
        self._leave.set_key(_DELETE if self._asks else "Enter")
        if self._asks:
            self._what.set_text(
                _("The place in the queue cannot be given back. {key} leaves it.", key=_DELETE)
            )

    def _press(self) -> None:
        """By touch: the first press asks, the second leaves."""
        if self._asks:
            self._give_up()
        else:
            self.enter()

    @override
    def enter(self) -> None:
        """Ask; a second Enter, pressed in haste, gives nothing up."""
        if self._preview is not None and self._list.chosen >= 0:
            self._asks = True
            self._show()

    def _give_up(self) -> None:
        if self._asks and self._preview is not None and self._list.chosen >= 0:
            self.entered.emit(self._sales[self._list.chosen][0])

    @override
    def step_back(self) -> bool:
        asked, self._asks = self._asks, False
        if asked:
            self._show()
        return asked

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and not event.isAutoRepeat():
            self._give_up()
        elif not self._list.take_key(event):
            super().keyPressEvent(event)


def _told_of(seen: LeavePreview, words: LiveWording) -> str:
    """What is given up, what for, and where the exit fund has less than that."""
    _ = words.text
    rest, voucher = money_text(seen.rest), money_text(seen.voucher)
    given = _("{rest} of the target is given up. What was received stays.", rest=rest)
    short = ""
    if not seen.by_rules:
        short = _("The rules give no voucher.")
    elif not seen.voucher:
        short = _("The exit fund is empty now: the member gets no voucher.")
    elif seen.voucher < seen.by_rules:
        by_rules = money_text(seen.by_rules)
        short = _(
            "By the rules it is {by_rules}, but the exit fund has {voucher} now.",
            by_rules=by_rules,
            voucher=voucher,
        )
    return in_one_line((given, short, *vouchers_told(seen.vouchers, words)))


class PayOutPanel(TillPanel):
    """The reward balance, in cash out of the drawer."""

    PLACE = Place.RIGHT

    entered = Signal(object)
    """Fen; an object, because a sum has more than 32 bits."""

    def __init__(self, words: LiveWording, standing: Standing) -> None:
        super().__init__(words)
        self._standing = standing
        self._what = TextLabel(size=TYPE.row, wraps=True, parent=self)
        self._field = MoneyField("", has_sentence=True, parent=self)
        self._pad = Keypad(KeypadShape.MONEY, parent=self)
        self._pad.typed.connect(self._field.take)
        self._pad.cleared.connect(self._field.clear)
        self._pad.backed.connect(self._field.back)
        self._pad.entered.connect(self.enter)
        self._field.set_fen(standing.reward or None)
        self.put_words()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Pay the balance out")

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self._what.set_text(
            _(
                "{name} has {sum}. The drawer pays it.",
                name=self._standing.name,
                sum=money_text(self._standing.reward),
            )
        )
        self._field.set_name(_("Paid out in cash"), placeholder="0.00")
        self._pad.set_words(clear=_("Clear"), back=_("Back one"), enter=_("Pay out"))

    def refuse(self, sentence: str) -> None:
        """Say why nothing was paid out."""
        self._field.refuse(sentence)

    @override
    def begin(self) -> None:
        self._field.edit.setFocus()
        self._field.edit.selectAll()

    @override
    def lay_out(self, width: float, height: float) -> None:
        self.place(self._what, (20, 68, width - 40, 56))
        self.place(self._field, (20, 132, width - 40, 116))
        self.place(self._pad, (20, 250, width - 40, height - 270))

    @override
    def enter(self) -> None:
        if self._field.fen:
            self.entered.emit(self._field.fen)
