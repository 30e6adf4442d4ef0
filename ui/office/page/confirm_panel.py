"""What will happen, before something that cannot be undone; no window."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.office.page.form_panel import FormPanel
from ui.office.page.sheet_view import SheetNote, SheetView
from ui.widgets.buttons import ButtonKind
from ui.wording import LiveWording


class ConfirmPanel(FormPanel):
    """Says what will happen; F10 does it, Esc does not, Enter does nothing."""

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self.sheet = SheetView(parent=self)
        self.main.set_kind(ButtonKind.DANGER)

    def ask(self, title: str, told: Sequence[str], *, main: str) -> None:
        """Show what will happen."""
        self.put_words(title, main=main)
        self.sheet.show_parts([SheetNote(each, "ink") for each in told], name=title)

    @override
    def begin(self) -> None:
        self.setFocus()

    @override
    def lay_out(self, width: float, height: float) -> None:
        super().lay_out(width, height)
        self.place(self.sheet, (20, 72, width - 32, height - 200))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return
        super().keyPressEvent(event)
