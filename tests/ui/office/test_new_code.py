"""The owner makes another recovery code in the office; nobody else can."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from pos_app.actions.safekeeping.drill_restore import drill_restore
from pos_app.devices.printer import RecordingPrinter
from pos_app.domain.staff import MANAGER
from pos_app.shop import Shop
from tests.ui.office.conftest import OWNER_SEAT, MakeOffice
from tests.ui.office.office_hands import page_of
from ui.office.settings.settings_page import SettingsPage


def test_the_code_is_shown_once_printed_on_request_and_opens_the_backup_made_with_it(
    office: MakeOffice, shop: Shop
) -> None:
    """What the owner writes down must be what the next backup is locked with."""
    hands = office("settings")
    page = page_of(hands, SettingsPage)
    page.backup.renew.click()
    asked = page.fresh.told.accessibleName(), page.fresh.code.isVisible()
    hands.press(Qt.Key.Key_F10)
    code = page.fresh.code.accessibleName()
    printer = shop.printer
    assert isinstance(printer, RecordingPrinter)
    unasked = list(printer.printed)
    hands.press(Qt.Key.Key_P)
    drill_restore(shop, OWNER_SEAT, recovery_code=code)
    page.fresh.main.click()

    assert unasked == []
    assert "backups made before still need it" in asked[0]
    assert not asked[1]
    assert len(code) == 39
    assert [out.name.startswith("20261120") for out in printer.printed] == [True]
    assert (page.fresh.isVisible(), page.backup.isVisible()) == (False, True)
    assert page.fresh.code.accessibleName() == ""


def test_a_paper_left_by_an_older_version_is_named_and_deleted_by_a_key(
    office: MakeOffice, shop: Shop
) -> None:
    """A code beside the backups is the shop for whoever finds the folder."""
    papers = shop.folder / "papers"
    papers.mkdir(exist_ok=True)
    old = papers / "20261119-080000-recovery-code-1.pdf"
    old.write_bytes(b"%PDF-")
    hands = office("settings")
    page = page_of(hands, SettingsPage)
    page.backup.renew.click()
    hands.press(Qt.Key.Key_F10)
    named = page.fresh.file.text()
    hands.press(Qt.Key.Key_Delete)

    assert old.name in named
    assert not old.exists()
    assert page.fresh.file.text() == "No paper with the code lies here any more."


def test_esc_makes_no_code(office: MakeOffice, shop: Shop) -> None:
    """Whoever only wanted to see what it does keeps the old paper valid."""
    with shop.storage.read() as seen:
        before = seen.settings.get("locked_secrets")
    hands = office("settings")
    page = page_of(hands, SettingsPage)
    page.backup.renew.click()
    hands.press(Qt.Key.Key_Escape)
    with shop.storage.read() as seen:
        after = seen.settings.get("locked_secrets")

    assert (page.fresh.isVisible(), page.backup.isVisible()) == (False, True)
    assert after == before


def test_a_manager_does_not_see_it(office: MakeOffice) -> None:
    """Who has the code and a backup has the shop."""
    hands = office("settings")
    page = page_of(hands, SettingsPage)
    other = SettingsPage(replace(page.desk, seat=replace(OWNER_SEAT, role=MANAGER)))
    hands.qtbot.addWidget(other)

    assert page.backup.renew.isVisible()
    assert not other.backup.renew.isVisibleTo(other)
