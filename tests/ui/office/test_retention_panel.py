"""Members without activity for three years, over the reports page, by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt

from pos_app.actions.members.register_member import register_member
from pos_app.actions.papers.export_report import report_path
from pos_app.actions.papers.report_papers import RETENTION
from pos_app.shop import Shop
from tests import make
from tests.ui.office.conftest import OWNER_SEAT, MakeOffice
from tests.ui.office.office_hands import OfficeHands, page_of
from ui.office.members.members_page import MembersPage
from ui.office.reports.rewards_page import RewardsPage

LONG = 1200
"""Days; more than three years."""


def listed(office: MakeOffice, shop: Shop) -> tuple[OfficeHands, int]:
    """Open the list in a shop where nobody has come for three years."""
    number = register_member(shop, OWNER_SEAT, name="欧阳小兰", phone="13900001234")
    make.pass_time(shop, days=LONG)
    hands = office("reports")
    hands.press(Qt.Key.Key_F9)
    return hands, number


def test_the_list_says_who_and_what_stands_against_it(office: MakeOffice, shop: Shop) -> None:
    """Masked, with what is owed; how long data is kept stands below (rulebook 10.6)."""
    hands, number = listed(office, shop)
    panel = page_of(hands, RewardsPage).retention_button.panel
    cells = [row.cells for row in panel.table.model.rows]

    assert panel.isVisible()
    assert cells[number - 1][:2] == (str(number), "欧*兰")
    assert cells[number - 1][4:6] == ("0.00", "")
    assert panel.note.text().startswith("Personal data is kept 3 years")


def test_enter_opens_the_member_and_f7_writes_the_list(office: MakeOffice, shop: Shop) -> None:
    """Whoever is to be erased is looked at first; nothing is erased from a list."""
    hands, number = listed(office, shop)
    panel = page_of(hands, RewardsPage).retention_button.panel
    hands.press(Qt.Key.Key_F7)
    written = report_path(shop, RETENTION, 3, ending="csv").read_text("utf-8-sig")
    panel.table.choose(number - 1)
    hands.press(Qt.Key.Key_Return)

    assert f'"{number}","欧*兰"' in written
    assert page_of(hands, MembersPage).detail.shown == number
