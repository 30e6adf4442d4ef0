"""The settings as two forms: what stands on paper, and how the counter works."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from pos_app.domain.figures import money_typed, rate_text
from pos_app.domain.money import Fen
from pos_app.domain.settings import ShopSettings
from pos_app.domain.typed_figures import read_fen, read_rate
from ui.office.page.form_panel import FormPanel
from ui.office.page.form_parts import PART, FormChoice, FormField
from ui.wording import Language, LiveWording

_LANGUAGES = ("zh_CN", "en")
_FOLDER_WORDS = ("folder", "文件夹")
"""A shop without a printer prints into its folder; typed in either language."""
_ROLLS = (80, 58)
_TEXT_SIZES = (100, 115, 130, 150, 200)


class SettingsForm(FormPanel):
    """One main action saves everything; language and light show at once."""

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self._settings = ShopSettings()
        self.name, self.address = FormField(), FormField()
        self.contact, self.tax_number = FormField(), FormField()
        self.organiser = FormField()
        self.language, self.light, self.keys = FormChoice(2), FormChoice(2), FormChoice(2)
        self.text_size = FormChoice(len(_TEXT_SIZES))
        self.printer, self.paper = FormField(takes_chinese=False), FormChoice(2)
        self.cash, self.returned = FormField(right=True), FormField(right=True)
        self.discount, self.rounding = FormField(right=True), FormField(right=True)
        self.moved = FormField(right=True)
        self.lock = FormField(right=True)
        self.add_row(PART, self.name, self.address)
        self.add_row(PART, self.contact, self.organiser, self.tax_number)
        self.add_row(PART, self.language, self.light, self.keys)
        self.add_row(PART, self.text_size)
        self.add_row(PART, self.printer, self.paper)
        self.add_row(PART, self.cash, self.returned, self.lock)
        self.add_row(PART, self.discount, self.rounding, self.moved)
        self.show_words()

    def show_settings(self, settings: ShopSettings) -> None:
        """Show the settings as they are kept."""
        self._settings = settings
        self.name.set_text(settings.name)
        self.address.set_text(settings.address)
        self.contact.set_text(settings.contact)
        self.tax_number.set_text(settings.tax_number)
        self.organiser.set_text(settings.organiser)
        self.language.choose(_LANGUAGES.index(settings.language))
        self.light.choose(int(settings.dark))
        self.keys.choose(int(not settings.shows_keys))
        sizes = [abs(each - settings.text_percent) for each in _TEXT_SIZES]
        self.text_size.choose(sizes.index(min(sizes)))
        is_folder = settings.printer == _FOLDER_WORDS[0]
        self.printer.set_text(self._folder_word if is_folder else settings.printer)
        self.paper.choose(_ROLLS.index(settings.paper_mm))
        self.cash.set_text(money_typed(settings.cash_limit))
        self.returned.set_text(money_typed(settings.return_limit))
        self.moved.set_text(money_typed(settings.cash_move_limit))
        self.discount.set_text(rate_text(settings.discount_limit_bp))  # type: ignore[arg-type]
        self.rounding.set_text(money_typed(settings.rounding_limit))
        self.lock.set_text(str(settings.lock_after_seconds))
        self.forget_refusal()

    def settings(self) -> ShopSettings | None:
        """What is to be saved; None while a figure is none, and the field says so."""
        self.forget_refusal()
        sums: dict[FormField, int | None] = {
            self.cash: read_fen(self.cash.text()),
            self.returned: read_fen(self.returned.text()),
            self.rounding: read_fen(self.rounding.text()),
            self.moved: read_fen(self.moved.text()),
            self.discount: read_rate(self.discount.text()),
            self.lock: int(self.lock.text()) if self.lock.text().isdecimal() else None,
        }
        for field, value in sums.items():
            if value is None:
                _ = self.words.text
                self.refuse(_("This is no figure: {typed}", typed=field.text()), field=field)
                return None
        printer = self.printer.text()
        return replace(
            self._settings,
            name=self.name.text(),
            address=self.address.text(),
            contact=self.contact.text(),
            tax_number=self.tax_number.text(),
            organiser=self.organiser.text(),
            language=_LANGUAGES[self.language.choice],
            dark=bool(self.light.choice),
            shows_keys=not self.keys.choice,
            text_percent=_TEXT_SIZES[self.text_size.choice],
            printer=_FOLDER_WORDS[0] if printer in _FOLDER_WORDS else printer,
            paper_mm=_ROLLS[self.paper.choice],
            cash_limit=Fen(sums[self.cash] or 0),
            return_limit=Fen(sums[self.returned] or 0),
            cash_move_limit=Fen(sums[self.moved] or 0),
            rounding_limit=Fen(sums[self.rounding] or 0),
            discount_limit_bp=sums[self.discount] or 0,
            lock_after_seconds=sums[self.lock] or 0,
        )

    @property
    def _folder_word(self) -> str:
        return _FOLDER_WORDS[int(self.words.language is Language.ZH_CN)]

    def show_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self.words.text
        self.put_words(_("Shop and counter"), main=_("Save"))
        self.name.set_name(_("Name of the shop, for the receipt"))
        self.address.set_name(_("Address"))
        self.contact.set_name(_("Phone, for the receipt"))
        self.tax_number.set_name(_("Tax number"))
        self.organiser.set_name(_("Organiser, if not the shop"))
        self.language.set_name("语言 / Language", ("中文", "English"))
        self.light.set_name(_("Screen"), (_("light"), _("dark")))
        self.keys.set_name(_("Keys on buttons"), (_("shown"), _("hidden")))
        self.text_size.set_name(_("Size of text"), [f"{each}%" for each in _TEXT_SIZES])
        self.printer.set_name(
            _("Receipt printer"), hint=f"{self._folder_word} · spool:<…> · network:<host>:<port>"
        )
        if self.printer.text() in _FOLDER_WORDS:
            self.printer.set_text(self._folder_word)
        self.paper.set_name(_("Paper"), ("80 mm", "58 mm"))
        self.cash.set_name(_("Ask about cash above"))
        self.returned.set_name(_("Cashier's returns up to"))
        self.lock.set_name(_("Lock after seconds"))
        self.discount.set_name(_("Cashier's discount up to"))
        self.rounding.set_name(_("Most to round off"))
        self.moved.set_name(_("Cashier's cash in or out up to"))
