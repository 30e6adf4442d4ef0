"""What an owner looks at twice, by keys, over the list of sales."""

from dataclasses import replace

from PySide6.QtCore import Qt

from pos_app.actions.receipts.reprint_receipt import reprint_receipt
from pos_app.shop import Shop
from tests.ui.office.conftest import OWNER_SEAT, MakeOffice
from tests.ui.office.office_hands import page_of
from ui.office.reports.sales_page import SalesPage

F8 = Qt.Key.Key_F8


def test_f8_shows_what_was_done_and_a_row_leads_to_its_sale(office: MakeOffice, shop: Shop) -> None:
    """The owner reads who printed a receipt again, and has the sale with one key."""
    reprint_receipt(shop, replace(OWNER_SEAT, shift=0), sale=590)
    hands = office("sales")
    page = page_of(hands, SalesPage)
    panel = page.watch_button.panel
    hands.press(F8)
    first = panel.table.model.rows[0].cells
    hands.press(Qt.Key.Key_Return)

    assert first[2:4] == ("Printed a receipt again", "Sale 590")
    assert not panel.isVisible()
    assert page.search.text() == "590"


def test_left_goes_a_day_back_and_right_no_further_than_today(office: MakeOffice) -> None:
    """Tomorrow has no deeds; a list of them would look like a clean day."""
    hands = office("sales")
    panel = page_of(hands, SalesPage).watch_button.panel
    hands.press(F8)
    today = panel.accessibleName()
    hands.press(Qt.Key.Key_Right)
    still = panel.accessibleName()
    hands.press(Qt.Key.Key_Left)

    assert today == still
    assert panel.accessibleName() != today
