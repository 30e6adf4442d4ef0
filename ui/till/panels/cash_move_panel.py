"""Cash put into the drawer or taken out of it: how much, and why."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from ui.till.panels.cash_panel import PAD, CashPanel
from ui.till.panels.reason_choice import ReasonChoice
from ui.wording import N_, LiveWording

_IN = (
    N_("Change fetched from the safe"),
    N_("Change fetched from the bank"),
    N_("Change bought from another shop"),
)
_OUT = (
    N_("Brought to the safe"),
    N_("Brought to the bank"),
    N_("A delivery paid"),
    N_("A small purchase"),
)


class CashMovePanel(CashPanel):
    """The sum first; Enter goes on to the reason, and Enter there books it."""

    moved = Signal(object, str)
    """Fen, below zero taken out, and the reason; an object, for more than 32 bits."""

    def __init__(self, words: LiveWording, *, comes_in: bool) -> None:
        super().__init__(words)
        self._comes_in = comes_in
        self._is_at_reason = False
        self._reason = ReasonChoice(parent=self)
        self._reason.entered.connect(self._take_reason)
        self.put_words()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Put cash in") if self._comes_in else _("Take cash out")

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        what = _("How much, then why. A slip for the drawer is printed.")
        self.what.set_text(what)
        self.field.set_name(_("Sum"), placeholder="0.00")
        reasons = _IN if self._comes_in else _OUT
        self._reason.set_words(self.words, [_(each) for each in reasons])
        self.pad.set_words(clear=_("Clear"), back=_("Back one"), enter=_("Next"))

    @override
    def refuse(self, sentence: str) -> None:
        self._reason.refuse(sentence)

    @override
    def lay_out(self, width: float, height: float) -> None:
        super().lay_out(width, height)
        left = width - PAD - 40
        self.place(self.what, (20, 66, left - 20, 24))
        self.place(self.field, (20, 96, left - 20, 72))
        self.place(self._reason, (0, 184, left + 20, height - 184 - 8))

    @override
    def begin(self) -> None:
        # Back from a manager's PIN: Enter asks for the same once more.
        if self._is_at_reason:
            self._reason.setFocus()
        else:
            super().begin()

    @override
    def enter(self) -> None:
        self._is_at_reason = bool(self.field.fen)
        if self._is_at_reason and not self.field.edit.hasFocus():
            self._reason.enter()
        else:
            self.begin()

    def _take_reason(self, reason: str) -> None:
        fen = self.field.fen
        if not fen:
            self.begin()
            return
        self._is_at_reason = True
        self.moved.emit(fen if self._comes_in else -fen, reason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._reason.take_key(event):
            super().keyPressEvent(event)
