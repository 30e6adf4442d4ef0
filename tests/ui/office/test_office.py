"""The office by keys, on a real shop.

What an owner does, and what the books say after.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from pos_app.actions.members.show_member import show_member
from pos_app.actions.products.find_products import find_products
from pos_app.actions.selling.list_sales import list_sales
from pos_app.actions.selling.show_sale import show_sale
from pos_app.actions.staff.staff_list import staff_list
from pos_app.domain.moment import Day
from pos_app.shop import Shop
from tests.make import printer_of
from tests.storage.broken_file import break_page
from tests.ui.office.conftest import MakeOffice
from tests.ui.office.office_hands import page_of
from ui.office.members.members_page import MembersPage
from ui.office.office_pages import PAGES
from ui.office.page.shown_path import shown_path
from ui.office.products.products_page import ProductsPage
from ui.office.reports.queue_page import QueuePage
from ui.office.reports.rewards_page import RewardsPage
from ui.office.reports.sales_page import SalesPage
from ui.office.settings.settings_page import SettingsPage
from ui.office.settings.staff_page import StaffPage
from ui.wording import Language


def test_numbers_open_the_pages_and_escape_leads_to_the_till(office: MakeOffice) -> None:
    """An owner without a mouse must reach every page, and come back."""
    hands = office("today")
    left: list[bool] = []
    hands.screen.left.connect(lambda: left.append(True))
    titles = []
    for key in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_7, Qt.Key.Key_8, Qt.Key.Key_1):
        hands.press(key)
        assert hands.screen.page is not None
        titles.append(hands.screen.page.title())
    hands.press(Qt.Key.Key_Escape)

    assert titles == ["Reward report", "Queue", "Reward rules", "Staff", "Today"]
    assert left == [True]


@pytest.mark.parametrize("name", list(PAGES))
def test_everything_that_takes_keys_has_a_name(office: MakeOffice, name: str) -> None:
    """A screen reader says nothing about a box without a name."""
    hands = office(name)
    reachable = [
        each
        for each in hands.screen.findChildren(QWidget)
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus and each.isVisible()
    ]
    nameless = [each for each in reachable if not _name(each)]

    assert nameless == []
    assert len(reachable) > 10


def test_the_report_goes_back_a_day_by_key_and_is_equal_to_the_books(office: MakeOffice) -> None:
    """The report is worth nothing unless it says of each day what the books say."""
    hands = office("reports")
    page = page_of(hands, RewardsPage)
    first = page.picker.day
    hands.press(Qt.Key.Key_Left)

    assert (first, page.picker.day) == ("2026-11-20", "2026-11-19")
    assert page.chip.accessibleName() == "Equal to the books, difference 0.00"
    assert page.accounts.model.rowCount() >= 3


def test_the_report_is_left_as_files_and_says_where(office: MakeOffice, shop: Shop) -> None:
    """A file that nobody finds was not made."""
    hands = office("reports")
    page = page_of(hands, RewardsPage)
    page.csv_button.click()
    hands.wait()
    csv = shop.folder / "reports" / "2026-11-20-rewards.csv"

    assert hands.screen.notice.text == f"Saved: {shown_path(csv)}"
    assert csv.read_bytes().startswith(b"\xef\xbb\xbf")
    page.pdf_button.click()
    hands.wait()
    assert csv.with_suffix(".pdf").read_bytes().startswith(b"%PDF")


def test_a_receipt_is_printed_again_and_marked(office: MakeOffice, shop: Shop) -> None:
    """A copy that is not marked as one is a second receipt for the same goods."""
    hands = office("sales")
    number = list_sales(shop, day=Day("2026-11-20"))[0].number
    hands.press(Qt.Key.Key_Return)
    hands.type("p")

    assert show_sale(shop, number).copies == 1
    assert hands.screen.notice.text == "Printed, marked COPY 1."
    assert len(printer_of(shop).printed) == 1
    assert page_of(hands, SalesPage).sheet.accessibleName() == f"Sale {number}"


def test_a_sale_is_found_by_its_number_on_any_day(office: MakeOffice) -> None:
    """Whoever brings back a receipt of last week has its number.

    Not its place in a list.
    """
    hands = office("sales")
    hands.type("3")

    page = page_of(hands, SalesPage)
    assert [row.cells[0] for row in page.table.model.rows] == ["3"]


def test_a_product_is_added_by_keys_alone(office: MakeOffice, shop: Shop) -> None:
    """The shelf has something new every day."""
    hands = office("products")
    hands.press(Qt.Key.Key_Insert)
    hands.type("Green tea 500ml")
    hands.press(Qt.Key.Key_Return)
    hands.type("6901234567892")
    hands.press(Qt.Key.Key_Return)
    hands.type("4.50")
    hands.press(Qt.Key.Key_F10)
    found = find_products(shop, "Green tea 500ml")

    assert [(each.name, each.price) for each in found] == [("Green tea 500ml", 450)]


def test_a_refused_product_says_why_beside_the_form(office: MakeOffice, shop: Shop) -> None:
    """A window over the form could be pressed away by a scanner's Enter."""
    hands = office("products")
    page = page_of(hands, ProductsPage)
    taken = find_products(shop, "", limit=1)[0]
    hands.press(Qt.Key.Key_Insert)
    hands.type("Another")
    hands.press(Qt.Key.Key_Return)
    hands.type(taken.code)
    hands.press(Qt.Key.Key_Return)
    hands.type("1")
    hands.press(Qt.Key.Key_F10)

    assert page.form.sentence.text() == (
        f"{taken.code} is the code of {taken.name} already. Nothing was saved."
    )
    assert page.form.codes.field.sentence != ""


