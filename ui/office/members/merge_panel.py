"""Merging a duplicate into the member of the page: find it, compare, a PIN.

The button that opens it is here too; a page says of whom.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.actions.members.merge_members import MergePreview, merge_members, preview_merge
from pos_app.actions.members.read_member_code import read_member_code
from pos_app.actions.staff.approve import approve
from pos_app.domain.found import MemberFound
from pos_app.domain.seat import Seat
from pos_app.domain.staff import MERGE
from pos_app.domain.standing import Standing
from pos_app.shop import Shop
from ui.office.members.member_list import find_page, member_columns, member_row
from ui.office.members.shown_merge import merge_columns, merge_notes, merge_rows
from ui.office.page.form_parts import PART, FormField
from ui.office.page.office_page import OfficePage, name_table
from ui.office.page.over_page import OverPage
from ui.office.page.page_places import place_as_is, whole_rows
from ui.office.page.paged_list import PagedList
from ui.office.page.panel_button import PanelButton
from ui.office.page.sheet_view import SheetView
from ui.office.widgets.office_table import OfficeTable
from ui.widgets.buttons import Button, ButtonKind
from ui.wording import N_

KEY = "F3"
_PIN = 320
_NOTES = 108
"""The least for the notes: with larger text the comparison scrolls instead."""


def merge_confirmed(shop: Shop, seat: Seat, *, member: int, into: int, pin: str) -> None:
    """Merge, confirmed by a supervisor's PIN; for the worker."""
    approval = approve(shop, pin, right=MERGE, asked=member)
    merge_members(shop, replace(seat, approvals=(approval,)), member=member, into=into)


