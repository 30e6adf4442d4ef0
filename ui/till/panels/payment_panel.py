"""Where a bill is paid: tenders left, the amount in the middle, keypad right.

What is typed goes into `payment`, which decides nothing about money either; this file
only shows what stands there (look.md section 3, Payment).
"""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from pos_app.domain import tender
from pos_app.domain.codes.scan import PaymentScan, Scan
from pos_app.domain.figures import MINUS, count_text, money_text
from pos_app.domain.refusals.sale import CashAboveLimit, QuoteChanged
from pos_app.errors import Fault, ShopError
from pos_app.sentences.told import WORDS, tell
from ui.theme_tokens import TYPE
from ui.till.panels.payment_figures import HEIGHT, FiguresView, PaymentFigures
from ui.till.panels.quick_amounts import QuickAmounts
from ui.till.panels.tender_list import TENDER_ICONS, TenderList, tender_row
from ui.till.panels.till_panel import Place, TillPanel
from ui.till.payment import Payment, sum_of
from ui.till.till_session import State
from ui.till.widgets.keypad import Keypad, KeypadShape
from ui.till.widgets.money_field import MoneyField
from ui.till.widgets.tiles import TenderTile
from ui.till_keys import TENDER_KEYS
from ui.widgets.key_hint import KeyHint
from ui.widgets.text_label import TextLabel
from ui.wording import LiveWording

_SAYS_IT_SAVES_AFTER_MS = 150
_KINDS = dict(zip(TENDER_KEYS, TENDER_ICONS, strict=True))
"""The kind of tender that each key chooses."""


