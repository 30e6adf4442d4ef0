"""A preset that this shop could never start is shown as such, with the reason."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from pos_app.actions.premises.set_rules import set_rules
from pos_app.actions.premises.show_rules import show_rules
from pos_app.actions.programs.program_form import program_form
from pos_app.shop import Shop
from tests import make
from tests.ui.office.conftest import MakeOffice
from tests.ui.office.office_hands import page_of
from ui.office.programs.rules_page import RulesPage


def test_refer_three_begins_with_the_preset_that_the_shop_may_start(
    office: MakeOffice, shop: Shop
) -> None:
    """34% of a sale is above the usual 30%: it was refused only after it was chosen."""
    hands = office("rules")
    page = page_of(hands, RulesPage)
    hands.press(Qt.Key.Key_Insert)
    page.starts.kinds.choose("M2")
    hands.press(Qt.Key.Key_Return)
    preset = page.starts.form.preset
    offered = [each.text() for each in preset.bar.segments if each.isEnabled()]

    assert show_rules(shop).max_total_concession_bp == 3000
    assert program_form("M2", limit=3000).first == "HALF_BACK"
    assert offered == [preset.bar.segments[preset.choice].text()]
    assert "34% is above this shop's 30%" in preset.bar.segments[0].accessibleName()


def test_a_kind_that_fits_by_no_preset_says_why_it_is_not_here(
    office: MakeOffice, shop: Shop
) -> None:
    """Enter opens nothing that could never start."""
    rules = replace(show_rules(shop), max_total_concession_bp=500)
    set_rules(shop, make.OWNER_SEAT, rules=rules)
    hands = office("rules")
    page = page_of(hands, RulesPage)
    hands.press(Qt.Key.Key_Insert)
    kinds = page.starts.kinds
    kinds.choose("M2")
    does = kinds.table.model.rows[kinds.table.current_row].cells[1]
    hands.press(Qt.Key.Key_Return)

    assert does == "Not here: above this shop's limit of 5%"
    assert kinds.sentence.text() == does
    assert kinds.isVisible()


def test_a_preset_is_told_in_words_with_its_own_name(office: MakeOffice, shop: Shop) -> None:
    """SAFE30 says nothing to an owner; the terminal takes it, so it stands behind."""
    set_rules(shop, make.OWNER_SEAT, rules=replace(show_rules(shop), max_total_concession_bp=7000))
    hands = office("rules")
    page = page_of(hands, RulesPage)
    hands.press(Qt.Key.Key_Insert)
    page.starts.kinds.choose("M3")
    hands.press(Qt.Key.Key_Return)
    preset = page.starts.form.preset
    first = preset.name_shown
    hands.press(Qt.Key.Key_Backtab, Qt.Key.Key_Space)

    assert first == "Preset: 2+1, puts in 30% · SAFE30"
    assert preset.name_shown == preset.bar.segments[-1].accessibleName()
    assert preset.name_shown == "Preset: 3+1, puts in 66% · sourced 3+1"
