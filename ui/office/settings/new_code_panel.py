"""Another recovery code: what it means first, then the code itself, shown once."""

from PySide6.QtWidgets import QWidget

from ui.office.settings.code_form import CodeForm
from ui.widgets.buttons import ButtonKind
from ui.wording import LiveWording

_GAP = 10


class NewCodePanel(CodeForm):
    """F10 makes the code, and once it is shown closes; Esc goes back at any time."""

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self.add_row(152, self.told)
        self.add_row(104, self.code)
        self.add_row(48, self.save, self.print)
        self.add_row(_GAP)
        self.add_row(48, self.remove)
        self.add_row(_GAP)
        self.add_row(88, self.file)
        self.has_code = False
        self.forget()

    def forget(self) -> None:
        """Ask anew; a code that was shown is shown no more."""
        self.has_code = False
        self.code.show_code("")
        for part in (self.code, self.save, self.print, self.remove):
            part.hide()
        self.file.set_text("")
        self.main.set_kind(ButtonKind.DANGER)
        self.forget_refusal()
        self.show_words()

    def show_code(self) -> None:
        """Show the code that was made, and the keys of its paper."""
        self.has_code = True
        for part in (self.code, self.save):
            part.show()
        self.main.set_kind(ButtonKind.PRIMARY)
        self.show_words()

    def show_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self.words.text
        if self.has_code:
            self.put_words(_("The new recovery code"), main=_("I have kept it"))
            self.put_code_words()
        else:
            self.put_words(_("A new recovery code"), main=_("Make the code"))
            self.told.set_text(
                _(
                    "For a code that is lost, or that somebody has seen. The old one opens no "
                    "backup made from now on; backups made before still need it. A new backup is "
                    "made at once."
                )
            )
