"""Members: found as one types, registered, their cards, and what is kept of one."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.actions.members.export_member import export_member
from pos_app.actions.members.read_member_code import read_member_code
from pos_app.actions.members.register_member import register_member
from pos_app.domain.found import MemberFound
from pos_app.errors import ShopError
from ui.office.members.member_detail import MemberDetail
from ui.office.members.member_form import (
    MemberForm,
    lost_sentences,
    read_member,
    revoke_all,
    save_card,
)
from ui.office.members.member_list import find_page, member_columns, member_row
from ui.office.members.shown_member import MemberRead
from ui.office.page.confirm_panel import ConfirmPanel
from ui.office.page.form_panel import FormPanel
from ui.office.page.office_desk import OfficeDesk
from ui.office.page.page_places import HEAD, columns
from ui.office.page.paged_list import ReadPage
from ui.office.page.search_page import ListWords, SearchPage
from ui.office.widgets.office_model import OfficeRow
from ui.theme_tokens import TYPE
from ui.widgets.buttons import Button

_CODE_DIGITS = 196


class MembersPage(SearchPage):
    """Search at the left, the member at the right; Insert registers one."""

    HEARS = frozenset({"member", "member_card", "queue_ticket"})

    def __init__(self, desk: OfficeDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent=parent)
        self._read: MemberRead | None = None
        self._wished = 0
        """The member asked for last; the answer about another comes too late."""
        self.add_button = Button("", icon="plus", key="Ins", size=TYPE.body, parent=self)
        self.add_button.clicked.connect(self.add_member)
        self.detail = MemberDetail(self, parent=self)
        for key, button, act in (
            ("F6", self.detail.card, self._save_card),
            ("F7", self.detail.export, self._export),
            ("F8", self.detail.lost, self._ask_lost),
        ):
            button.clicked.connect(act)
            self.bind(key, act)
        self.detail.declared.connect(self._show_member)
        self.detail.erased.connect(self._show_others)
        self.form = MemberForm(self.words, parent=self)
        self.form.wished.connect(self._register)
        self.form.closed.connect(self._close_panels)
        self.confirm = ConfirmPanel(self.words, parent=self)
        self.confirm.wished.connect(self._renew_card)
        self.confirm.closed.connect(self._close_panels)
        self._close_panels()

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Members")

    @override
    def open(self, what: str = "") -> None:
        self.search.set_text(what)
        self.read()
        self._close_panels()

    @override
    def reader(self, text: str) -> ReadPage:
        return partial(find_page, self.desk.shop, text)

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self.add_button.setText(_("Register"))
        self.form.show_words()
        self._show_detail()

    @override
    def step_back(self) -> bool:
        if not self.form.isHidden() or not self.confirm.isHidden():
            self._close_panels()
            return True
        return super().step_back()

    @override
    def take_scan(self, text: str) -> None:
        if self.detail.merge.panel.isVisible():
            self.detail.merge.panel.take_scan(text)
            return
        if len(text) != _CODE_DIGITS:
            self.look_for(text)
            return
        self.look(partial(read_member_code, self.desk.shop, text), self._take_code)

    def _take_code(self, number: int) -> None:
        if self.form.isHidden():
            self._show_member(number)
        else:
            self.form.sponsor.set_text(str(number))

    @override
    def act(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Insert:
            self.add_member()
            return True
        return super().act(event)

    def add_member(self) -> None:
        """Show an empty form."""
        self.quiet.emit()
        self.form.clear()
        self._open(self.form)

    # ---------------------------------------------------------------- showing

    @override
    def forget_wish(self) -> None:
        self._wished = 0

    @override
    def choose(self, found: MemberFound) -> None:
        self._show_member(found.number)

    @override
    def take_found(self, found: tuple[MemberFound, ...]) -> None:
        numbers = [each.number for each in found]
        if self._wished in numbers:
            self._show_member(self._wished)
        elif numbers:
            self._show_member(numbers[0])
        else:
            self._wished, self._read = 0, None
            self._show_detail()

    def _show_member(self, number: int) -> None:
        self._wished = number
        self.look(partial(read_member, self.desk.shop, number), self._take_member)

    def _take_member(self, read: MemberRead) -> None:
        if read.standing.member == self._wished:
            self._read = read
            self._show_detail()

    def _show_others(self) -> None:
        self._wished, self._read = 0, None
        self.ask(anew=True)

    @override
    def list_words(self) -> ListWords:
        _ = self.words.text
        return ListWords(
            asked=_("Phone, last four digits, name, or scan a card"),
            title=_("Members"),
            shown=self.count_words(),
            columns=member_columns(self.words),
            empty=_("Nobody found. Insert registers a member."),
        )

    @override
    def row_of(self, found: MemberFound) -> OfficeRow:
        return member_row(found)

    def _show_detail(self) -> None:
        self.detail.show_member(self._read)

    # ---------------------------------------------------------------- doing

    def _register(self) -> None:
        self.form.forget_refusal()
        if not self.form.is_readable():
            return
        typed = self.form.sponsor.text()
        work = partial(
            register_member,
            self.desk.shop,
            self.desk.seat,
            name=self.form.name.text(),
            phone=self.form.phone.text(),
            sponsor=int(typed) if typed else None,
        )
        self.run(work, self._registered, otherwise=self._refuse)

    def _registered(self, number: int) -> None:
        _ = self.words.text
        self.search.set_text("")
        self._close_panels()
        self._wished = number
        self.ask(anew=True)
        self.done.emit(_("Member {number} is registered and has a card.", number=number))

    def _refuse(self, error: ShopError) -> None:
        self.form.show_refusal(error, self.sentence(error))

    def _save_card(self) -> None:
        if self._read is not None:
            number = self._read.standing.member
            self.run(partial(save_card, self.desk.shop, number), self.tell_saved)

    def _export(self) -> None:
        if self._read is not None:
            number = self._read.standing.member
            self.run(partial(export_member, self.desk.shop, number), self.tell_saved)

    def _ask_lost(self) -> None:
        if self._read is None:
            return
        _ = self.words.text
        told = lost_sentences(len(self._read.valid), self.words)
        name = self._read.standing.name
        self.confirm.ask(_("Card of {name} lost", name=name), told, main=_("New card"))
        self._open(self.confirm)

    def _renew_card(self) -> None:
        if self._read is not None:
            number = self._read.standing.member
            self.run(partial(revoke_all, self.desk.shop, self.desk.seat, number), self._renewed)

    def _renewed(self, number: int) -> None:
        _ = self.words.text
        self._close_panels()
        self._show_member(number)
        self.done.emit(_("The old cards are taken back; a new one is issued."))

    def _open(self, panel: FormPanel) -> None:
        self.detail.hide()
        for each in (self.form, self.confirm):
            each.setVisible(each is panel)
        panel.begin()

    def _close_panels(self) -> None:
        self.form.hide()
        self.confirm.hide()
        self.detail.show()
        self.to_search()

    @override
    def lay_out(self, width: float, height: float) -> None:
        halves = columns(width, 584, 464)
        self.place(self.add_button, (width - 150, 2, 150, 40))
        self.place_search(right=width - 166, most=420)
        tall = height - HEAD
        self.place_list(*halves[0], tall=tall)
        for part in (self.detail, self.form, self.confirm):
            hidden = part.isHidden()
            self.place(part, (halves[1][0], HEAD, halves[1][1], tall))
            part.setVisible(not hidden)
        self.detail.lay_out(halves[1][1], tall)
