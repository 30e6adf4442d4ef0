"""The list of sales, one sale whole, and its receipt again, marked COPY n."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.actions.list_sales import list_sales
from pos_app.actions.print_receipt import print_receipt
from pos_app.actions.reprint_receipt import reprint_receipt
from pos_app.actions.rewards_of_sale import rewards_of_sale
from pos_app.actions.show_sale import show_sale
from pos_app.domain.figures import count_text
from pos_app.domain.moment import Day, business_day
from pos_app.domain.receipt_code import ReceiptCodeGarbled, is_receipt_code, read_receipt_code
from pos_app.domain.sale_shown import SaleListed
from pos_app.domain.seat import Seat
from pos_app.errors import Fault
from pos_app.shop import Shop
from ui.buttons import Button
from ui.card import Card
from ui.field import Field
from ui.office.day_picker import DayPicker
from ui.office.office_desk import OfficeDesk
from ui.office.office_page import OfficePage, later, name_table
from ui.office.page_places import MARK, columns, whole_rows
from ui.office.paged_list import PagedList
from ui.office.sheet_view import SheetView
from ui.office.shown_sale import SaleRead, listed_row, sale_parts
from ui.office.watch_panel import WatchButton
from ui.office.why_button import WhyButton
from ui.office_model import Column, OfficeRow
from ui.office_table import OfficeTable
from ui.theme_tokens import TYPE

_WATCH = 152


def read_page(
    shop: Shop, day: Day | None, text: str, *, behind: SaleListed | None, limit: int
) -> tuple[SaleListed, ...]:
    """Ask for a page of sales; for the worker."""
    before = behind.number if behind is not None else None
    return list_sales(shop, day=day, text=text, before=before, limit=limit)


def read_sale(shop: Shop, number: int) -> SaleRead:
    """Ask for one sale with its rewards."""
    return SaleRead(show_sale(shop, number), rewards_of_sale(shop, number))


def reprint(shop: Shop, seat: Seat, number: int) -> tuple[int, Fault | None]:
    """Print a receipt again; return which copy it is, and what went wrong."""
    job = reprint_receipt(shop, seat, sale=number)
    fault = print_receipt(shop, job)
    return show_sale(shop, number).copies, fault


class SalesPage(OfficePage):
    """A day's sales, or one by number, phone or outside name; P prints it again."""

    HEARS = frozenset({"sale", "sale_return", "print_job"})

    def __init__(self, desk: OfficeDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent=parent)
        self._sale: SaleRead | None = None
        today = business_day(desk.shop.clock.now())
        self.search = Field("", height=40, size=TYPE.row, parent=self)
        self.search.edited.connect(self._search)
        self.search.entered.connect(self._enter_list)
        self.setFocusProxy(self.search.edit)
        self.picker = DayPicker(self.words, today, parent=self)
        self.picker.chosen.connect(self._take_day)
        self.watch_button = WatchButton(self, self.picker, parent=self)
        self._card, self._detail = Card(parent=self), Card(parent=self)
        self.table = OfficeTable("", parent=self._card)
        self.table.row_chosen.connect(self._choose)
        self.sales = PagedList(self)
        self.sales.came.connect(self._show)
        self.sales.went_on.connect(self._show_more)
        self.table.end_near.connect(self.sales.read_on)
        self.sheet = SheetView(parent=self._detail)
        self.copy_button = Button("", icon="printer", key="P", size=TYPE.body, parent=self._detail)
        self.copy_button.clicked.connect(self.print_again)
        self.bind("P", self.print_again)
        self.why_button = WhyButton(self, self._of_sale, parent=self._detail)

    @override
    def title(self) -> str:
        _ = self.words.text
        return _("Sales list")

    @override
    def open(self, what: str = "") -> None:
        self.picker.set_today(business_day(self.desk.shop.clock.now()))
        if what:
            self.search.set_text(what)
        self.read()
        self.search.edit.setFocus()

    @override
    def read(self) -> None:
        self._ask()

    def _ask(self, *, anew: bool = False) -> None:
        text = self.search.text().strip()
        day = None if text else self.picker.day
        self.sales.ask(partial(read_page, self.desk.shop, day, text), anew=anew)

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        ask = _("Number, phone or outside name")
        self.search.set_name(ask, placeholder=ask)
        self.picker.put_words()
        self.copy_button.setText(_("Print again, marked as a copy"))
        name_table(self.table, _("Sales list"))
        self._show_list()
        self._show_sale()

    @override
    def step_back(self) -> bool:
        if not self.search.text():
            return False
        self.search.set_text("")
        self.read()
        self.search.edit.setFocus()
        return True

    @override
    def take_scan(self, text: str) -> None:
        number = text
        if is_receipt_code(text):
            try:
                number = str(read_receipt_code(text).sale)
            except ReceiptCodeGarbled as error:
                self.show_error(error)
                return
        self.search.set_text(number)
        self._search(number)

    @override
    def act(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Down:
            self._enter_list()
            return True
        return False

    def print_again(self) -> None:
        """Print the sale's receipt as its next copy; the journal counts it."""
        if self._sale is not None:
            number = self._sale.detail.sale.number
            self.run(later(reprint, self.desk.shop, self.desk.seat, number), self._printed)

    def _printed(self, done: tuple[int, Fault | None]) -> None:
        copy, fault = done
        _ = self.words.text
        if fault is not None:
            self.show_error(fault)
        else:
            self.done.emit(_("Printed, marked COPY {number}.", number=copy))
        self._read_sale()

    def _search(self, _text: str) -> None:
        self.quiet.emit()
        self._ask(anew=True)

    def _take_day(self, _day: str) -> None:
        self.search.set_text("")
        self.quiet.emit()
        self._ask(anew=True)

    def _enter_list(self) -> None:
        if self.sales.found:
            self.table.view.setFocus()
            self.table.view.setCurrentIndex(self.table.model.index(0, 0))

    def _show_more(self, further: tuple[SaleListed, ...]) -> None:
        self.table.add_page([self._row(sale) for sale in further])
        self._show_count()

    def _show(self, sales: tuple[SaleListed, ...]) -> None:
        self._show_list()
        numbers = {each.number for each in sales}
        if self._sale is not None and self._sale.detail.sale.number in numbers:
            self._read_sale()
        elif sales:
            self._choose(0)
        else:
            self._sale = None
            self._show_sale()

    def _show_count(self) -> None:
        _, _n = self.words.text, self.words.plural
        count = _n("{count} sale", "{count} sales", count=len(self.sales.found))
        if self.sales.may_have_more:
            count = _("{count} and more", count=count_text(len(self.sales.found)))
        found = _("Found") if self.search.text() else _("On this day")
        self._card.set_title(found, right=count if self.sales.found else "")

    def _row(self, sale: SaleListed) -> OfficeRow:
        return listed_row(sale, self.words, with_day=bool(self.search.text()))

    def _show_list(self) -> None:
        _ = self.words.text
        self._show_count()
        searches = bool(self.search.text())
        self.table.show_table(
            (
                Column(_("No."), 60),
                Column(_("Time"), 128 if searches else 64),
                Column(_("Member"), 76, is_name=True),
                Column(_("Tender")),
                Column(_("State"), 88),
                Column(_("Amount"), 96, is_figure=True),
                MARK,
            ),
            [self._row(sale) for sale in self.sales.found],
            empty=_("No sale here"),
        )

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.sales.found):
            self._read_sale(self.sales.found[row].number)

    def _read_sale(self, number: int = 0) -> None:
        if not number and self._sale is not None:
            number = self._sale.detail.sale.number
        if number:
            self.look(partial(read_sale, self.desk.shop, number), self._take_sale)

    def _take_sale(self, read: SaleRead) -> None:
        self._sale = read
        self._show_sale()

    def _show_sale(self) -> None:
        _ = self.words.text
        self.copy_button.setEnabled(self._sale is not None)
        if self._sale is None:
            self._detail.set_title("")
            self.sheet.show_parts((), name=_("No sale chosen"))
            return
        number = self._sale.detail.sale.number
        title = _("Sale {number}", number=number)
        self._detail.set_title(title)
        self.sheet.show_parts(sale_parts(self._sale, self.words), name=title)

    @override
    def lay_out(self, width: float, height: float) -> None:
        halves = columns(width, 664, 384)
        self.place(self.picker, (width - 228, 2, 228, 40))
        left = self.head_width + 24
        self.place(self.watch_button, (width - 228 - 16 - _WATCH, 2, _WATCH, 40))
        self.place(self.search, (left, 2, min(360, width - 228 - 32 - _WATCH - left), 40))
        tall = height - 60
        for card, (at, wide) in zip((self._card, self._detail), halves, strict=True):
            self.place(card, (at, 60, wide, tall))
        self._card.place(self.table, (20, 44, halves[0][1] - 28, whole_rows(tall - 52)))
        inside = halves[1][1] - 40
        self._detail.place(self.sheet, (20, 44, inside + 8, tall - 116))
        self._detail.place(self.copy_button, (20, tall - 60, inside, 44))
        self._detail.place(self.why_button, (inside - 92, 5, 112, 36))

    def _of_sale(self) -> tuple[str, int]:
        return "sale", self._sale.detail.sale.number if self._sale is not None else 0
