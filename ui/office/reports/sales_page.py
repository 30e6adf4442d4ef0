"""The list of sales, one sale whole, and its receipt again, marked COPY n."""

from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.actions.receipts.print_receipt import print_receipt
from pos_app.actions.receipts.reprint_receipt import reprint_receipt
from pos_app.actions.selling.list_sales import list_sales
from pos_app.actions.selling.show_sale import show_sale
from pos_app.actions.why.rewards_of_sale import rewards_of_sale
from pos_app.domain.codes.receipt_code import ReceiptCodeGarbled, is_receipt_code, read_receipt_code
from pos_app.domain.figures import count_text
from pos_app.domain.moment import Day, business_day
from pos_app.domain.sale_shown import SaleListed
from pos_app.domain.seat import Seat
from pos_app.errors import Fault
from pos_app.shop import Shop
from ui.office.page.day_picker import DayPicker
from ui.office.page.office_desk import OfficeDesk
from ui.office.page.page_places import HEAD, MARK, columns
from ui.office.page.paged_list import ReadPage
from ui.office.page.search_page import ListWords, SearchPage
from ui.office.page.sheet_view import SheetView
from ui.office.reports.shown_sale import SaleRead, listed_row, sale_parts
from ui.office.reports.watch_panel import WatchButton
from ui.office.reports.why_button import WhyButton
from ui.office.widgets.office_model import Column, OfficeRow
from ui.theme_tokens import TYPE
from ui.widgets.buttons import Button
from ui.widgets.card import Card

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


class SalesPage(SearchPage):
    """A day's sales, or one by number, phone or outside name; P prints it again."""

    HEARS = frozenset({"sale", "sale_return", "print_job"})

    def __init__(self, desk: OfficeDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent=parent)
        self._sale: SaleRead | None = None
        today = business_day(desk.shop.clock.now())
        self.picker = DayPicker(self.words, today, parent=self)
        self.picker.chosen.connect(self._take_day)
        self.watch_button = WatchButton(self, self.picker, parent=self)
        self._detail = Card(parent=self)
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
        self.to_search()

    @override
    def reader(self, text: str) -> ReadPage:
        return partial(read_page, self.desk.shop, None if text else self.picker.day, text)

    @override
    def put_words(self) -> None:
        super().put_words()
        _ = self.words.text
        self.picker.put_words()
        self.copy_button.setText(_("Print again, marked as a copy"))
        self._show_sale()

    @override
    def take_scan(self, text: str) -> None:
        number = text
        if is_receipt_code(text):
            try:
                number = str(read_receipt_code(text).sale)
            except ReceiptCodeGarbled as error:
                self.show_error(error)
                return
        self.look_for(number)

    def print_again(self) -> None:
        """Print the sale's receipt as its next copy; the journal counts it."""
        if self._sale is not None:
            number = self._sale.detail.sale.number
            self.run(partial(reprint, self.desk.shop, self.desk.seat, number), self._printed)

    def _printed(self, done: tuple[int, Fault | None]) -> None:
        copy, fault = done
        _ = self.words.text
        if fault is not None:
            self.show_error(fault)
        else:
            self.done.emit(_("Printed, marked COPY {number}.", number=copy))
        self._read_sale()

    def _take_day(self, _day: str) -> None:
        self.look_for("")

    @override
    def take_found(self, found: tuple[SaleListed, ...]) -> None:
        numbers = {each.number for each in found}
        if self._sale is not None and self._sale.detail.sale.number in numbers:
            self._read_sale()
        elif found:
            super().take_found(found)
        else:
            self._sale = None
            self._show_sale()

    @override
    def list_words(self) -> ListWords:
        _, _n = self.words.text, self.words.plural
        searches = bool(self.search.text())
        many = len(self.list.found)
        count = _n("{count} sale", "{count} sales", count=many)
        if self.list.may_have_more:
            count = _("{count} and more", count=count_text(many))
        return ListWords(
            asked=_("Number, phone or outside name"),
            title=_("Found") if searches else _("On this day"),
            shown=count if many else "",
            columns=(
                Column(_("Sale"), 60),
                Column(_("Time"), 128 if searches else 64),
                Column(_("Member"), 76, is_name=True),
                Column(_("Tender")),
                Column(_("State"), 88),
                Column(_("Amount"), 96, is_figure=True),
                MARK,
            ),
            empty=_("No sale here"),
        )

    @override
    def row_of(self, found: SaleListed) -> OfficeRow:
        return listed_row(found, self.words, with_day=bool(self.search.text()))

    @override
    def choose(self, found: SaleListed) -> None:
        self._read_sale(found.number)

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
        self.place(self.watch_button, (width - 228 - 16 - _WATCH, 2, _WATCH, 40))
        self.place_search(right=width - 228 - 32 - _WATCH, most=360)
        tall = height - HEAD
        self.place_list(*halves[0], tall=tall)
        self.place(self._detail, (halves[1][0], HEAD, halves[1][1], tall))
        inside = halves[1][1] - 40
        self._detail.place(self.sheet, (20, 44, inside + 8, tall - 116))
        self._detail.place(self.copy_button, (20, tall - 60, inside, 44))
        self._detail.place(self.why_button, (inside - 92, 5, 112, 36))

    def _of_sale(self) -> tuple[str, int]:
        return "sale", self._sale.detail.sale.number if self._sale is not None else 0
