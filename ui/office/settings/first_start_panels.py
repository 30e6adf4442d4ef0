"""The three panels of a first start: the shop, its owner, the recovery code."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.office.page.form_panel import FormPanel
from ui.office.page.form_parts import PART, FormChoice, FormField, Tick
from ui.office.settings.code_form import CodeForm
from ui.widgets.text_label import TextLabel
from ui.wording import Language, LiveWording

_LANGUAGES = (Language.ZH_CN, Language.EN)


_GAP = 10


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


class CodePanel(CodeForm):
    """The recovery code: shown once, kept by the owner; then the till opens."""

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self.kept = Tick()
        self.add_row(104, self.code)
        self.add_row(104, self.told)
        self.add_row(48, self.save, self.remove, self.print)
        self.add_row(_GAP)
        self.add_row(72, self.file)
        self.add_row(48, self.kept)
        self.kept.toggled.connect(self.main.setEnabled)
        self.main.setEnabled(False)

    def show_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self.words.text
        self.put_words(_("The recovery code, 3 of 3"), main=_("Begin"))
        # There is no way back: the shop is made.
        self.set_head(_("The recovery code, 3 of 3"))
        self.put_code_words()
        self.kept.setText(_("I have kept the code in a safe place"))

    @override
    def begin(self) -> None:
        self.kept.setFocus()
