"""The office's form asks what a program's rewards are for tax, in words."""

from __future__ import annotations

from PySide6.QtCore import Qt

from pos_app.actions.programs.list_programs import list_programs
from pos_app.domain.tax_treatment import OTHER_INCOME
from pos_app.shop import Shop
from tests.ui.office.conftest import MakeOffice
from tests.ui.office.office_hands import OfficeHands, page_of
from ui.office.programs.rules_page import RulesPage

MOST_QUESTIONS = 30
F6, F10, ENTER = Qt.Key.Key_F6, Qt.Key.Key_F10, Qt.Key.Key_Return
TAB, SPACE = Qt.Key.Key_Tab, Qt.Key.Key_Space


def to_the_tax(hands: OfficeHands) -> list[str]:
    """Enter through the questions to the one about tax, the last; return its choices."""
    row = page_of(hands, RulesPage).starts.form.list.rows[-1]
    for _ in range(MOST_QUESTIONS):
        if hands.focus in row.parts:
            break
        hands.press(ENTER)
    return [each.accessibleName() for each in row.parts]


def test_the_treatment_is_chosen_by_keys_and_kept(office: MakeOffice, shop: Shop) -> None:
    """10.7: the owner's adviser says what points are; the next version keeps it."""
    points = list_programs(shop)[0]
    hands = office("rules")
    hands.press(F6)
    words = to_the_tax(hands)
    hands.press(TAB, TAB, TAB, SPACE, F10)

    assert words == [
        "For tax its rewards are: Price discount",
        "For tax its rewards are: Prize income",
        "For tax its rewards are: Pay for services",
        "For tax its rewards are: Other income",
    ]
    changed = list_programs(shop)[0]
    assert (changed.program.kind, changed.program.version) == ("M0", points.program.version + 1)
    assert changed.params == {**points.params, "tax_treatment": OTHER_INCOME}
    told = page_of(hands, RulesPage).detail.sheet.accessibleDescription()
    assert "For tax its rewards are Other income" in told
