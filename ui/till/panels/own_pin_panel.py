"""Another PIN for whoever sits here: the old one, the new one, and that once more."""

from PySide6.QtCore import Signal
from typing_extensions import override

from pos_app.domain.staff import CASHIER
from ui.theme_tokens import TYPE
from ui.till.panels.pin_entry import PinEntry
from ui.till.panels.till_panel import Place, TillPanel
from ui.widgets.text_label import TextLabel
from ui.wording import LiveWording

_STEPS = 3


class OwnPinPanel(TillPanel):
    """Three entries in one place; Esc goes back one of them."""

    PLACE = Place.RIGHT

    entered = Signal(str, str)
    """The old PIN and the new one, typed twice alike."""

    def __init__(self, words: LiveWording, *, name: str, role: str) -> None:
        super().__init__(words)
        self._name, self._role = name, role
        self._typed: list[str] = []
        self._who = TextLabel(size=TYPE.figure_s, wraps=True, parent=self)
        self._rule = TextLabel(size=TYPE.body, colour="ink2", wraps=True, parent=self)
        self._pin = PinEntry(parent=self)
        self._pin.entered.connect(self._take)
        self.put_words()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Change your own PIN")

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        step = len(self._typed)
        asked = (_("The PIN of now"), _("The new PIN"), _("The new PIN once more"))[step]
        cashier = _("A cashier's PIN has 6 digits.")
        other = _("A manager's or owner's PIN has 8 signs or more.")
        self._who.set_text(f"{self._name}: {asked}")
        self._rule.set_text(cashier if self._role == CASHIER else other)
        self._pin.put_words(
            self.words,
            name=asked,
            enter=_("Change") if step == _STEPS - 1 else _("Next"),
            sentence=_("Type the PIN, then Enter"),
        )

    def refuse(self, sentence: str) -> None:
        """Say why the PIN is as it was, and ask from the beginning."""
        self._ask_from(0)
        self._pin.refuse(sentence)

    @override
    def begin(self) -> None:
        self._pin.setFocus()

    @override
    def step_back(self) -> bool:
        if not self._typed:
            return False
        self._ask_from(len(self._typed) - 1)
        return True

    def _ask_from(self, step: int) -> None:
        del self._typed[step:]
        self._pin.clear()
        self.put_words()

    def _take(self, pin: str) -> None:
        if len(self._typed) < _STEPS - 1:
            self._typed.append(pin)
            self._ask_from(len(self._typed))
        elif pin != self._typed[1]:
            _ = self.words.text
            self._ask_from(1)
            self._pin.refuse(_("The two are not the same. Type the new PIN again."))
        else:
            self.entered.emit(self._typed[0], pin)

    @override
    def lay_out(self, width: float, height: float) -> None:
        self.place(self._who, (20, 68, width - 40, 34))
        self.place(self._rule, (20, 104, width - 40, 48))
        self.place(self._pin, (20, 164, width - 40, height - 184))