class PaymentPanel(TillPanel):
    """Nearly the whole window; Enter completes the sale once enough was given."""

    PLACE = Place.PAYMENT

    def __init__(self, words: LiveWording, payment: Payment) -> None:
        super().__init__(words)
        self._payment = payment
        self._figures = PaymentFigures(parent=self)
        self._tiles = {kind: self._tile(kind, key) for key, kind in _KINDS.items()}
        self._label = TextLabel(size=TYPE.body, colour="ink2", parent=self)
        self._field = MoneyField("", has_sentence=True, parent=self)
        self._quick = QuickAmounts(parent=self)
        self._list_label = TextLabel(size=TYPE.body, colour="ink2", parent=self)
        self._list = TenderList(parent=self)
        self._pad = Keypad(KeypadShape.MONEY, parent=self)
        self._asked_to_leave = False
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(_SAYS_IT_SAVES_AFTER_MS)
        self._saving.timeout.connect(self._say_it_saves)
        self._connect()
        self.put_words()

    def _connect(self) -> None:
        payment = self._payment
        payment.changed.connect(self.show_payment)
        payment.refused.connect(self.show_refusal)
        payment.session.bill.changed.connect(self.show_payment)
        self._field.changed.connect(self._type)
        self._field.edit.installEventFilter(self)
        self._quick.exact.connect(self._give_exactly)
        self._quick.rounded.connect(payment.round_down)
        self._quick.given.connect(self._give)
        self._quick.added.connect(self._add)
        self._list.taken_back.connect(payment.take_back)
        self._pad.typed.connect(self._field.take)
        self._pad.cleared.connect(self._field.clear)
        self._pad.backed.connect(self._field.back)
        self._pad.entered.connect(payment.enter)

    def _tile(self, kind: str, key: str) -> TenderTile:
        made = TenderTile(
            "",
            icon=TENDER_ICONS[kind],
            key=key,
            reward=kind in tender.REWARD_KINDS,
            parent=self,
        )
        made.clicked.connect(partial(self._payment.choose, kind))
        return made

    # ---------------------------------------------------------------------- words

    @override
    def own_keys(self) -> tuple[KeyHint, ...]:
        _ = self.words.text
        payment = self._payment
        tiles = ((key, self._tiles[kind]) for key, kind in _KINDS.items())
        keys = [KeyHint(key, tile.text()) for key, tile in tiles if tile.isEnabled()]
        if payment.roundings:
            keys.append(KeyHint(MINUS, _("Round")))
        if payment.given:
            keys.append(KeyHint("Del", _("Take the last tender off")))
        return (*keys, *super().own_keys())

    @override
    def title(self) -> str:
        _c = self.words.text_in
        return _c("payment", "Pay")

    @override
    def put_words(self) -> None:
        super().put_words()
        _, _c = self.words.text, self.words.text_in
        for kind, tile in self._tiles.items():
            # On a tile there is no room for all of "Reward balance".
            balance = _c("tender", "Balance")
            tile.setText(balance if kind == tender.REWARD else _(WORDS[kind]))
        self._pad.set_words(clear=_("Clear"), back=_("Back one"), enter=_("Complete"))
        self.show_payment()

    def show_payment(self) -> None:
        """Show what stands in the payment now."""
        _, _c = self.words.text, self.words.text_in
        payment = self._payment
        self._asked_to_leave = False
        is_enough = payment.change >= 0
        self._figures.show_figures(
            FiguresView(
                _("To pay"),
                payment.total,
                _c("payment", "Received"),
                payment.received,
                _("Change due") if is_enough else _("Still to pay"),
                abs(payment.change),
                is_enough=is_enough,
            )
        )
        kind = _(WORDS[payment.kind])
        self._label.set_text(_("Received in {kind}", kind=kind))
        self._field.set_name(
            _("Received in {kind}", kind=kind), placeholder=money_text(payment.left)
        )
        if payment.typed != self._field.fen:
            self._field.set_fen(payment.typed)
            # What was put there is typed over, as in every field that comes filled.
            self._field.edit.selectAll()
        for each, tile in self._tiles.items():
            self._show_tile(each, tile)
        self._quick.show_amounts(payment, self.words)
        self._show_list()
        self._show_saving()

    def _show_tile(self, kind: str, tile: TenderTile) -> None:
        _ = self.words.text
        payment = self._payment
        tile.setChecked(kind == payment.kind)
        if kind not in tender.REWARD_KINDS:
            return
        limit, used = payment.limit_of(kind), payment.given_of(kind)
        tile.setEnabled(bool(used) or (limit is not None and limit.most > 0))
        # Points are counted, not priced; one is worth one fen (rulebook 1a).
        shown = count_text if kind == tender.POINTS else money_text
        if used:
            tile.set_note(_("{sum} used", sum=shown(used)))
        elif limit is None:
            tile.set_note(_("needs a member"))
        elif limit.most > 0:
            tile.set_note(_("up to {sum}", sum=shown(limit.most)))
        else:
            tile.set_note(_("nothing to use"))

    def _show_list(self) -> None:
        _, _n = self.words.text, self.words.plural
        payment = self._payment
        kind, typed = payment.kind, payment.now_given
        # A reward typed anew stands in its own place, with the sum that will be used.
        anew = kind if kind in tender.REWARD_KINDS else ""
        rows = [
            tender_row(self.words, each.kind, typed if each.kind == anew else each.amount)
            for each in payment.given
        ]
        if typed and not anew:
            # With nothing typed Enter takes the whole rest, as the figures above say.
            rows.append(tender_row(self.words, kind, typed, is_typed=True))
        name = _n("{count} tender given", "{count} tenders given", count=len(rows))
        name = name if rows else _("Nothing given yet")
        self._list_label.set_text(name)
        hint = _("A payment code may be scanned too.")
        if payment.session.bill.quote and payment.session.bill.quote.standing:
            hint = _("F6–F8 use balances; codes scan too.")
        self._list.show_rows(rows, name=name, hint=hint)

    def _show_saving(self) -> None:
        is_saving = self._payment.session.state in {State.SAVING, State.FROZEN}
        self._pad.enter.setEnabled(not is_saving)
        if is_saving and not self._saving.isActive():
            self._saving.start()
        elif not is_saving:
            self._saving.stop()
            _ = self.words.text
            self._pad.set_words(clear=_("Clear"), back=_("Back one"), enter=_("Complete"))

    def _say_it_saves(self) -> None:
        _ = self.words.text
        self._pad.set_words(clear=_("Clear"), back=_("Back one"), enter=_("Booking"))

    def show_refusal(self, error: ShopError) -> None:
        """Say below the field why Enter did not complete the sale, and what to press."""
        told = tell(error, self.words.wording)
        # The rest says itself while the payment stands open: nothing is booked yet.
        needs_all = isinstance(error, Fault | CashAboveLimit | QuoteChanged)
        self._field.refuse(told.whole if needs_all else told.happened)

    # ---------------------------------------------------------------------- typing

    def _type(self) -> None:
        if self._field.fen != self._payment.typed:
            self._payment.type_amount(self._field.fen)  # type: ignore[arg-type]

    def _give_exactly(self) -> None:
        self._field.set_fen(self._payment.left)

    def _give(self, fen: int) -> None:
        self._field.set_fen(fen)

    def _add(self, fen: int) -> None:
        self._field.set_fen((self._field.fen or 0) + fen)

    @override
    def begin(self) -> None:
        self._field.edit.setFocus()

    @override
    def take_scan(self, scan: Scan) -> bool:
        if isinstance(scan, PaymentScan):
            self._payment.choose(scan.wallet)
            return True
        return False

    @override
    def step_back(self) -> bool:
        payment = self._payment
        if payment.session.state is State.SAVING:
            # On its way into the books there is no way back.
            return True
        if payment.given and not self._asked_to_leave:
            # Money may lie on the counter already, or have left the customer's phone.
            self._asked_to_leave = True
            _ = self.words.text
            given = money_text(sum_of(payment.given))
            self._field.refuse(
                _("{given} is given and not booked. Esc again drops it.", given=given)
            )
            return True
        payment.give_back()
        return False

    @override
    def lay_out(self, width: float, height: float) -> None:
        self.place(self._figures, (0, 56, width, HEIGHT))
        top, foot = 190, height - 20
        pitch = (foot - top + 9) / len(self._tiles)
        for number, tile in enumerate(self._tiles.values()):
            self.place(tile, (20, top + number * pitch, 196, pitch - 9))
        middle = width - 540
        self.place(self._label, (236, top - 4, middle, 26))
        self.place(self._field, (236, top + 28, middle, 116))
        self.place(self._quick, (236, top + 146, middle, 168))
        self.place(self._list_label, (236, top + 318, middle, 26))
        self.place(self._list, (236, top + 346, middle, foot - top - 346))
        self.place(self._pad, (width - 284, top, 264, foot - top))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            nothing_typed = not self._field.text()
            if event.key() == Qt.Key.Key_Minus or (
                nothing_typed and event.key() == Qt.Key.Key_Delete
            ):
                # No sum has a minus; the key goes on to the panel.
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    @override
    def enter(self) -> None:
        self._payment.enter()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = f"F{event.key() - Qt.Key.Key_F1 + 1}"
        if kind := _KINDS.get(name):
            if self._tiles[kind].isEnabled():
                self._payment.choose(kind)
        elif event.key() == Qt.Key.Key_Minus:
            self._payment.round_down()
        elif event.key() == Qt.Key.Key_Delete and self._payment.given:
            self._payment.take_back(len(self._payment.given) - 1)
        else:
            super().keyPressEvent(event)
