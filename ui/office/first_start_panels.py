"""The three panels of a first start: the shop, its owner, the recovery code."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.office.form_panel import FormPanel
from ui.office.form_parts import PART, FormChoice, FormField, Tick
from ui.office.shown_code import ShownCode
from ui.text_label import TextLabel
from ui.wording import Language, LiveWording

_LANGUAGES = (Language.ZH_CN, Language.EN)


class ShopPanel(FormPanel):
    """What stands on the receipt, and the language."""

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self.language = FormChoice(2)
        self.name, self.address, self.contact = FormField(), FormField(), FormField()
        self.add_row(PART + 8, self.language)
        self.add_row(PART + 8, self.name)
        self.add_row(PART + 8, self.address)
        self.add_row(PART + 8, self.contact)
        self.language.chosen.connect(self._speak)
        self.language.choose(_LANGUAGES.index(words.language))

    def show_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self.words.text
        self.put_words(_("A new shop, 1 of 3"), main=_("Go on"))
        self.language.set_name("语言 / Language", ("中文", "English"))
        self.name.set_name(_("Name of the shop, for the receipt"))
        self.address.set_name(_("Address"))
        self.contact.set_name(_("Phone, for the receipt"))

    def _speak(self, number: int) -> None:
        self.words.speak(_LANGUAGES[number])


class OwnerPanel(FormPanel):
    """Who owns the shop, and a PIN typed twice."""

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self.name = FormField()
        self.pin = FormField(secret=True, takes_chinese=False)
        self.again = FormField(secret=True, takes_chinese=False)
        self.told = TextLabel(colour="ink2", wraps=True)
        self.add_row(PART + 8, self.name)
        self.add_row(PART + 8, self.pin)
        self.add_row(PART + 8, self.again)
        self.add_row(72, self.told)

    def show_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self.words.text
        self.put_words(_("The owner, 2 of 3"), main=_("Make the shop"))
        self.name.set_name(_("Owner's name"))
        self.pin.set_name(_("PIN, 8 signs or more"))
        self.again.set_name(_("The same PIN again"))
        self.told.set_text(
            _("The owner may do everything. Letters, digits and signs all count; no 12345678.")
        )


class CodePanel(FormPanel):
    """The recovery code: shown once, saved as PDF, printed; then the till opens."""

    print_wished = Signal()
    removal_wished = Signal()
    """The PDF with the code is to be deleted."""

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self.code = ShownCode()
        self.told, self.file = TextLabel(wraps=True), TextLabel(colour="ink2", wraps=True)
        self.kept = Tick()
        self.add_row(104, self.code)
        self.add_row(104, self.told)
        self.add_row(72, self.file)
        self.add_row(48, self.kept)
        self.kept.toggled.connect(self.main.setEnabled)
        self.main.setEnabled(False)
        self.printed = self.add_action(self.print_wished.emit, wide=140)
        self.remove = self.add_action(self.removal_wished.emit, danger=True, wide=190)
        self.remove.set_key("Del")
        self.remove.hide()

    def show_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self.words.text
        self.put_words(_("The recovery code, 3 of 3"), main=_("Begin"))
        # There is no way back: the shop is made.
        self.set_head(_("The recovery code, 3 of 3"))
        self.told.set_text(
            _(
                "With this code and a backup the shop is made anew on another machine. Whoever "
                "has both has the shop. Keep it away from the till; it is shown once."
            )
        )
        self.kept.setText(_("I have kept the code in a safe place"))
        self.printed.setText(_("Print"))
        self.remove.setText(_("Delete the PDF"))

    def show_paper(self, told: str, *, lies: bool = False) -> None:
        """Say where the paper is; what lies in the shop can be deleted."""
        self.file.set_text(told)
        self.remove.setVisible(lies)
        self.arrange()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.remove.isVisible():
            self.removal_wished.emit()
        else:
            super().keyPressEvent(event)

    @override
    def begin(self) -> None:
        self.kept.setFocus()
