"""A panel for a sum of cash; which sum, its kinds say."""

from PySide6.QtCore import Signal
from typing_extensions import override

from ui.theme_tokens import TYPE
from ui.till.panels.till_panel import TillPanel
from ui.till.widgets.keypad import Keypad, KeypadShape
from ui.till.widgets.money_field import MoneyField
from ui.widgets.text_label import TextLabel
from ui.wording import LiveWording

PAD = 264
"""How wide the keypad is."""


class CashPanel(TillPanel):
    """A sum of cash: words and field at the left, the keypad at the right."""

    entered = Signal(object)
    """Fen; an object, because a sum has more than 32 bits."""

    def __init__(self, words: LiveWording) -> None:
        super().__init__(words)
        self._was_begun = False
        self.what = TextLabel(size=TYPE.row, wraps=True, parent=self)
        self.field = MoneyField("", has_sentence=True, parent=self)
        self.pad = Keypad(KeypadShape.MONEY, parent=self)
        self.pad.typed.connect(self.field.take)
        self.pad.cleared.connect(self.field.clear)
        self.pad.backed.connect(self.field.back)
        self.pad.entered.connect(self.enter)

    def refuse(self, sentence: str) -> None:
        """Say below the field what was wrong with the sum."""
        self.field.refuse(sentence)

    @override
    def begin(self) -> None:
        self.field.edit.setFocus()
        if not self._was_begun:
            # Typing replaces what stands there; after another panel it goes on.
            self._was_begun = True
            self.field.edit.selectAll()

    @override
    def lay_out(self, width: float, height: float) -> None:
        left = width - PAD - 60
        self.place(self.what, (20, 72, left, 72))
        self.place(self.field, (20, 150, left, 116))
        self.place(self.pad, (width - PAD - 20, 72, PAD, height - 92))

    @override
    def enter(self) -> None:
        if self.field.fen is not None:
            self.entered.emit(self.field.fen)
