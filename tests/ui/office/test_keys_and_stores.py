"""Keys bound anew, stores, what a member declares: by keys, over their pages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from pos_app.actions.members.register_member import register_member
from pos_app.actions.members.show_member import show_member
from pos_app.actions.stores.add_store import add_store
from pos_app.actions.stores.leave_alliance import leave_alliance
from pos_app.actions.stores.list_stores import list_stores
from pos_app.domain.member import MemberDeclared
from pos_app.shop import Shop
from tests import make
from tests.ui.office.conftest import EVENING, OWNER_SEAT, MakeOffice
from tests.ui.office.office_hands import OfficeHands, page_of
from ui.office.members.members_page import MembersPage
from ui.office.settings.settings_page import SettingsPage
from ui.till_keys import Act, KeyTable, bound_keys, bound_text

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


def open_keys(office: MakeOffice, act: Act) -> OfficeHands:
    """Open the keys over the settings, at the line of an act."""
    hands = office("settings")
    hands.press(Qt.Key.Key_F6)
    panel = page_of(hands, SettingsPage).keys
    meaning = KeyTable().line(act).meaning
    row = [each.cells[0] for each in panel.table.model.rows].index(meaning)
    panel.table.view.setCurrentIndex(panel.table.model.index(row, 0))
    return hands


def test_a_key_is_bound_anew_by_pressing_it(office: MakeOffice, shop: Shop) -> None:
    """A shop with another keyboard sells with its own keys, also after a restart."""
    hands = open_keys(office, Act.HOLD)
    hands.press(ENTER, Qt.Key.Key_F12)
    first = page_of(hands, SettingsPage).keys.catcher.accessibleName()
    hands.press(Qt.Key.Key_PageDown)

    assert first == "F12 is: Pay, when the scan box is empty. Press another key."
    assert shop.settings.keys == "hold=PgDown"
    assert KeyTable(bound_keys(shop.settings.keys)).cap(Act.HOLD) == "PgDown"


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_7, Qt.Key.Key_Home, Qt.Key.Key_Tab])
def test_what_is_typed_or_moves_in_lists_is_no_key(
    office: MakeOffice, shop: Shop, key: Qt.Key
) -> None:
    """A letter bound to Pay would pay in the middle of a name."""
    hands = open_keys(office, Act.HOLD)
    hands.press(ENTER, key)

    assert "is needed for typing" in page_of(hands, SettingsPage).keys.catcher.accessibleName()
    assert shop.settings.keys == ""


def test_delete_takes_the_usual_key_and_esc_leaves_it(office: MakeOffice, shop: Shop) -> None:
    """Nobody has to remember what a key was called when the till came."""
    hands = open_keys(office, Act.HOLD)
    hands.press(ENTER, Qt.Key.Key_PageDown)
    hands.press(ENTER, ESC)
    kept = shop.settings.keys
    hands.press(Qt.Key.Key_Delete)

    assert kept == "hold=PgDown"
    assert shop.settings.keys == ""


def test_the_usual_key_waits_while_another_act_has_it(office: MakeOffice, shop: Shop) -> None:
    """Two acts on one key would leave it to chance which is done."""
    hands = open_keys(office, Act.HOLD)
    hands.press(ENTER, Qt.Key.Key_PageDown)
    hands.press(Qt.Key.Key_Down)
    hands.press(ENTER, Qt.Key.Key_F4)
    hands.press(Qt.Key.Key_Up)
    hands.press(Qt.Key.Key_Delete)

    assert page_of(hands, SettingsPage).keys.catcher.accessibleName().startswith("F4 is: ")
    assert bound_keys(shop.settings.keys) == {"hold": "PgDown", "recall": "F4"}


def test_keys_are_read_back_as_they_were_kept() -> None:
    """The settings keep them as one text; `=` itself may be a key."""
    bound = {"pay": "=", "hold": "Ctrl+Shift+H"}

    assert bound_keys(bound_text(bound)) == bound


def test_another_store_is_registered_by_keys(office: MakeOffice, shop: Shop) -> None:
    """An alliance grows without a terminal."""
    hands = office("settings")
    before = len(list_stores(shop))
    hands.press(Qt.Key.Key_F7)
    hands.type("S9")
    hands.press(ENTER)
    hands.type("Riverside")
    hands.press(ENTER)
    stores = [each.store for each in list_stores(shop)]

    assert len(stores) == before + 1
    assert ("S9", "Riverside") in [(each.code, each.name) for each in stores]
    assert hands.screen.notice.text == "Store S9 is registered: Riverside"


def test_a_code_that_a_store_has_is_refused(office: MakeOffice, shop: Shop) -> None:
    """Two stores of one code would pay for each other."""
    hands = office("settings")
    hands.press(Qt.Key.Key_F7)
    for name in ("Riverside", "Hillside"):
        hands.type("S9")
        hands.press(ENTER)
        hands.type(name)
        hands.press(ENTER)

    assert [each.store.code for each in list_stores(shop)].count("S9") == 1
    assert "S9" in hands.screen.notice.text


def test_a_store_leaves_by_keys_after_what_stays_was_shown(office: MakeOffice, shop: Shop) -> None:
    """It cannot be undone: F8 shows, F10 does it, Enter does not (2.9, 6.8)."""
    hands = office("settings")
    hands.press(Qt.Key.Key_F7)
    hands.type("S9")
    hands.press(ENTER)
    hands.type("Riverside")
    hands.press(ENTER)
    panel = page_of(hands, SettingsPage).stores
    panel.table.choose(1)
    hands.press(Qt.Key.Key_F8)
    told = panel.leaving.sheet.accessibleDescription()
    hands.press(ENTER)
    still = list_stores(shop)[1].store.left_at
    hands.press(Qt.Key.Key_F10)

    assert "Open tickets of its sales 0" in told
    assert "No money moves: what it put in is paid out" in told
    assert still is None
    assert list_stores(shop)[1].store.left_at == EVENING
    assert not panel.leaving.isVisible()
    assert panel.table.model.rows[1].cells[2] == "left on 20 Nov 2026"
    assert hands.screen.notice.text == "The store Riverside has left the alliance."


def test_what_stays_of_a_store_that_left_is_still_shown(office: MakeOffice, shop: Shop) -> None:
    """It owes and is owed after it has gone; it cannot go twice."""
    hands = office("settings")
    add_store(shop, OWNER_SEAT, code="S9", name="Riverside")
    leave_alliance(shop, OWNER_SEAT, code="S9")
    hands.press(Qt.Key.Key_F7)
    panel = page_of(hands, SettingsPage).stores
    panel.table.choose(1)
    hands.press(Qt.Key.Key_F8)
    leaving = panel.leaving

    assert leaving.sheet.accessibleName() == "The store Riverside has left the alliance."
    assert "Put in until now 0.00" in leaving.sheet.accessibleDescription()
    assert "No money moves" not in leaving.sheet.accessibleDescription()
    assert not leaving.main.isEnabled()


def test_the_store_of_this_till_stays(office: MakeOffice, shop: Shop) -> None:
    """Nobody is left at a till that may not sell; Esc goes back in the end."""
    hands = office("settings")
    hands.press(Qt.Key.Key_F7)
    panel = page_of(hands, SettingsPage).stores
    panel.table.choose(0)
    hands.press(Qt.Key.Key_F8, Qt.Key.Key_F10)
    said = hands.screen.notice.text
    hands.press(ESC, ESC)

    assert "stands in the store S1" in said
    assert list_stores(shop)[0].store.left_at is None
    assert (panel.leaving.isVisible(), panel.isVisible()) == (False, True)


def test_what_a_member_declares_is_written_by_keys(office: MakeOffice, shop: Shop) -> None:
    """Age, work and household decide over draws and referrals (rulebook 10.6, 1.10)."""
    hands = office("members")
    page = page_of(hands, MembersPage)
    shown = page.detail.declare.panel
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_F5)
    shown.age.choose(1)
    shown.work.choose(1)
    hands.type("Riverside 4")
    hands.press(Qt.Key.Key_F10)
    number = page.detail.shown

    assert show_member(shop, number).declared == MemberDeclared("MINOR", True, "Riverside 4")
    assert not shown.isVisible()
    assert "14 to 17" in page.detail.sheet.accessibleDescription()


def test_a_members_data_are_erased_by_keys_and_the_list_goes_on(
    office: MakeOffice, shop: Shop
) -> None:
    """What it does stands on the panel before F10 does it (rulebook 10.6)."""
    number = register_member(shop, make.OWNER_SEAT, name="欧阳小兰", phone="13900001234")
    hands = office("members")
    page = page_of(hands, MembersPage)
    panel = page.detail.erase.panel
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_F4)
    told = panel.sheet.accessibleDescription()
    hands.press(ENTER)
    still = show_member(shop, number).name
    hands.press(Qt.Key.Key_F10)

    assert "Backups made before still hold it" in told
    assert (still, show_member(shop, number).name) == ("欧阳小兰", "")
    assert page.detail.shown != number
    assert hands.screen.notice.text == "The data are erased; the books keep the number."


def test_a_label_of_the_scale_shows_what_each_setting_makes_of_it(
    office: MakeOffice, shop: Shop
) -> None:
    """Read as money, 1.234 kg costs 12.34; whoever holds the pack sees which is right."""
    make.product(shop, "苹果", sku="00123", code="", price=2000, weighed=True)
    hands = office("settings")
    hands.press(Qt.Key.Key_F8)
    hands.type("2000123012346")
    hands.press(ENTER)
    panel = page_of(hands, SettingsPage).scale
    told = [row.cells[1] for row in panel.table.model.rows]
    hands.press(Qt.Key.Key_Down, ENTER)

    assert told == [
        "苹果  0.617 × 20.00 = 12.34",
        "苹果  1.234 × 20.00 = 24.68",
        "no product of this shop",
        "no product of this shop",
    ]
    assert shop.settings.scale_label == "2551-weight"
    assert [row.cells[2] for row in panel.table.model.rows] == ["", "in use", "", ""]


def test_the_settings_say_which_store_the_till_stands_in(office: MakeOffice, shop: Shop) -> None:
    """The list of stores sends the reader there; nothing there changes it (0091)."""
    page = page_of(office("settings"), SettingsPage)

    assert page.subtitle() == "Till 1, store S1"
