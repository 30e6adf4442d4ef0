"""The reward programs in the office, by keys, on a real shop."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from pos_app.actions.programs.adopt_program import ProgramAsk
from pos_app.actions.programs.close_program import close_program
from pos_app.actions.programs.list_programs import list_programs
from pos_app.domain.program_consent import TYPED_SENTENCES
from pos_app.shop import Shop
from tests.adopting import adopt_tried, note_tried
from tests.ui.office.conftest import OWNER_SEAT, MakeOffice
from tests.ui.office.office_hands import OfficeHands, page_of
from ui.office.programs.rules_page import RulesPage
from ui.widgets.canvas import watching_cut_texts
from ui.wording import Language

MANAGER_PIN = "73918264"
"""Of the sample shop's manager."""


def start(hands: OfficeHands, kind: str) -> None:
    """Open the form of a kind by keys."""
    page = page_of(hands, RulesPage)
    hands.press(Qt.Key.Key_Insert)
    while page.starts.kinds.key != kind:
        hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)


def asked_of(page: RulesPage) -> tuple[ProgramAsk, ...]:
    """What the form would start."""
    ask = page.starts.form.ask()
    return (ask,) if ask is not None else ()


def test_a_program_is_tried_before_it_starts(office: MakeOffice, shop: Shop) -> None:
    """Rulebook 10.10: the same key tries it first, tells how it ends, then starts it."""
    hands = office("rules")
    starts = page_of(hands, RulesPage).starts
    start(hands, "M5")
    starts.form.consent.set_text("He")
    hands.press(Qt.Key.Key_F10)
    before = [each.program.kind for each in list_programs(shop)]
    hands.qtbot.waitUntil(lambda: "Once more" in starts.form.sentence.text(), timeout=60_000)
    told = starts.form.sheet.accessibleDescription()
    hands.press(Qt.Key.Key_F10)

    assert "M5" not in before
    assert told.startswith("Tried, as an estimate; If sales stop after ")
    assert [each.program.kind for each in list_programs(shop)] == [*before, "M5"]


def test_a_red_program_starts_only_with_name_sentence_and_a_second_pin(
    office: MakeOffice, shop: Shop
) -> None:
    """Rulebook 10.10: he types that he read the law, and another one confirms it."""
    hands = office("rules")
    page = page_of(hands, RulesPage)
    start(hands, "M1")
    before = list_programs(shop)
    hands.press(Qt.Key.Key_F10)

    assert "by name first" in page.starts.form.sentence.text()
    assert list_programs(shop) == before
    page.starts.form.consent.set_text("He")
    page.starts.form.typed.set_text(TYPED_SENTENCES["en"])
    page.starts.form.second.set_text(MANAGER_PIN)
    note_tried(shop, *asked_of(page))
    hands.press(Qt.Key.Key_F10)
    assert [each.program.version for each in list_programs(shop)] == [1, 2]


@pytest.mark.parametrize("language", Language)
def test_what_a_trial_told_is_read_whole_before_the_program_starts(
    office: MakeOffice, language: Language
) -> None:
    """Who cannot read what is owed when sales stop has consented to nothing (10.10)."""
    hands = office("rules", language=language)
    starts = page_of(hands, RulesPage).starts
    start(hands, "M5")
    trial = starts.trial
    with hands.qtbot.waitSignal(trial.tried, timeout=60_000):
        trial.begin(asked_of(page_of(hands, RulesPage)))
    hands.wait()
    with watching_cut_texts() as cut:
        hands.screen.grab()

    assert list(cut) == []


@pytest.mark.parametrize(
    ("language", "law"), [(Language.EN, "Article 7."), (Language.ZH_CN, "第七条")]
)
def test_a_red_program_quotes_the_law_that_one_says_to_have_read(
    office: MakeOffice, language: Language, law: str
) -> None:
    """Rulebook 10.1: the page quotes article 7, and says who else can be liable."""
    hands = office("rules", language=language)
    starts = page_of(hands, RulesPage).starts
    start(hands, "M3")
    red = starts.form.sheet.accessibleDescription()
    hands.press(Qt.Key.Key_Escape)
    start(hands, "M5")
    yellow = starts.form.sheet.accessibleDescription()

    assert (law in red, law in yellow) == (True, False)


def test_starting_a_queue_changes_the_one_that_has_another_name(
    office: MakeOffice, shop: Shop
) -> None:
    """Two queues would share the money, and no member would know which is which."""
    number = next(p.program.number for p in list_programs(shop) if p.program.kind == "M1")
    close_program(shop, OWNER_SEAT, program=number)
    ask = ProgramAsk("老街排队", "M1", "V2B", consent_by="He")
    adopt_tried(shop, OWNER_SEAT, ask=ask)
    hands = office("rules")
    page = page_of(hands, RulesPage)
    start(hands, "M1")
    page.starts.form.consent.set_text("He")
    page.starts.form.typed.set_text(TYPED_SENTENCES["en"])
    page.starts.form.second.set_text(MANAGER_PIN)
    note_tried(shop, *asked_of(page))
    hands.press(Qt.Key.Key_F10)
    running = [p.program for p in list_programs(shop) if p.program.closed_at is None]

    assert [(p.name, p.version) for p in running if p.kind == "M1"] == [("老街排队", 2)]


def test_stopping_a_program_says_first_what_will_happen(office: MakeOffice, shop: Shop) -> None:
    """Nothing brings a stopped queue back; Enter must not be enough."""
    hands = office("rules")
    page = page_of(hands, RulesPage)
    page.table.view.setCurrentIndex(page.table.model.index(1, 0))
    page.detail.stop.click()
    hands.wait()
    told = page.confirm.sheet.accessibleDescription()
    hands.press(Qt.Key.Key_Return)
    still = [each.program.closed_at for each in list_programs(shop)]
    hands.press(Qt.Key.Key_F10)

    assert "This cannot be undone." in told
    assert still == [None, None]
    assert [each.program.closed_at is None for each in list_programs(shop)] == [True, False]
