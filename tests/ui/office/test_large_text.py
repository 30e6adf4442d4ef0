"""Large text: the office goes to one column that scrolls, and nothing is cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.office.conftest import MakeOffice
from tests.ui.office.office_hands import OfficeHands, page_of
from tests.ui.office.test_rules_page import start
from ui.office.office_pages import PAGES
from ui.office.programs.rules_page import RulesPage
from ui.theme import apply_theme
from ui.widgets.canvas import watching_cut_texts
from ui.wording import Language

LOOKS = ((Language.EN, 1.5), (Language.EN, 2.0), (Language.ZH_CN, 2.0))


def enlarged(hands: OfficeHands, qapp: QApplication, *, scale: float) -> list[str]:
    """Make the text so large and draw the whole page, also what is below the edge."""
    apply_theme(qapp, dark=False, text_scale=scale)
    hands.wait()
    assert hands.screen.page is not None
    with watching_cut_texts() as cut:
        hands.screen.grab()
        hands.screen.page.grab()
    return list(cut)


@pytest.mark.parametrize("name", list(PAGES))
@pytest.mark.parametrize(("language", "scale"), LOOKS, ids=["en-150", "en-200", "zh-200"])
def test_a_page_in_large_text_is_whole(
    office: MakeOffice, qapp: QApplication, name: str, *, language: Language, scale: float
) -> None:
    """Whoever needs large text needs all of it; a cut word is a guessed one."""
    hands = office(name, language=language)

    assert enlarged(hands, qapp, scale=scale) == []


def test_what_lies_below_is_reached_by_key(office: MakeOffice, qapp: QApplication) -> None:
    """A page longer than the window is of no use if its end cannot be reached."""
    hands = office("today")
    enlarged(hands, qapp, scale=2.0)
    page = hands.screen.page
    assert page is not None
    window = page.parentWidget()
    assert window is not None
    before = page.y()
    for _ in range(12):
        hands.press(Qt.Key.Key_PageDown)

    assert before == 0
    assert page.y() + page.height() == window.height()


def test_the_focus_is_always_in_view(office: MakeOffice, qapp: QApplication) -> None:
    """Who tabs to a field below the edge must see what he types there."""
    hands = office("settings")
    enlarged(hands, qapp, scale=2.0)
    page = hands.screen.page
    assert page is not None
    places = []
    for _ in range(20):
        hands.press(Qt.Key.Key_Tab)
        focus = hands.focus
        if page.isAncestorOf(focus):
            top = focus.mapTo(hands.screen, focus.rect().topLeft()).y()
            places.append(0 <= top < hands.screen.height())

    assert len(places) > 10
    assert all(places)


def test_a_program_is_asked_for_in_large_text(office: MakeOffice, qapp: QApplication) -> None:
    """Rules that decide money are read by those who need large text too."""
    hands = office("rules")
    enlarged(hands, qapp, scale=1.5)
    start(hands, "M1")
    form = page_of(hands, RulesPage).starts.form

    assert form.isVisible()
    assert form.list.rows[0].field is not None
    assert form.list.rows[0].field.edit.hasFocus()


@pytest.mark.parametrize(
    ("language", "scale"), [(Language.EN, 1.15), (Language.EN, 2.0), (Language.ZH_CN, 2.0)]
)
def test_what_each_program_does_is_whole_in_large_text(
    office: MakeOffice, qapp: QApplication, *, language: Language, scale: float
) -> None:
    """An owner chooses by these sentences; half a sentence misleads."""
    hands = office("rules", language=language)
    hands.press(Qt.Key.Key_Insert)
    cut = enlarged(hands, qapp, scale=scale)
    kinds = page_of(hands, RulesPage).starts.kinds
    with watching_cut_texts() as below:
        for row in range(len(kinds.table.model.rows)):
            kinds.table.choose(row)
            kinds.grab()

    assert kinds.table.current_row > 15
    assert [*cut, *below] == []
