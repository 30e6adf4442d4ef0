"""Sums by touch beside the amount: exactly, 抹零, likely notes."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.domain.figures import MINUS, money_text
from pos_app.domain.tender import CASH
from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.till.likely_sums import NOTES
from ui.till.payment import Payment
from ui.widgets.buttons import Button
from ui.widgets.canvas import Canvas
from ui.widgets.painted import Painted
from ui.wording import LiveWording

_GAP = 8
_ROW = 52
_LIKELY = 3


class QuickAmounts(Painted):
    """300 x 168: two, three and four buttons."""

    exact = Signal()
    rounded = Signal()
    given = Signal(object)
    """Fen: the sum handed over; an object, because a sum has more than 32 bits."""
    added = Signal(object)
    """Fen: one more note on top."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(wish=(300, 168), parent=parent)
        self._exact = Button("", parent=self)
        self._rounding = Button("", parent=self)
        self._likely = [Button("", size=TYPE.quantity, parent=self) for _ in range(_LIKELY)]
        self._notes = [Button(f"+{note // 100}", parent=self) for note in NOTES]
        self._sums = [0] * _LIKELY
        self._exact.clicked.connect(self._press_exact)
        self._rounding.clicked.connect(self._press_rounding)
        for number, button in enumerate(self._likely):
            button.setCheckable(True)
            button.clicked.connect(partial(self._press_likely, number))
        for note, button in zip(NOTES, self._notes, strict=True):
            button.clicked.connect(partial(self._press_note, note))

    def show_amounts(self, payment: Payment, words: LiveWording) -> None:
        """Offer what suits the rest; without cash only the exact sum is offered."""
        _ = words.text
        is_cash = payment.kind == CASH
        now = payment.session.bill.basket.rounding
        offered = payment.roundings
        following = next((each for each in offered if each > now), now)
        self._exact.setText(_("Exactly {sum}", sum=money_text(payment.left)))
        less = f"{MINUS}{money_text(following)}"
        self._rounding.setText(_("Round {sum}", sum=less) if following else _("Round"))
        self._rounding.setEnabled(bool(is_cash and offered))
        self._rounding.setCheckable(True)
        self._rounding.setChecked(bool(now))
        likely = payment.quick_amounts if is_cash else ()
        for number, button in enumerate(self._likely):
            fen = likely[number] if number < len(likely) else 0
            self._sums[number] = fen
            button.setVisible(bool(fen))
            button.setText(f"{fen // 100:,}" if fen else "")
            button.setChecked(bool(fen) and payment.typed == fen)
        for button in self._notes:
            button.setEnabled(is_cash)

    def _press_exact(self) -> None:
        self.exact.emit()

    def _press_rounding(self) -> None:
        self.rounded.emit()

    def _press_likely(self, number: int) -> None:
        self.given.emit(self._sums[number])

    def _press_note(self, note: int) -> None:
        self.added.emit(note)

    @override
    def draw(self, canvas: Canvas) -> None:
        """Only the buttons are drawn."""

    @override
    def arrange(self) -> None:
        width = self.width() / theme().unit
        rows = ([self._exact, self._rounding], self._likely, self._notes)
        for number, row in enumerate(rows):
            each = (width - _GAP * (len(row) - 1)) / len(row)
            for place, button in enumerate(row):
                left = place * (each + _GAP)
                self.place(button, (left, number * (_ROW + 6), each, _ROW))
                # Placing shows; a sum that is not offered has no words.
                button.setVisible(bool(button.text()))
