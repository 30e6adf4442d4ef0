"""One member whole: what is kept of one, and what can be done with the card."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pos_app.domain.standing import Standing
from ui.office.members.declare_panel import DeclareButton
from ui.office.members.erase_panel import EraseButton
from ui.office.members.merge_panel import MergeButton
from ui.office.members.shown_member import MemberRead, member_parts
from ui.office.page.office_page import OfficePage
from ui.office.page.page_places import in_a_row
from ui.office.page.sheet_view import SheetView
from ui.office.reports.why_button import WhyButton
from ui.theme_tokens import TYPE
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.card import Card

_BUTTONS = 256
"""What stands beside the name: two buttons, up to the edge."""


class MemberDetail(Card):
    """Three buttons are the page's to answer; four open panels of their own."""

    declared = Signal(int)
    """A member has declared something anew, or was merged with another."""
    erased = Signal()
    """What named the member shown is gone."""

    def __init__(self, page: OfficePage, *, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._words = page.words
        self._read: MemberRead | None = None
        self.sheet = SheetView(parent=self)
        self.card = Button("", key="F6", size=TYPE.body, parent=self)
        self.export = Button("", key="F7", size=TYPE.body, parent=self)
        self.lost = Button("", kind=ButtonKind.DANGER, key="F8", parent=self)
        self.erase = EraseButton(page, self._standing, erased=self.erased.emit, parent=self)
        self.merge = MergeButton(page, self._standing, merged=self.declared.emit, parent=self)
        self.why = WhyButton(page, self._of_member, parent=self)
        self.declare = DeclareButton(page, self._standing, saved=self.declared.emit, parent=self)

    @property
    def shown(self) -> int:
        """The number of the member shown; 0 for nobody."""
        return self._read.standing.member if self._read else 0

    def show_member(self, read: MemberRead | None) -> None:
        """Show a member, or that nobody is chosen."""
        _ = self._words.text
        self._read = read
        self.card.setText(_("Card PDF"))
        self.export.setText(_("Export"))
        self.lost.setText(_("Card lost"))
        for button in (
            self.card,
            self.export,
            self.merge,
            self.lost,
            self.erase,
            self.declare,
            self.why,
        ):
            button.setEnabled(read is not None)
        if read is None:
            self.set_title("")
            self.sheet.show_parts((), name=_("Nobody chosen"))
            return
        name = read.standing.name or str(read.standing.member)
        self.set_title(name, beside=_BUTTONS)
        self.sheet.show_parts(member_parts(read, self._words), name=name)

    def lay_out(self, width: float, height: float) -> None:
        """Place the parts; sizes at unit 1."""
        inside = width - 40
        self.place(self.sheet, (20, 48, inside + 8, height - 176))
        # Five in one row would be cut in Chinese.
        upper, lower = (self.card, self.export, self.merge), (self.lost, self.erase)
        for below, buttons in ((112, upper), (60, lower)):
            for button, (left, wide) in zip(buttons, in_a_row(buttons, inside), strict=True):
                self.place(button, (20 + left, height - below, wide, 44))
        self.place(self.why, (inside - 92, 6, 112, 36))
        self.place(self.declare, (20 + inside - _BUTTONS, 6, 136, 36))

    def _standing(self) -> Standing | None:
        return self._read.standing if self._read else None

    def _of_member(self) -> tuple[str, int]:
        return "member", self.shown
