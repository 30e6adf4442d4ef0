"""Erasing what names a member, over the members' page: first what it does.

The button that opens it is here too; a page says of whom.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.actions.members.erase_member import erase_member
from pos_app.domain.standing import Standing
from ui.office.page.office_page import OfficePage
from ui.office.page.over_page import OverPage
from ui.office.page.panel_button import PanelButton
from ui.office.page.sheet_view import SheetNote, SheetView
from ui.theme_tokens import TYPE
from ui.widgets.buttons import Button, ButtonKind
from ui.wording import N_, LiveWording

KEY = "F4"


class ErasePanel(OverPage):
    """F10 erases; Esc does not, Enter does nothing."""

    def __init__(self, page: OfficePage, erased: Callable[[], object]) -> None:
        super().__init__(page)
        self._standing: Standing | None = None
        self._erased = erased
        self.sheet = SheetView(parent=self)
        self.main = Button("", kind=ButtonKind.DANGER, key="F10", size=18, parent=self)
        self.main.clicked.connect(self._erase)
        self.put_words()

    def ask(self, standing: Standing) -> None:
        """Show what erasing would do to this member's data."""
        self._standing = standing
        self.put_words()
        self.come(self.sheet)

    def put_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self.words.text
        name = ""
        if self._standing is not None:
            name = self._standing.name or str(self._standing.member)
        title = _("Erase the data of {name}", name=name)
        self.head(title)
        told = [SheetNote(each, "ink") for each in _sentences(self.words)]
        self.sheet.show_parts(told, name=title)
        self.main.setText(_("Erase"))

    def lay_out(self, width: float, height: float) -> None:
        """What it does above, the button below."""
        x, y, _width, _height = self.inside
        self.place(self.sheet, (x, y, width, height - 72))
        self.place(self.main, (x + width - 208, y + height - 56, 208, 48))

    def _erase(self) -> None:
        if self._standing is not None:
            desk = self.page.desk
            work = partial(erase_member, desk.shop, desk.seat, member=self._standing.member)
            self.page.run(work, self._done)

    def _done(self, _nothing: object) -> None:
        _ = self.words.text
        self._standing = None
        self.go_back()
        self._erased()
        self.page.done.emit(_("The data are erased; the books keep the number."))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F10:
            self._erase()
        else:
            super().keyPressEvent(event)


class EraseButton(PanelButton):
    """Opens the panel for the member that the page shows, if it shows one."""

    def __init__(
        self,
        page: OfficePage,
        shown: Callable[[], Standing | None],
        *,
        erased: Callable[[], object],
        parent: QWidget,
    ) -> None:
        super().__init__(
            page,
            N_("Erase"),
            key=KEY,
            opens=self.open_panel,
            kind=ButtonKind.DANGER,
            size=TYPE.row,
            parent=parent,
        )
        self.panel = ErasePanel(page, erased)
        self._shown = shown

    def open_panel(self) -> None:
        """Ask about the member of the page."""
        standing = self._shown()
        if standing is not None:
            self.panel.ask(standing)


def _sentences(words: LiveWording) -> list[str]:
    """What erasing a member's data will do, before it is done."""
    _ = words.text
    return [
        _("Name, phone and household are erased for good; the cards name nobody any more."),
        _("Points in force, energy, entries in draws and open referral cycles end."),
        _(
            "The books keep the member's number and purchases. The journal has only hashes of "
            "what is erased, and nothing to compare them with."
        ),
        _(
            "Backups made before still hold it, and so do papers that were printed; "
            "delete those yourself. What the search kept of it is written over in time."
        ),
        _("While the shop owes the member anything, it refuses."),
    ]
