"""F1 in the office: the keys that work now, and none that does not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from pos_app.shop import Shop
from tests.ui.office.conftest import MakeOffice
from tests.ui.office.office_hands import page_of
from ui.office.office_pages import PageName
from ui.office.office_screen import OfficeScreen
from ui.office.page.shown_path import shown_path
from ui.office.settings.settings_page import SettingsPage
from ui.wording import Language


def shown(screen: OfficeScreen) -> dict[str, str]:
    """The keys on the sheet with what they do."""
    return {each.key: each.text for each in screen.keys.keys}


@pytest.mark.parametrize("page", list(PageName))
def test_every_page_shows_its_keys(office: MakeOffice, page: PageName) -> None:
    """Whoever does not know a key has one to find the others."""
    hands = office(page)
    hands.press(Qt.Key.Key_F1)
    keys = shown(hands.screen)

    assert hands.screen.keys.isVisible()
    assert keys["F12"] == "Back to the till"
    assert all(text for text in keys.values())


def test_only_keys_that_work_now_are_shown(office: MakeOffice) -> None:
    """A form has other keys than the list before it."""
    hands = office("members")
    hands.press(Qt.Key.Key_F1)
    before = shown(hands.screen)
    hands.press(Qt.Key.Key_F1)
    hands.press(Qt.Key.Key_Insert)
    hands.press(Qt.Key.Key_F1)
    after = shown(hands.screen)

    assert before["F8"] == "Card lost"
    assert "F8" not in after
    assert after["F10"] == "Register"


def test_a_panel_over_a_page_has_its_own_keys(office: MakeOffice) -> None:
    """The keys of the page below do nothing while it is covered."""
    hands = office("settings")
    hands.press(Qt.Key.Key_F7)
    hands.press(Qt.Key.Key_F1)
    keys = shown(hands.screen)

    assert keys["F10"] == "Register"
    assert "F6" not in keys


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Escape, Qt.Key.Key_Insert])
def test_any_key_puts_the_sheet_away_and_does_nothing_else(office: MakeOffice, key: Qt.Key) -> None:
    """The sheet tells of keys; pressing one through it would surprise."""
    hands = office("members")
    focus = hands.focus
    hands.press(Qt.Key.Key_F1)
    hands.press(key)

    assert not hands.screen.keys.isVisible()
    assert hands.focus is focus


def test_settings_name_the_folder_in_the_language_of_the_moment(
    office: MakeOffice, shop: Shop
) -> None:
    """An owner reads where papers and backups lie, whole, and may type the word back."""
    hands = office("settings", language=Language.ZH_CN)
    page = page_of(hands, SettingsPage)
    shown = page.form.printer.text()
    hands.press(Qt.Key.Key_F10)

    assert shown == "文件夹"
    assert shop.settings.printer == "folder"
    assert shown_path(shop.folder / "backups") in page.backup.sheet.accessibleDescription()
