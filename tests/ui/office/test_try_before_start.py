"""From a program's start page to the what-if and back, by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt

from pos_app.actions.programs.list_programs import list_programs
from pos_app.shop import Shop
from tests.ui.office.conftest import MakeOffice
from tests.ui.office.office_hands import OfficeHands, page_of
from tests.ui.office.test_rules_page import start
from tests.ui.office.test_what_if_page import cells, small_trade, try_it
from ui.office.programs.rules_page import RulesPage
from ui.office.trying.what_if_page import WhatIfPage


def bring_green_points(hands: OfficeHands) -> WhatIfPage:
    """Open the start page of green points, change its rebate, and hand it over by F5."""
    start(hands, "M4")
    rows = page_of(hands, RulesPage).starts.form.list.rows
    rebate = next(row for row in rows if row.question.name == "rebate_bp")
    assert rebate.field is not None
    rebate.field.set_text("4")
    hands.press(Qt.Key.Key_F5)
    return page_of(hands, WhatIfPage)


def test_what_is_about_to_start_is_tried_with_its_own_figures(
    office: MakeOffice, shop: Shop
) -> None:
    """An estimate of other parameters than those that will run would mislead."""
    hands = office("rules")
    before = list_programs(shop)
    page = bring_green_points(hands)
    candidate = page.form.candidate

    assert candidate is not None
    assert [(each.name, each.kind) for each in candidate.programs] == [("绿色积分", "M4")]
    assert candidate.programs[0].params["rebate_bp"] == 400
    assert list_programs(shop) == before


def test_the_answer_comes_back_to_the_form_as_it_was_left(office: MakeOffice) -> None:
    """What was typed is not typed twice, and the estimate stands above the rules."""
    hands = office("rules")
    page = bring_green_points(hands)
    small_trade(page)
    try_it(hands, page)
    tried = len(cells(page))
    hands.press(Qt.Key.Key_F8)
    form = page_of(hands, RulesPage).starts.form
    ask = form.ask()

    assert tried == 3
    assert "If sales stop after 10 days: " in form.sheet.accessibleDescription()
    assert ask is not None
    assert ask.params["rebate_bp"] == 400


def test_an_answer_ends_where_the_figures_are_changed(office: MakeOffice) -> None:
    """What was tried is not what stands there any more."""
    hands = office("rules")
    page = bring_green_points(hands)
    small_trade(page)
    try_it(hands, page)
    hands.press(Qt.Key.Key_F8)
    form = page_of(hands, RulesPage).starts.form
    rebate = next(row for row in form.list.rows if row.question.name == "rebate_bp")
    assert rebate.field is not None
    rebate.field.edit.setFocus()
    hands.press(Qt.Key.Key_End)
    hands.type("5")

    assert "If sales stop" not in form.sheet.accessibleDescription()


def test_without_a_trial_the_form_comes_back_as_it_was(office: MakeOffice) -> None:
    """Looking at the what-if loses nothing."""
    hands = office("rules")
    bring_green_points(hands)
    hands.press(Qt.Key.Key_F8)
    form = page_of(hands, RulesPage).starts.form
    ask = form.ask()

    assert ask is not None
    assert ask.params["rebate_bp"] == 400
