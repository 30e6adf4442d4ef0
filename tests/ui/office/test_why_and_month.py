"""Why over sales, members and the queue; the month-end statement over the reports."""

import csv

import pytest
from PySide6.QtCore import Qt

from pos_app.shop import Shop
from tests.ui.office.conftest import MakeOffice
from tests.ui.office.office_hands import OfficeHands
from ui.office.members.members_page import MembersPage
from ui.office.programs.rules_page import RulesPage
from ui.office.reports.month_panel import MonthPanel
from ui.office.reports.queue_page import QueuePage
from ui.office.reports.rewards_page import RewardsPage
from ui.office.reports.sales_page import SalesPage
from ui.office.reports.why_panel import WhyPanel
from ui.widgets.canvas import watching_cut_texts
from ui.wording import Language


def _texts(panel: WhyPanel) -> list[str]:
    return [row.cells[0] for row in panel.table.model.rows]


def _sales(office: MakeOffice, language: Language = Language.EN) -> tuple[OfficeHands, SalesPage]:
    hands = office("sales", language=language)
    page = hands.screen.page
    assert isinstance(page, SalesPage)
    return hands, page


def test_f9_says_why_a_sale_moved_what_it_moved(office: MakeOffice) -> None:
    """From the receipt in hand to every fen it caused; Esc goes back to the list."""
    hands, page = _sales(office)
    panel = page.why_button.panel

    hands.press(Qt.Key.Key_Down, Qt.Key.Key_F9)
    shown = panel.isVisible(), panel.accessibleName(), _texts(panel)
    hands.press(Qt.Key.Key_Escape)

    assert shown[0]
    assert shown[1].startswith("Why: sale ")
    assert "Programs" in shown[2]
    assert not panel.isVisible()


def test_a_row_leads_to_the_sale_that_paid_and_back(office: MakeOffice, shop: Shop) -> None:
    """Who paid for whom is walked, not looked up by hand (rulebook 1.2)."""
    hands = office("members")
    page = hands.screen.page
    assert isinstance(page, MembersPage)
    panel = page.detail.why.panel

    hands.press(Qt.Key.Key_F9)
    title = panel.accessibleName()
    rows = panel.table.model.rows
    with_sale = next(at for at, row in enumerate(rows) if "Funded by sale" in row.cells[1])
    panel.table.view.setCurrentIndex(panel.table.model.index(with_sale, 0))
    hands.press(Qt.Key.Key_Return)
    led_to = panel.accessibleName()
    hands.press(Qt.Key.Key_Escape)
    back = panel.accessibleName()
    hands.press(Qt.Key.Key_Escape)

    assert led_to.startswith("Why: sale ")
    assert back == title
    assert not panel.isVisible()


def test_a_pool_says_who_put_it_in(office: MakeOffice) -> None:
    """The queue page asks of the queue that it shows."""
    hands = office("queue")
    page = hands.screen.page
    assert isinstance(page, QueuePage)

    hands.press(Qt.Key.Key_F9)

    assert page.why_button.panel.isVisible()
    assert {"What it holds", "Who put it in"} <= set(_texts(page.why_button.panel))


def test_a_members_balances_are_explained_in_his_language(office: MakeOffice) -> None:
    """The owner reads Chinese; nothing of the engine's own names may show."""
    hands = office("members", language=Language.ZH_CN)
    page = hands.screen.page
    assert isinstance(page, MembersPage)
    panel = page.detail.why.panel

    hands.press(Qt.Key.Key_F9)

    cells = " ".join(cell for row in panel.table.model.rows for cell in row.cells)
    assert panel.isVisible()
    assert panel.accessibleName().startswith("明细：会员 ")
    assert "POOL" not in cells
    assert "变动明细（最新在前）" in cells


def _month(office: MakeOffice, language: Language = Language.EN) -> tuple[OfficeHands, MonthPanel]:
    hands = office("reports", language=language)
    page = hands.screen.page
    assert isinstance(page, RewardsPage)
    hands.press(Qt.Key.Key_F8)
    return hands, page.month_button.panel


