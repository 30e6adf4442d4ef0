"""A store leaves the alliance, over the list of stores: first what stays of it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from pos_app.actions.stores.leave_alliance import leave_alliance
from pos_app.actions.stores.look_at_store import StoreOutlook, look_at_store
from pos_app.actions.stores.store_words import leaving_sentences, outlook_lines
from ui.office.page.office_page import OfficePage
from ui.office.page.over_page import OverPage
from ui.office.page.sheet_view import SheetLine, SheetNote, SheetPart, SheetRule, SheetView
from ui.widgets.buttons import Button, ButtonKind


class LeavingPanel(OverPage):
    """F10 lets the store leave; Esc goes back to the list, Enter does nothing."""

    def __init__(self, page: OfficePage, back: Callable[[], object]) -> None:
        super().__init__(page)
        self._back = back
        self._outlook: StoreOutlook | None = None
        self.sheet = SheetView(parent=self)
        self.main = Button("", kind=ButtonKind.DANGER, key="F10", size=18, parent=self)
        self.main.clicked.connect(self._leave)
        self.put_words()

    def ask(self, code: str) -> None:
        """Show what a store has open, and what its leaving does."""
        self.read(partial(look_at_store, self.page.desk.shop, code), self._show)

    def put_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self.words.text
        self.main.setText(_("Let it leave"))
        outlook = self._outlook
        if outlook is None:
            return
        has_left, wording = outlook.store.left_at is not None, self.words.wording
        title = _("The store {name} leaves the alliance", name=outlook.store.name)
        if has_left:
            title = _("The store {name} has left the alliance.", name=outlook.store.name)
        self.head(title.rstrip(".。"))
        parts: list[SheetPart] = [SheetLine(*each) for each in outlook_lines(outlook, wording)]
        if not has_left:
            notes = (SheetNote(each, "ink") for each in leaving_sentences(wording))
            parts += [SheetRule(), *notes]
        self.main.setEnabled(not has_left)
        self.sheet.show_parts(parts, name=title)

    def lay_out(self, width: float, height: float) -> None:
        """What stays above, the button below."""
        x, y, _width, _height = self.inside
        self.place(self.sheet, (x, y, width, height - 72))
        self.place(self.main, (x + width - 208, y + height - 56, 208, 48))

    @override
    def go_back(self) -> None:
        self.hide()
        self._back()

    def _show(self, outlook: StoreOutlook) -> None:
        self._outlook = outlook
        self.put_words()
        self.come(self.sheet)

    def _leave(self) -> None:
        if self._outlook is not None and self.main.isEnabled():
            desk, code = self.page.desk, self._outlook.store.code
            self.page.run(partial(leave_alliance, desk.shop, desk.seat, code=code), self._left)

    def _left(self, _nothing: object) -> None:
        _ = self.words.text
        outlook, self._outlook = self._outlook, None
        self.go_back()
        if outlook is not None:
            told = _("The store {name} has left the alliance.", name=outlook.store.name)
            self.page.done.emit(told)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F10:
            self._leave()
        else:
            super().keyPressEvent(event)
