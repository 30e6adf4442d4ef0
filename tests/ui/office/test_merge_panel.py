"""Two members made one over the members page, by keys and by a card (1.10)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pos_app.actions.members.issue_card import issue_card
from pos_app.actions.members.register_member import register_member
from pos_app.actions.members.show_member import show_member
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.staff.save_staff import StaffAsk, save_staff
from pos_app.domain.staff import MANAGER
from pos_app.shop import Shop
from tests import make
from tests.ui.office.conftest import OWNER_SEAT, MakeOffice
from tests.ui.office.office_hands import OfficeHands, page_of
from ui.office.members.members_page import MembersPage
from ui.office.members.merge_panel import MergePanel
from ui.theme import apply_theme
from ui.widgets.canvas import watching_cut_texts
from ui.wording import Language

ENTER, ESC, DOWN, F3, F10 = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Down,
    Qt.Key.Key_F3,
    Qt.Key.Key_F10,
)


def twice(shop: Shop) -> tuple[int, int]:
    """One person who registered twice; the second time last, and a manager with a PIN."""
    save_staff(shop, OWNER_SEAT, ask=StaffAsk("陈立", MANAGER, make.MANAGER_PIN))
    duplicate = register_member(shop, OWNER_SEAT, name="欧阳兰", phone="13900005678")
    return register_member(shop, OWNER_SEAT, name="欧阳小兰", phone="13900001234"), duplicate


def opened(office: MakeOffice, **how: object) -> tuple[OfficeHands, MembersPage, MergePanel]:
    """The panel over the page, which shows whoever registered last."""
    hands = office("members", **how)
    page = page_of(hands, MembersPage)
    hands.press(DOWN, F3)
    return hands, page, page.detail.merge.panel


def test_a_duplicate_is_found_compared_and_merged_by_keys(office: MakeOffice, shop: Shop) -> None:
    """What moves stands there, masked, before a PIN lets it move."""
    stays, duplicate = twice(shop)
    hands, page, panel = opened(office)
    hands.type("5678")
    offered = [each.number for each in panel.found]
    hands.press(ENTER, ENTER)
    rows = [row.cells for row in panel.both.model.rows]
    heads = [column.head for column in panel.both.model.columns]
    hands.type(make.MANAGER_PIN)
    hands.press(F10)

    assert offered == [duplicate]
    assert heads == ["", f"Duplicate {duplicate}", f"Member {stays}", "Then", ""]
    assert rows[:2] == [
        ("Name", "欧*兰", "欧*兰", "欧*兰", ""),
        ("Phone", "139****5678", "139****1234", "139****1234", ""),
    ]
    assert "Nobody can undo it." in panel.notes.accessibleDescription()
    assert hands.screen.notice.text == f"Member {duplicate} is member {stays} now."
    assert (panel.isVisible(), page.detail.shown) == (False, stays)
    assert show_member(shop, stays).also == (duplicate,)
    assert f"Merged, the same person {duplicate}" in page.detail.sheet.accessibleDescription()
    assert verify_books(shop.storage) == []


def test_without_the_right_pin_nothing_is_merged(office: MakeOffice, shop: Shop) -> None:
    """Neither the key alone nor a wrong PIN; Esc: the notice, the list, then the page."""
    stays, _duplicate = twice(shop)
    hands, page, panel = opened(office)
    hands.type("5678")
    hands.press(ENTER, ENTER, F10)
    without = hands.screen.notice.text
    hands.type("wrong-47-moon")
    hands.press(F10)
    wrong = hands.screen.notice.text
    seen = (panel.main.isVisible(), panel.table.isVisible())
    hands.press(ESC, ESC)
    after = (panel.main.isVisible(), panel.table.isVisible())
    hands.press(ESC)

    assert without.startswith("No PIN was typed.")
    assert wrong.startswith("This PIN is not right.")
    assert (seen, after) == ((True, False), (False, True))
    assert (panel.isVisible(), page.detail.shown) == (False, stays)
    assert show_member(shop, stays).also == ()


def test_the_one_who_stays_is_not_offered_and_a_card_names_the_duplicate(
    office: MakeOffice, shop: Shop
) -> None:
    """The customer has both cards in the hand; the newest members are offered untyped."""
    stays, duplicate = twice(shop)
    digits = issue_card(shop, OWNER_SEAT, member=duplicate)
    hands, _page, panel = opened(office)
    offered = [each.number for each in panel.found]
    hands.screen.take_scan(digits)
    hands.wait()

    assert offered[0] == duplicate
    assert stays not in offered
    assert panel.both.model.columns[1].head == f"Duplicate {duplicate}"


def test_a_refusal_says_in_the_language_what_to_do_instead(office: MakeOffice, shop: Shop) -> None:
    """Whoever has referred somebody stays; the other way round it can be done."""
    _stays, duplicate = twice(shop)
    friend = register_member(shop, OWNER_SEAT, name="", phone="", sponsor=duplicate)
    hands = office("members", language=Language.ZH_CN)
    page = page_of(hands, MembersPage)
    hands.press(DOWN, DOWN, F3)
    hands.type("5678")
    hands.press(ENTER, ENTER)

    assert page.detail.shown == friend - 1
    assert hands.screen.notice.text == (
        f"会员 {duplicate} 推荐过别人；推荐关系不能更改。"
        f"请反过来合并：打开会员 {duplicate}，把另一位作为重复的会员。"
    )
    assert not page.detail.merge.panel.main.isVisible()


def test_the_key_stands_on_the_key_sheet(office: MakeOffice, shop: Shop) -> None:
    """A key that no sheet names is a key that nobody presses."""
    hands = office("members")
    hands.press(DOWN, Qt.Key.Key_F1)

    assert ("F3", "Merge") in [(each.key, each.text) for each in hands.screen.keys.keys]


def test_with_larger_text_the_notes_are_whole_and_the_comparison_scrolls(
    office: MakeOffice, shop: Shop, qapp: QApplication
) -> None:
    """Whoever needs larger text has to read what cannot be undone."""
    twice(shop)
    hands, _page, panel = opened(office)
    apply_theme(qapp, dark=False, unit=1.0, text_scale=1.5)
    hands.screen.resize(1281, 801)
    hands.press(ENTER, ENTER)
    with watching_cut_texts() as cut:
        panel.grab()
    is_apart = panel.notes.geometry().bottom() < panel.pin.geometry().top()
    apply_theme(qapp, dark=False)

    assert cut == []
    assert is_apart