def test_f8_shows_the_month_and_leaves_its_papers(office: MakeOffice, shop: Shop) -> None:
    """An owner closes the month on the page where he closes the day."""
    hands, panel = _month(office)
    november, note = panel.accessibleName(), panel.note.accessibleName()
    total = [row.cells for row in panel.table.model.rows if row.cells[0] == "Total"]
    hands.press(Qt.Key.Key_Left)
    october = panel.accessibleName()
    hands.press(Qt.Key.Key_Right, Qt.Key.Key_F6, Qt.Key.Key_F7)
    # The first one puts the notice of the last paper away.
    hands.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)

    assert november == "Month-end statement of rewards Nov 2026"
    assert note == "Equal to the books, difference 0.00."
    assert october == "Month-end statement of rewards Oct 2026"
    assert len(total) == 2
    folder = shop.folder / "reports"
    assert sorted(path.name for path in folder.iterdir()) == [
        "2026-11-rewards.csv",
        "2026-11-rewards.pdf",
    ]
    with (folder / "2026-11-rewards.csv").open(encoding="utf-8-sig") as file:
        assert next(csv.reader(file))[:2] == ["Month-end statement of rewards", "Nov 2026"]
    assert not panel.isVisible()


@pytest.mark.parametrize(
    ("key", "first", "earlier", "file"),
    [
        (
            Qt.Key.Key_F8,
            "Clearing between stores Nov 2026",
            "Clearing between stores Oct 2026",
            "2026-11-clearing.pdf",
        ),
        (
            Qt.Key.Key_F9,
            (
                "Referral rewards of the year 2026"
                "  ·  People paid, queue included 5  ·  Levels of sponsors 3"
            ),
            "Referral rewards of the year 2025",
            "2026-referrals.pdf",
        ),
    ],
)
def test_the_other_papers_of_the_time_are_read_before_they_are_left(
    office: MakeOffice, shop: Shop, *, key: Qt.Key, first: str, earlier: str, file: str
) -> None:
    """Who owes whom is looked at on the screen; a file alone is read by nobody."""
    hands, panel = _month(office)

    hands.press(key)
    shown = panel.accessibleName()
    hands.press(Qt.Key.Key_Left)
    before = panel.accessibleName()
    hands.press(Qt.Key.Key_Right, Qt.Key.Key_F6)
    hands.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    back = panel.accessibleName()
    hands.press(Qt.Key.Key_Escape)

    assert (shown, before) == (first, earlier)
    assert [path.name for path in (shop.folder / "reports").iterdir()] == [file]
    assert back == "Month-end statement of rewards Nov 2026"
    assert not panel.isVisible()


@pytest.mark.parametrize("language", [Language.EN, Language.ZH_CN])
@pytest.mark.parametrize(
    ("page", "keys"),
    [
        ("sales", [Qt.Key.Key_Down, Qt.Key.Key_F9]),
        ("members", [Qt.Key.Key_F9]),
        ("reports", [Qt.Key.Key_F8]),
        ("reports", [Qt.Key.Key_F8, Qt.Key.Key_F8]),
        ("reports", [Qt.Key.Key_F8, Qt.Key.Key_F9]),
    ],
)
def test_no_reason_and_no_figure_is_cut(
    office: MakeOffice, page: str, keys: list[Qt.Key], language: Language
) -> None:
    """A sum whose end cannot be read is another sum."""
    hands = office(page, language=language)
    hands.press(*keys)

    with watching_cut_texts() as cut:
        hands.screen.grab()

    assert list(cut) == []


def test_w_says_what_became_of_a_programs_money(office: MakeOffice) -> None:
    """Every kind has a pool or members who hold it, not the queue alone."""
    hands = office("rules")
    page = hands.screen.page
    assert isinstance(page, RulesPage)
    panel = page.why_button.panel

    hands.press(Qt.Key.Key_W)
    shown = panel.isVisible(), panel.accessibleName(), _texts(panel)[:2]
    hands.press(Qt.Key.Key_Escape)
    page.start_program()
    page.setFocus()
    hands.press(Qt.Key.Key_W)

    assert shown == (
        True,
        "Why: 积分  Points",
        ["How it came to that, from the first day on", "Put in"],
    )
    assert not panel.isVisible()