def test_a_list_is_shown_with_its_problems_before_it_is_taken(
    office: MakeOffice, shop: Shop, tmp_path: Path
) -> None:
    """A file of a thousand lines with one bad price must not be half in the shop."""
    file = tmp_path / "list.csv"
    file.write_text("name,code,price\nGood,6901234567892,2\nBad,123,x\n", encoding="utf-8")
    hands = office("products")
    page = page_of(hands, ProductsPage)
    page.import_file(file)
    hands.wait()
    shown = [row.cells[:3] for row in page.importing.table.model.rows]
    before = find_products(shop, "6901234567892")
    hands.press(Qt.Key.Key_F10)

    assert shown == [("3", "Selling price", "x is no sum"), ("2", "6901234567892", "Good")]
    assert before == ()
    assert [each.name for each in find_products(shop, "6901234567892")] == ["Good"]


def test_a_member_is_registered_with_a_card(office: MakeOffice, shop: Shop) -> None:
    """The office registers as the till does, and the card can be printed at once."""
    hands = office("members")
    hands.press(Qt.Key.Key_Insert)
    hands.type("13912345678")
    hands.press(Qt.Key.Key_Return)
    hands.type("Ann")
    hands.press(Qt.Key.Key_F10)
    page = page_of(hands, MembersPage)
    number = int(page.table.model.rows[0].cells[0])
    page.detail.card.click()
    hands.wait()

    assert show_member(shop, number).name == "Ann"
    assert (shop.folder / "cards" / f"card-{number}.pdf").read_bytes().startswith(b"%PDF")


def test_lists_go_on_while_one_scrolls(office: MakeOffice, shop: Shop) -> None:
    """The catalogue is longer than the first page of two hundred."""
    hands = office("products")
    page = page_of(hands, ProductsPage)
    first = page.table.model.rowCount()
    page.table.view.scrollToBottom()
    hands.wait()

    assert first == 200
    everything = find_products(shop, "", limit=1000, with_former=True)
    assert page.table.model.rowCount() == len(everything) > first


def test_files_and_cards_are_made_by_keys(office: MakeOffice, shop: Shop) -> None:
    """An owner without a mouse must get the same papers."""
    hands = office("reports")
    hands.press(Qt.Key.Key_F6, Qt.Key.Key_F7)
    hands.screen.open_page("members")
    hands.wait()
    hands.press(Qt.Key.Key_F6)
    written = sorted(
        p.name for folder in ("reports", "cards") for p in (shop.folder / folder).iterdir()
    )

    assert written == ["2026-11-20-rewards.csv", "2026-11-20-rewards.pdf", "card-12.pdf"]


def test_a_colleague_is_added_and_a_bad_pin_is_marked(office: MakeOffice, shop: Shop) -> None:
    """The rule for PINs is said before anybody stands at a till that refuses one."""
    hands = office("staff")
    page = page_of(hands, StaffPage)
    hands.press(Qt.Key.Key_Insert)
    hands.type("Bo")
    page.form.pin.set_text("12")
    hands.press(Qt.Key.Key_F10)
    refused = page.form.pin.field.sentence
    page.form.pin.set_text("274913")
    hands.press(Qt.Key.Key_F10)

    assert refused != ""
    assert [each.name for each in staff_list(shop)][-1] == "Bo"


def test_the_language_of_the_office_follows_the_settings_at_once(
    office: MakeOffice, shop: Shop
) -> None:
    """Whoever chose the wrong language must be able to read the way back."""
    hands = office("settings")
    page = page_of(hands, SettingsPage)
    page.form.language.choose(0)
    hands.press(Qt.Key.Key_F10)

    assert shop.settings.language == "zh_CN"
    assert page.title() == "设置"
    assert hands.screen.words.language is Language.ZH_CN


def test_a_file_that_cannot_be_read_leaves_the_status_line_as_it_was(
    office: MakeOffice, shop: Shop
) -> None:
    """Every ten seconds a report of a bug would bury what the page says of the file."""
    break_page(shop, "print_job_open")
    hands = office("staff")

    assert hands.screen.status.marks == ()
    assert page_of(hands, StaffPage).table.model.rowCount() == len(staff_list(shop))


def test_the_queue_page_and_the_board_show_nobody_whole(office: MakeOffice, shop: Shop) -> None:
    """Look.md 3: nobody else's full name or phone is ever shown."""
    hands = office("queue")
    hands.type("b")
    page = page_of(hands, QueuePage)
    cells = [row.cells for row in page.table.model.rows]
    page.close_board()

    assert all("*" in row[1] and "****" in row[2] for row in cells)
    assert len(cells) > 10


def _name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
