"""Why the drawer is opened without a sale; the journal keeps it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.field import Field
from ui.till.choice_list import Choice, ChoiceList
from ui.till.till_panel import TillPanel, is_enter
from ui.wording import N_, LiveWording

_REASONS = (
    N_("Give change for a note"),
    N_("Put change in"),
    N_("Check the drawer"),
    N_("Wrong change was given"),
)


class DrawerPanel(TillPanel):
    """Four usual reasons, or a typed one; Enter opens the drawer."""

    entered = Signal(str)

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._field = Field("", has_sentence=True, parent=self)
        self._list = ChoiceList(parent=self)
        self._list.taken.connect(self._take)
        self._field.edited.connect(self._field_edited)
        self.put_words()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Open the drawer: why?")

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self._field.set_name(_("Another reason"), placeholder=_("Another reason"))
        self._list.set_words(_("Reasons"), empty="")
        self._list.show_rows([Choice(_(reason)) for reason in _REASONS])

    def refuse(self, sentence: str) -> None:
        """Say why the drawer stays closed."""
        self._field.refuse(sentence)

    @override
    def begin(self) -> None:
        self._field.edit.setFocus()

    @override
    def lay_out(self, width: float, height: float) -> None:
        self.place(self._field, (20, 68, width - 40, 96))
        self.place(self._list, (0, 168, width, height - 176))

    def _field_edited(self, _text: str) -> None:
        self._field.accept()

    def _take(self, index: int) -> None:
        _ = self.words.text
        self.entered.emit(_(_REASONS[index]))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            if self._field.text().strip():
                self.entered.emit(self._field.text())
            else:
                self._list.take_chosen()
        elif not self._list.take_key(event):
            super().keyPressEvent(event)