class MergePanel(OverPage):
    """Enter chooses the duplicate; then F10 with a PIN merges. Esc goes a step back."""

    def __init__(self, page: OfficePage, merged: Callable[[int], object]) -> None:
        super().__init__(page)
        self._stays: Standing | None = None
        self._preview: MergePreview | None = None
        self._merged = merged
        self.search = FormField(parent=self)
        self.search.edited.connect(self._search)
        self.search.entered.connect(self._enter_list)
        self.list = PagedList(page)
        self.list.came.connect(self._show_found)
        self.list.went_on.connect(self._show_found)
        self.table = OfficeTable("", parent=self)
        self.table.row_opened.connect(self._take_row)
        self.table.end_near.connect(self.list.read_on)
        self.both = OfficeTable("", parent=self)
        self.notes = SheetView(parent=self)
        self.pin = FormField(secret=True, takes_chinese=False, parent=self)
        self.pin.entered.connect(self._merge)
        self.main = Button("", kind=ButtonKind.DANGER, key="F10", size=18, parent=self)
        self.main.clicked.connect(self._merge)
        self._to_step()

    @property
    def found(self) -> tuple[MemberFound, ...]:
        """Who may be the duplicate: everybody but the one who stays."""
        stays = self._stays.member if self._stays else 0
        return tuple(each for each in self.list.found if each.number != stays)

    def ask(self, standing: Standing) -> None:
        """Ask for the duplicate of this member; the newest members are offered."""
        self._stays = standing
        self.search.set_text("")
        self._to_step()
        self.put_words()
        self._search()
        self.come(self.search.field.edit)

    def take_scan(self, text: str) -> None:
        """A scanned card names the duplicate."""
        if self._preview is None:
            self.read(partial(read_member_code, self.page.desk.shop, text), self._compare)

    def put_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self.words.text
        name = ""
        if self._stays is not None:
            name = self._stays.name or str(self._stays.member)
        self.head(_("A duplicate of {name}", name=name))
        self.search.set_name(
            _("Who is the same person"), hint=_("Phone, last four digits, name, or scan a card")
        )
        name_table(self.table, _("Members"))
        name_table(self.both, _("Side by side"))
        self.pin.set_name(_("PIN of a manager or owner"))
        self.main.setText(_("Merge"))
        self._show_found()
        self._show_both()

    def step_back(self) -> bool:
        """From the comparison back to the list."""
        if self._preview is None:
            return False
        self._to_step()
        self.search.field.edit.setFocus()
        return True

    def lay_out(self, width: float, height: float) -> None:
        """The field over the list; or the comparison, what it means, and the PIN."""
        x, y, _width, _height = self.inside
        place_as_is(self, self.search, (x, y, min(width, 560), PART))
        place_as_is(self, self.table, (x, y + PART + 8, width, whole_rows(height - PART - 8)))
        tall = min(self.both.wanted_height(), whole_rows(height - PART - _NOTES - 24))
        place_as_is(self, self.both, (x, y, width, tall))
        left = height - tall - PART - 24
        place_as_is(self, self.notes, (x, y + tall + 16, width, left))
        place_as_is(self, self.pin, (x, y + height - PART, _PIN, PART))
        place_as_is(self, self.main, (x + width - 208, y + height - 54, 208, 48))

    def _to_step(self, preview: MergePreview | None = None) -> None:
        """Show the list, or two members side by side."""
        self._preview = preview
        self.pin.set_text("")
        first: tuple[QWidget, ...] = (self.search, self.table)
        second: tuple[QWidget, ...] = (self.both, self.notes, self.pin, self.main)
        for part in (*first, *second):
            part.setVisible((part in first) == (preview is None))

    # ---------------------------------------------------------------- the list

    def _search(self) -> None:
        self.page.quiet.emit()
        self.list.ask(partial(find_page, self.page.desk.shop, self.search.text()), anew=True)

    def _show_found(self, _found: object = None) -> None:
        _ = self.words.text
        rows = [member_row(each) for each in self.found]
        self.table.show_table(member_columns(self.words), rows, empty=_("Nobody found."))

    def _enter_list(self) -> None:
        if self.found:
            self.table.view.setFocus()
            self.table.choose(0)

    def _take_row(self, row: int) -> None:
        if 0 <= row < len(self.found):
            self._compare(self.found[row].number)

    # ---------------------------------------------------------------- side by side

    def _compare(self, member: int) -> None:
        if self._stays is not None:
            shop, into = self.page.desk.shop, self._stays.member
            self.read(partial(preview_merge, shop, member=member, into=into), self._show_preview)

    def _show_preview(self, preview: MergePreview) -> None:
        self._to_step(preview)
        self._show_both()
        self.arrange()
        self.pin.field.edit.setFocus()

    def _show_both(self) -> None:
        shown = self._preview
        if shown is not None:
            rows = merge_rows(shown, self.words)
            self.both.show_table(merge_columns(shown, self.words), rows)
            self.notes.show_parts(merge_notes(shown, self.words), name=self.main.text())

    def _merge(self) -> None:
        shown, desk = self._preview, self.page.desk
        if shown is None:
            return
        pair = {"member": shown.duplicate.member, "into": shown.stays.member}
        work = partial(merge_confirmed, desk.shop, desk.seat, **pair, pin=self.pin.text())
        self.page.run(work, self._done)

    def _done(self, _nothing: object) -> None:
        _ = self.words.text
        shown = self._preview
        self._to_step()
        self.go_back()
        if shown is not None:
            self._merged(shown.stays.member)
            self.page.done.emit(
                _(
                    "Member {member} is member {into} now.",
                    member=shown.duplicate.member,
                    into=shown.stays.member,
                )
            )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F10:
            self._merge()
        elif event.key() == Qt.Key.Key_Down and self._preview is None:
            self._enter_list()
        else:
            super().keyPressEvent(event)


class MergeButton(PanelButton):
    """Opens the panel for the member that the page shows, if it shows one."""

    def __init__(
        self,
        page: OfficePage,
        shown: Callable[[], Standing | None],
        *,
        merged: Callable[[int], object],
        parent: QWidget,
    ) -> None:
        super().__init__(page, N_("Merge"), key=KEY, opens=self.open_panel, parent=parent)
        self.panel = MergePanel(page, merged)
        self._shown = shown

    def open_panel(self) -> None:
        """Ask for the duplicate of the member of the page."""
        standing = self._shown()
        if standing is not None:
            self.panel.ask(standing)
