"""A recovery code on the screen, and its paper: only where somebody says."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from pos_app.actions.safekeeping.recovery_paper import (
    lying_papers,
    print_recovery_paper,
    prints_on_paper,
    remove_papers,
    save_recovery_paper,
)
from pos_app.errors import ShopError
from pos_app.sentences.told import tell
from pos_app.shop import Shop
from ui.background import Background
from ui.office.page.form_panel import FormPanel
from ui.office.page.shown_path import shown_path
from ui.office.settings.shown_code import ShownCode
from ui.theme_tokens import TYPE
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.text_label import TextLabel
from ui.wording import LiveWording

_FILE_NAME = "recovery-code.pdf"


class CodeForm(FormPanel):
    """The code, what it is for, and S, P and Del for its paper."""

    save_wished = Signal()
    print_wished = Signal()
    removal_wished = Signal()
    """What was written is to be deleted."""

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self.code = ShownCode()
        self.told, self.file = TextLabel(wraps=True), TextLabel(colour="ink2", wraps=True)
        self.save = Button("", size=TYPE.body, key="S", parent=self)
        self.print = Button("", size=TYPE.body, key="P", icon="printer", parent=self)
        self.remove = Button("", kind=ButtonKind.DANGER, size=TYPE.body, key="Del", parent=self)
        self.save.clicked.connect(self.save_wished)
        self.print.clicked.connect(self.print_wished)
        self.remove.clicked.connect(self.removal_wished)

    def put_code_words(self) -> None:
        """Show what the code is for, and what its keys do."""
        _ = self.words.text
        self.told.set_text(
            _(
                "Write it down: with this code and a backup the shop is made anew on another "
                "machine. Whoever has both has the shop. Keep it away from the till; it is shown "
                "once and lies nowhere here."
            )
        )
        self.save.setText(_("Save as PDF"))
        self.print.setText(_("Print"))
        self.remove.setText(_("Delete the PDF"))

    def show_paper(self, told: str, *, lies: bool = False) -> None:
        """Say where the paper is; a file that lies somewhere can be deleted."""
        self.forget_refusal()
        self.file.set_text(told)
        self.remove.setVisible(lies)
        self.arrange()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        buttons = {
            Qt.Key.Key_S: self.save,
            Qt.Key.Key_P: self.print,
            Qt.Key.Key_Delete: self.remove,
        }
        button = buttons.get(Qt.Key(event.key()))
        if button is not None and button.isVisible() and button.isEnabled():
            button.click()
        else:
            super().keyPressEvent(event)


class CodePapers(QObject):
    """Does what the keys of a `CodeForm` wish, on the worker; remembers what it wrote."""

    def __init__(self, form: CodeForm, background: Background) -> None:
        super().__init__(form)
        self._form, self._background = form, background
        self._shop: Shop | None = None
        self._code = ""
        self._told = ""
        self._written: tuple[Path, ...] = ()
        form.save_wished.connect(self._ask_place)
        form.print_wished.connect(self._print)
        form.removal_wished.connect(self._remove)

    def take(self, shop: Shop, code: str) -> None:
        """A code was made: show it, and whether a paper of an older one lies here."""
        self._shop, self._code, self._written = shop, code, ()
        self._form.code.show_code(code)
        self._form.print.setVisible(prints_on_paper(shop))
        self._tell("")

    def save_to(self, path: Path) -> None:
        """Write the paper to the place that was chosen."""
        if self._shop is not None:
            work = partial(save_recovery_paper, self._shop, self._code, path)
            self._background.run(work, self._saved, otherwise=self._refuse)

    def _ask_place(self) -> None:
        _ = self._form.words.text
        start = str(Path.home() / _FILE_NAME)
        chosen, _kind = QFileDialog.getSaveFileName(
            self._form, _("Save as PDF"), start, "PDF (*.pdf)"
        )
        if chosen:
            self.save_to(Path(chosen))

    def _saved(self, path: Path) -> None:
        _ = self._form.words.text
        self._written = (*self._written, path)
        self._tell(
            _(
                "The code lies in {file}. Carry it away from this machine, or print it and "
                "delete it.",
                file=shown_path(path),
            )
        )

    def _print(self) -> None:
        if self._shop is not None:
            work = partial(print_recovery_paper, self._shop, self._code)
            self._background.run(work, self._printed, otherwise=self._refuse)

    def _printed(self, _nothing: object) -> None:
        _ = self._form.words.text
        self._tell(_("The code was printed."))

    def _remove(self) -> None:
        if self._shop is not None:
            work = partial(remove_papers, self._shop, self._written)
            self._background.run(work, self._removed, otherwise=self._refuse)

    def _removed(self, _nothing: object) -> None:
        _ = self._form.words.text
        self._written = ()
        self._tell(_("No paper with the code lies here any more."))

    def _tell(self, told: str) -> None:
        """Say what was done, and look for older papers that lie in the shop."""
        self._told = told
        self._form.show_paper(told, lies=bool(self._written))
        if self._shop is not None:
            work = partial(lying_papers, self._shop)
            self._background.run(work, self._found, otherwise=self._refuse)

    def _found(self, lying: tuple[Path, ...]) -> None:
        _ = self._form.words.text
        told = self._told
        if lying and not told:
            told = _("A paper with a code lies in {file}. Delete it.", file=shown_path(lying[0]))
        self._form.show_paper(told, lies=bool(lying or self._written))

    def _refuse(self, error: ShopError) -> None:
        self._form.refuse(tell(error, self._form.words.wording).whole)
