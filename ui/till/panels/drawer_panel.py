"""Why the drawer is opened without a sale; the journal keeps it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from ui.till.panels.choice_list import Choice
from ui.till.panels.reason_choice import ReasonChoice
from ui.till.panels.till_panel import TillPanel
from ui.till_keys import Act, KeyTable
from ui.wording import N_, LiveWording

_REASONS = (
    N_("Give change for a note"),
    N_("Check the drawer"),
    N_("Wrong change was given"),
)
_MOVES = (Act.CASH_IN, Act.CASH_OUT)


class DrawerPanel(TillPanel):
    """Usual reasons, or a typed one; Enter opens the drawer. Cash that moves is below."""

    entered = Signal(str)
    moves = Signal(object)
    """`CASH_IN` or `CASH_OUT`: not only opened, cash goes in or out."""

    def __init__(self, words: LiveWording, keys: KeyTable) -> None:
        super().__init__(words)
        self._keys = keys
        self._reason = ReasonChoice(parent=self)
        self._reason.entered.connect(self.entered)
        self._reason.further.connect(self._wish_move)
        self.put_words()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Open the drawer: why?")

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        lines = [self._keys.line(act) for act in _MOVES]
        further = [Choice(_(line.meaning), figure=line.cap) for line in lines]
        self._reason.set_words(self.words, [_(each) for each in _REASONS], further=further)

    def refuse(self, sentence: str) -> None:
        """Say why the drawer stays closed."""
        self._reason.refuse(sentence)

    @override
    def begin(self) -> None:
        self._reason.setFocus()

    @override
    def lay_out(self, width: float, height: float) -> None:
        self.place(self._reason, (0, 68, width, height - 76))

    def _wish_move(self, number: int) -> None:
        self.moves.emit(_MOVES[number])

    @override
    def enter(self) -> None:
        self._reason.enter()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._reason.take_key(event):
            super().keyPressEvent(event)
