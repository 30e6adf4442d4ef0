"""Who works here: add, change, switch off, a new PIN, another try."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.actions.staff.save_staff import StaffAsk, save_staff
from pos_app.actions.staff.staff_list import staff_list
from pos_app.actions.staff.unlock_staff import unlock_staff
from pos_app.domain.pin import PinTooSimple, PinWrongShape
from pos_app.domain.refusals.catalogue import NameUnusable
from pos_app.domain.refusals.staff import PinMissing
from pos_app.domain.seat import Seat
from pos_app.domain.staff import CASHIER, ROLES, Staff
from pos_app.errors import ShopError
from pos_app.shop import Shop
from ui.office.page.form_panel import FormPanel
from ui.office.page.form_parts import PART, FormChoice, FormField, Tick
from ui.office.page.office_desk import OfficeDesk
from ui.office.page.office_page import OfficePage, name_table
from ui.office.page.page_places import MARK, columns, whole_rows
from ui.office.settings.own_pin_panel import OwnPinButton
from ui.office.status_marks import ROLE_NAMES
from ui.office.widgets.office_model import Column, OfficeRow
from ui.office.widgets.office_table import OfficeTable
from ui.theme_tokens import TYPE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text_label import TextLabel
from ui.wording import LiveWording


class StaffForm(FormPanel):
    """Name, role, PIN; an empty PIN keeps the one there is."""

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self._person: Staff | None = None
        self.name, self.pin = FormField(), FormField(secret=True, takes_chinese=False)
        self.role = FormChoice(len(ROLES))
        self.active = Tick()
        self.rule = TextLabel(size=TYPE.small, colour="ink2", wraps=True)
        self.add_row(PART, self.name)
        self.add_row(PART, self.role)
        self.add_row(52, self.active)
        self.add_row(PART - 8, self.pin)
        self.add_row(72, self.rule)
        self.unlock = self.add_action(self._nothing, wide=168)
        self.show_words()

    def _nothing(self) -> None:
        """The page listens to the button itself."""

    def show_person(self, person: Staff | None) -> None:
        """Show somebody, or an empty form."""
        self._person = person
        self.name.set_text(person.name if person is not None else "")
        self.role.choose(ROLES.index(person.role if person is not None else CASHIER))
        self.active.setChecked(person.active if person is not None else True)
        self.pin.set_text("")
        self.unlock.setVisible(person is not None)
        self.forget_refusal()
        self.show_words()
        self.arrange()

    def ask(self) -> StaffAsk:
        """What is to be saved."""
        return StaffAsk(
            name=self.name.text(),
            role=ROLES[self.role.choice],
            pin=self.pin.field.text(),
            number=self._person.number if self._person is not None else 0,
            active=self.active.isChecked(),
        )

    def show_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self.words.text
        title = self._person.name if self._person is not None else _("New colleague")
        self.put_words(title, main=_("Save"))
        _c = self.words.text_in
        self.name.set_name(_c("person", "Name"))
        self.role.set_name(_("Role"), [_(ROLE_NAMES[role]) for role in ROLES])
        self.active.setText(_("Works here and may sign in"))
        hint = _("empty keeps the one there is") if self._person is not None else ""
        self.pin.set_name(_("New PIN"), hint=hint)
        self.rule.set_text(
            _("A cashier's PIN has 6 digits; a manager's or owner's has 8 signs or more.")
        )
        self.unlock.setText(_("Let try again"))


class StaffPage(OfficePage):
    """People at the left, one of them at the right; Insert adds one."""

    HEARS = frozenset({"staff"})

    def __init__(self, desk: OfficeDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent=parent)
        self._people: tuple[Staff, ...] = ()
        self._number: int | None = None
        """Of the person shown; 0 for somebody new, None before anybody was."""
        self._card = Card(parent=self)
        self.table = OfficeTable("", parent=self._card)
        self.table.row_chosen.connect(self._choose)
        self.table.row_opened.connect(self._open_form)
        self.add_button = Button("", icon="plus", key="Ins", size=TYPE.body, parent=self)
        self.add_button.clicked.connect(self.add_person)
        self.own_pin = OwnPinButton(self, parent=self)
        self.form = StaffForm(self.words, parent=self)
        self.form.wished.connect(self._save)
        self.form.closed.connect(self._to_list)
        self.form.unlock.clicked.connect(self._unlock)

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Staff")

    @override
    def open(self, what: str = "") -> None:
        self.read()
        self._to_list()

    @override
    def read(self) -> None:
        self.look(partial(staff_list, self.desk.shop, with_former=True), self._take_list)

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self.add_button.setText(_("Add"))
        name_table(self.table, _("Staff"))
        self.form.show_words()
        self._show_list()

    @override
    def act(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Insert:
            self.add_person()
            return True
        return False

    def add_person(self) -> None:
        """Show an empty form."""
        self._number = 0
        self.quiet.emit()
        self.form.show_person(None)
        self.form.begin()

    def _to_list(self) -> None:
        self.table.view.setFocus()

    def _take_list(self, people: tuple[Staff, ...]) -> None:
        self._people = people
        self._show_list()

    def _show_list(self) -> None:
        _, _n, _c = self.words.text, self.words.plural, self.words.text_in
        count = sum(1 for each in self._people if each.active)
        works = _n("{count} works here", "{count} work here", count=count)
        self._card.set_title(_("Colleagues"), right=works)
        self.table.show_table(
            (
                Column("#", 56),
                Column(_c("person", "Name"), is_name=True),
                Column(_("Role"), 140),
                Column("", 140),
                MARK,
            ),
            [
                OfficeRow(
                    (
                        str(each.number),
                        each.name,
                        _(ROLE_NAMES[each.role]),
                        "" if each.active else _("switched off"),
                        "",
                    ),
                    ("ink2", "" if each.active else "ink3", "ink2", "amber"),
                )
                for each in self._people
            ],
        )
        numbers = [each.number for each in self._people]
        if self._number is None:
            self.table.choose(0)
        elif self._number in numbers:
            self.table.choose(numbers.index(self._number))

    def _choose(self, row: int) -> None:
        person = self._people[row]
        # A form that is being filled in is left alone when the list is read again.
        if person.number != self._number:
            self._number = person.number
            self.form.show_person(person)

    def _open_form(self, row: int) -> None:
        self._choose(row)
        self.form.begin()

    def _save(self) -> None:
        self.form.forget_refusal()
        work = partial(_saved_person, self.desk.shop, self.desk.seat, ask=self.form.ask())
        self.run(work, self._saved, otherwise=self._refuse)

    def _saved(self, person: Staff) -> None:
        _ = self.words.text
        self._number = person.number
        self.read()
        self.form.show_person(person)
        self.done.emit(_("Saved: {name}", name=person.name))
        self._to_list()

    def _refuse(self, error: ShopError) -> None:
        fields = {
            NameUnusable: self.form.name,
            PinMissing: self.form.pin,
            PinTooSimple: self.form.pin,
            PinWrongShape: self.form.pin,
        }
        self.form.refuse(self.sentence(error), field=fields.get(type(error)))

    def _unlock(self) -> None:
        if self._number:
            work = partial(unlock_staff, self.desk.shop, self.desk.seat, staff=self._number)
            self.run(work, self._unlocked)

    def _unlocked(self, _nothing: object) -> None:
        _ = self.words.text
        name = next(each.name for each in self._people if each.number == self._number)
        self.done.emit(_("{name} may try the PIN again.", name=name))

    @override
    def lay_out(self, width: float, height: float) -> None:
        self.place(self.add_button, (width - 130, 2, 130, 40))
        self.place(self.own_pin, (width - 130 - 168, 2, 160, 40))
        halves = columns(width, 624, 424)
        tall = height - 60
        self.place(self._card, (0, 60, halves[0][1], tall))
        self._card.place(self.table, (20, 44, halves[0][1] - 28, whole_rows(tall - 52)))
        self.place(self.form, (halves[1][0], 60, halves[1][1], tall))


def _saved_person(shop: Shop, seat: Seat, *, ask: StaffAsk) -> Staff:
    """Save somebody and return what the records say since."""
    number = save_staff(shop, seat, ask=ask)
    return next(each for each in staff_list(shop, with_former=True) if each.number == number)
