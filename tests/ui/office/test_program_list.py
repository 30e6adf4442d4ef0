"""The list of reward programs by keys: what is marked, and what is said."""

from __future__ import annotations

from PySide6.QtCore import Qt

from pos_app.actions.programs.adopt_combination import combinations
from pos_app.shop import Shop
from tests.ui.office.conftest import MakeOffice
from tests.ui.office.office_hands import OfficeHands, page_of
from tests.ui.office.test_rules_page import start
from ui.office.programs.rules_page import RulesPage


def one_queue_for_all_stores() -> str:
    """A combination whose queue is shared by every store of the alliance."""
    return next(
        each.code
        for each in combinations()
        for part in each.programs
        if getattr(part.parameters, "scope", "") == "ALLIANCE"
    )


def refused_combination(hands: OfficeHands) -> RulesPage:
    """Choose a combination that may not run beside the queue there is."""
    page = page_of(hands, RulesPage)
    hands.press(Qt.Key.Key_Insert)
    while page.starts.kinds.key != one_queue_for_all_stores():
        hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    return page


def test_the_program_just_stopped_stays_marked_and_is_named(office: MakeOffice) -> None:
    """Whoever stopped one program must not read that another one runs."""
    hands = office("rules")
    page = page_of(hands, RulesPage)
    hands.press(Qt.Key.Key_Down)
    assert page.chosen is not None
    name = page.chosen.program.name
    hands.press(Qt.Key.Key_F8, Qt.Key.Key_F10)

    assert page.table.current_row == 1
    assert page.chosen.program.name == name
    assert hands.screen.notice.text == f"{name}: stopped for good"


def test_stopping_says_what_becomes_of_what_waits(office: MakeOffice) -> None:
    """Members will ask; whoever stops a program must know before, not after."""
    hands = office("rules")
    page = page_of(hands, RulesPage)
    start(hands, "M4")
    hands.press(Qt.Key.Key_F10, Qt.Key.Key_F8)
    told = page.confirm.sheet.accessibleDescription()

    assert "Purchases that do not count yet bring nothing of it any more." in told
    assert "Points release nothing any more; the pool goes back to the stores." in told
    assert "Points, balances" not in told


def test_the_program_just_started_is_the_one_shown(office: MakeOffice) -> None:
    """The first key after the start is meant for what was started."""
    hands = office("rules")
    page = page_of(hands, RulesPage)
    start(hands, "M4")
    hands.press(Qt.Key.Key_F10)

    assert page.chosen is not None
    assert page.chosen.program.kind == "M4"
    assert page.table.current_row == 2


def test_home_and_end_go_through_the_kinds_and_insert_begins_anew(office: MakeOffice) -> None:
    """A list that is opened anew begins at its first row, not where somebody left it."""
    hands = office("rules")
    kinds = page_of(hands, RulesPage).starts.kinds
    hands.press(Qt.Key.Key_Insert)
    first = kinds.key
    hands.press(Qt.Key.Key_End)
    last = kinds.table.current_row
    hands.press(Qt.Key.Key_Home)
    home = kinds.key
    hands.press(Qt.Key.Key_End, Qt.Key.Key_Escape, Qt.Key.Key_Insert)

    assert last == len(kinds.table.model.rows) - 1
    assert home == kinds.key == first


def test_a_combination_that_may_not_run_is_named_and_its_row_stays_in_view(
    office: MakeOffice,
) -> None:
    """No code of the rulebook is said; the bar does not hide what it speaks of."""
    hands = office("rules")
    page = refused_combination(hands)
    row = page.starts.kinds.table.current_row
    view = page.starts.kinds.table.view
    seen = view.visualRect(page.starts.kinds.table.model.index(row, 0))
    title = page.starts.kinds.table.model.rows[row].cells[0]

    assert hands.screen.notice.text.startswith(f"{title}: ")
    assert "STORE" not in hands.screen.notice.text
    assert view.viewport().rect().contains(seen)


def test_esc_puts_the_bar_away_before_the_panel(office: MakeOffice) -> None:
    """The bar says that Esc puts it away; a panel closed instead was not asked for."""
    hands = office("rules")
    page = refused_combination(hands)
    hands.press(Qt.Key.Key_Escape)
    after_one = (hands.screen.notice.text, page.starts.isVisible())
    hands.press(Qt.Key.Key_Escape)

    assert after_one == ("", True)
    assert not page.starts.isVisible()


def test_the_next_form_begins_without_the_bar_of_the_last(office: MakeOffice) -> None:
    """A refusal of one program over another one's form would be read as its own."""
    hands = office("rules")
    page = refused_combination(hands)
    hands.press(Qt.Key.Key_Home, Qt.Key.Key_Return)

    assert page.starts.form.isVisible()
    assert hands.screen.notice.text == ""


def test_a_changed_scope_is_refused_in_the_words_of_the_choice(
    office: MakeOffice, shop: Shop
) -> None:
    """An owner chose between two sentences, not between two codes."""
    hands = office("rules")
    page = page_of(hands, RulesPage)
    start(hands, "M1")
    form = page.starts.form
    row = form.list.row("scope")
    assert row is not None
    assert row.bar is not None
    row.parts[1].setFocus()
    hands.press(Qt.Key.Key_Space)
    told = form.sentence.text()

    assert told.endswith("keeps its queue for this store while tickets wait.")


def test_rules_of_other_figures_are_not_shown_beside_a_refused_one(office: MakeOffice) -> None:
    """What customers would be told changes with the figure, or is not told at all."""
    hands = office("rules")
    start(hands, "M2")
    form = page_of(hands, RulesPage).starts.form
    before = form.sheet.accessibleDescription()
    hands.type("10%")

    assert "17%" in before
    assert form.sentence.text() != ""
    assert "17%" not in form.sheet.accessibleDescription()


def test_a_sentence_typed_wrong_is_refused_in_one_short_line(office: MakeOffice) -> None:
    """The sentence stands above; both its languages in the refusal were cut off."""
    hands = office("rules")
    start(hands, "M1")
    form = page_of(hands, RulesPage).starts.form
    form.consent.field.edit.setFocus()
    hands.type("He")
    hands.press(Qt.Key.Key_Return)
    hands.type("I have read")
    hands.press(Qt.Key.Key_F10)

    assert form.sentence.text() == (
        "This is not the sentence above, word for word. Nothing was started."
    )
