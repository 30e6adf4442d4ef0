"""The stores of the alliance, over the settings: another one comes, one leaves."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from pos_app.actions.stores.add_store import add_store
from pos_app.actions.stores.list_stores import StoreShown, list_stores
from pos_app.domain.figures import money_text
from pos_app.domain.moment import business_day
from pos_app.domain.store import Store
from ui.day_words import whole_day
from ui.office.page.form_parts import PART, FormField
from ui.office.page.office_page import OfficePage, name_table
from ui.office.page.over_page import OverPage
from ui.office.page.page_places import MARK, whole_rows
from ui.office.settings.leaving_panel import LeavingPanel
from ui.office.widgets.office_model import Column, OfficeRow
from ui.office.widgets.office_table import OfficeTable
from ui.theme_tokens import TYPE
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.text_label import TextLabel

_RIGHT = 360
_BETWEEN = 24


class StoresPanel(OverPage):
    """The list at the left, another store's code and name at the right.

    F8, or Enter on a store, shows what it has open and lets it leave.
    """

    def __init__(self, page: OfficePage) -> None:
        super().__init__(page)
        self._stores: tuple[StoreShown, ...] = ()
        self.leaving = LeavingPanel(page, back=self.ask)
        self.table = OfficeTable("", parent=self)
        self.table.row_opened.connect(self._ask_leaving)
        self.leave = Button("", kind=ButtonKind.SECONDARY, key="F8", size=TYPE.row, parent=self)
        self.leave.clicked.connect(self._ask_chosen)
        self.code = FormField(takes_chinese=False, parent=self)
        self.name = FormField(parent=self)
        self._rule = TextLabel(colour="ink2", wraps=True, parent=self)
        self.register = Button("", kind=ButtonKind.PRIMARY, key="F10", size=18, parent=self)
        self.register.clicked.connect(self._register)
        self.code.entered.connect(self.name.setFocus)
        self.name.entered.connect(self._register)
        self.put_words()

    def ask(self) -> None:
        """Show the stores there are."""
        self.read(partial(list_stores, self.page.desk.shop), self._show)
        self.come(self.code.field.edit)

    def put_words(self) -> None:
        """Show all texts in the language of the moment."""
        _ = self.words.text
        self.head(_("Stores of the alliance"))
        self.code.set_name(_("Short name of another store, for good"), hint="S2")
        self.name.set_name(_("What customers call it"))
        self._rule.set_text(
            _(
                "Each store puts in for its own sales. Which store this till stands in is shown "
                "at the top of the settings, and stays. A store that leaves sells no more and "
                "still pays what it owes."
            )
        )
        self.register.setText(_("Register"))
        self.leave.setText(_("Leaves the alliance"))
        name_table(self.table, _("Stores of the alliance"))
        self._show(self._stores)

    def lay_out(self, width: float, height: float) -> None:
        """List and form side by side."""
        x, y, _width, _height = self.inside
        left = width - _RIGHT - _BETWEEN
        self.place(self.table, (x, y, left, whole_rows(height)))
        right = x + left + _BETWEEN
        for number, part in enumerate((self.code, self.name)):
            self.place(part, (right, y + number * (PART + 8), _RIGHT, PART))
        below = y + 2 * (PART + 8)
        self.place(self._rule, (right, below, _RIGHT, 92))
        self.place(self.register, (right + _RIGHT - 208, below + 104, 208, 48))
        self.place(self.leave, (right, y + height - 48, _RIGHT, 40))

    def _show(self, stores: tuple[StoreShown, ...]) -> None:
        _, _c = self.words.text, self.words.text_in
        self._stores = stores
        here = self.page.desk.shop.settings.store
        rows = [
            OfficeRow(
                (
                    each.store.code,
                    each.store.name,
                    self._state(each.store, here=here),
                    money_text(each.put_in),
                    "",
                ),
                ("", "", "ink2" if each.store.left_at is not None else "jade", ""),
            )
            for each in stores
        ]
        columns = (
            Column(_("Code"), 96),
            Column(_c("store", "Name"), is_name=True),
            Column("", 136),
            Column(_("Put in until now"), 160, is_figure=True),
            MARK,
        )
        self.table.show_table(columns, rows, empty=_("One store: this one"))

    def _state(self, store: Store, *, here: str) -> str:
        _ = self.words.text
        if store.left_at is not None:
            return _("left on {day}", day=whole_day(business_day(store.left_at), self.words))
        return _("this till") if store.code == here else ""

    def _ask_chosen(self) -> None:
        if self.table.current_row < 0:
            self.table.choose(0)
            self.table.view.setFocus()
        else:
            self._ask_leaving(self.table.current_row)

    def _ask_leaving(self, row: int) -> None:
        if 0 <= row < len(self._stores):
            self.leaving.ask(self._stores[row].store.code)

    def _register(self) -> None:
        desk = self.page.desk
        work = partial(
            add_store, desk.shop, desk.seat, code=self.code.text(), name=self.name.text()
        )
        self.page.run(work, self._registered)

    def _registered(self, store: Store) -> None:
        _ = self.words.text
        self.code.set_text("")
        self.name.set_text("")
        self.page.done.emit(
            _("Store {code} is registered: {name}", code=store.code, name=store.name)
        )
        self.page.look(partial(list_stores, self.page.desk.shop), self._show)
        self.code.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F10:
            self._register()
        elif event.key() == Qt.Key.Key_F8:
            self._ask_chosen()
        else:
            super().keyPressEvent(event)
