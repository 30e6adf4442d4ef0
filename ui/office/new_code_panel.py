"""Another recovery code: what it means first, then the code itself, shown once."""

from PySide6.QtWidgets import QWidget

from ui.buttons import ButtonKind
from ui.office.form_panel import FormPanel
from ui.office.shown_code import ShownCode
from ui.text_label import TextLabel
from ui.wording import LiveWording


class NewCodePanel(FormPanel):
    """F10 makes the code, and once it is shown closes; Esc goes back at any time."""

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self.told = TextLabel(wraps=True)
        self.code = ShownCode()
        self.add_row(136, self.told)
        self.add_row(104, self.code)
        self.has_code = False
        self.forget()

    def forget(self) -> None:
        """Ask anew; a code that was shown is shown no more."""
        self.has_code = False
        self.code.show_code("")
        self.code.hide()
        self.main.set_kind(ButtonKind.DANGER)
        self.forget_refusal()
        self.show_words()

    def show_code(self, code: str) -> None:
        """Show the code that was made."""
        self.has_code = True
        self.code.show_code(code)
        self.code.show()
        self.main.set_kind(ButtonKind.PRIMARY)
        self.show_words()

    def show_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self.words.text
        if self.has_code:
            self.put_words(_("The new recovery code"), main=_("I have kept it"))
            self.told.set_text(
                _(
                    "With this code and a backup the shop is made anew on another machine. Whoever "
                    "has both has the shop. Keep it away from the till; it is shown once."
                )
            )
        else:
            self.put_words(_("A new recovery code"), main=_("Make the code"))
            self.told.set_text(
                _(
                    "For a code that is lost, or that somebody has seen. The old one opens no "
                    "backup made from now on; backups made before still need it. A new backup is "
                    "made at once."
                )
            )
