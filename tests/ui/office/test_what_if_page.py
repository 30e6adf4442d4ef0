"""What if, in the office: by keys, on a real shop, beside a till that sells."""

from __future__ import annotations

from PySide6.QtCore import Qt

from pos_app.actions.programs.list_programs import list_programs
from pos_app.actions.trying.what_if_candidates import what_if_candidates
from pos_app.shop import Shop
from pos_app.wording import Language, Wording
from tests.ui.office.conftest import MakeOffice
from tests.ui.office.office_hands import OfficeHands, page_of
from ui.office.trying.shown_what_if import PRICE
from ui.office.trying.what_if_form import MADE_UP, OWN_SALES
from ui.office.trying.what_if_page import WhatIfPage
from ui.office.widgets.office_table import HEAD, ROW

DAYS = 20


def choose(page: WhatIfPage, title: str) -> None:
    """Choose what is tried by what the list calls it."""
    titles = [row.cells[0] for row in page.form.candidates.model.rows]
    view = page.form.candidates.view
    view.setCurrentIndex(page.form.candidates.model.index(titles.index(title), 0))


def try_it(hands: OfficeHands, page: WhatIfPage) -> None:
    """Press the key that tries it, and wait for the answer."""
    hands.press(Qt.Key.Key_F10)
    page.trial.background.finish()
    hands.wait()


def small_trade(page: WhatIfPage) -> None:
    """A few sales a day, so that a test is over soon."""
    page.form.figures["sales_a_day"].set_text("5")
    page.form.figures["days"].set_text(str(DAYS))


def cells(page: WhatIfPage) -> list[tuple[str, ...]]:
    """How it ends, as it is read."""
    return [row.cells for row in page.ends.model.rows]


def test_everything_that_can_be_adopted_can_be_tried(shop: Shop) -> None:
    """Every kind, every preset, every combination, and what the shop runs (9.2)."""
    candidates = what_if_candidates(shop, Wording(Language.EN))
    kinds = {ask.kind for each in candidates for ask in each.programs}

    assert kinds == {"M0", "M1", "M1b", "M2", "M3", "M4", "M5", "M6"}
    assert [each.title for each in candidates if each.is_own] == [
        each.program.name for each in list_programs(shop)
    ]
    assert max(len(each.programs) for each in candidates) == 3


def test_made_up_sales_show_a_curve_and_the_red_line(office: MakeOffice) -> None:
    """The owner sees what happens if sales stop before he switches anything on."""
    hands = office("what-if")
    page = page_of(hands, WhatIfPage)
    choose(page, "Queue · all to the front")
    small_trade(page)
    try_it(hands, page)
    given, halved, stopped = cells(page)

    assert (given[0], halved[0], stopped[0]) == (
        "As given",
        "Sales halved",
        "Sales stopped",
    )
    assert given[1:] == ("1,165.41", "1,165.41", "0.00", "4,662.49", "7", "41", "8")
    assert page.note.text().startswith("If sales stop after 10 days: ")
    assert "members wait for ever" in page.note.text()
    assert "promises nothing" in page.note.text()


def test_the_shops_own_sales_leave_their_room_to_the_list(office: MakeOffice) -> None:
    """Nobody looks through forty-two programs four at a time."""
    page = page_of(office("what-if"), WhatIfPage)
    in_view = []
    for trade in (MADE_UP, OWN_SALES, MADE_UP):
        page.form.trade.bar.segments[trade].click()
        in_view.append((page.form.candidates.height() - HEAD) // ROW)

    assert in_view == [4, 10, 4]


def test_the_shops_own_sales_are_tried_without_typing_a_figure(office: MakeOffice) -> None:
    """The first question of an owner: what would it have cost me?"""
    hands = office("what-if")
    page = page_of(hands, WhatIfPage)
    choose(page, "Appreciation · standard")
    page.form.trade.choose(OWN_SALES)
    page.form.trade.chosen.emit(OWN_SALES)
    try_it(hands, page)
    page.measure.choose(PRICE)
    page.measure.chosen.emit(PRICE)

    assert "on past sales" in page.note.text()
    assert "A point is worth" in page.note.text()
    assert not page.form.figures["days"].isVisible()


def test_a_figure_that_is_none_is_said_at_the_field(office: MakeOffice) -> None:
    """Nothing is tried on a slip of the finger."""
    hands = office("what-if")
    page = page_of(hands, WhatIfPage)
    page.form.figures["return_bp"].set_text("many")
    hands.press(Qt.Key.Key_F10)

    assert page.form.sentence.text() == "This is no figure: many"
    assert cells(page) == []


def test_a_refusal_is_a_sentence(office: MakeOffice) -> None:
    """Too many sales to try, a program above the limit: in words, and nothing lost."""
    hands = office("what-if")
    page = page_of(hands, WhatIfPage)
    page.form.figures["days"].set_text("4000")
    try_it(hands, page)

    assert page.form.sentence.text().startswith("days of the made-up sales is between 1 and 3,660")
    assert not page.trial.is_running


def test_escape_stops_a_trial_and_leaves_no_answer(office: MakeOffice) -> None:
    """A year of sales takes minutes; the owner has seen enough."""
    hands = office("what-if")
    page = page_of(hands, WhatIfPage)
    choose(page, "Queue · standard")
    page.form.figures["days"].set_text("365")
    page.form.main.click()
    hands.background.finish()
    hands.press(Qt.Key.Key_Escape)
    page.trial.background.finish()
    hands.wait()

    assert page.form.sentence.text() == "Stopped before its end. There is no answer."
    assert (cells(page), page.trial.is_running) == ([], False)


def test_the_page_speaks_both_languages(office: MakeOffice) -> None:
    """Half a page in English stops an owner who reads none."""
    hands = office("what-if", language=Language.ZH_CN)
    page = page_of(hands, WhatIfPage)
    small_trade(page)
    try_it(hands, page)

    assert cells(page)[0][0] == "照原样"
    assert "不作任何承诺" in page.note.text()


def test_of_programs_tried_together_each_has_its_curve(office: MakeOffice) -> None:
    """Rulebook 9.1: a combination is several programs, and each costs what it costs."""
    hands = office("what-if")
    page = page_of(hands, WhatIfPage)
    choose(page, "Queue refund and many stores")
    small_trade(page)
    try_it(hands, page)
    first = cells(page)
    assert page.program is not None
    page.program.choose(1)
    page.program.chosen.emit(1)

    assert first[0][1:4] == ("1,165.41", "1,107.13", "58.28")
    assert cells(page)[0][1:4] == ("661.38", "15.39", "645.99")


def test_the_chosen_preset_says_what_the_terminal_calls_it(office: MakeOffice) -> None:
    """The list speaks the shop's words; the terminal has another name."""
    hands = office("what-if")
    page = page_of(hands, WhatIfPage)
    choose(page, "Queue · standard, of all stores")
    preset = page.form.behind.text()
    hands.press(Qt.Key.Key_Home)

    assert preset == "At the terminal: V5_ALLIANCE"
    assert page.form.behind.text() == ""
