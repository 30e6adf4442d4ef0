"""Lists of the office are read behind the screen: keys go on meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from pos_app.actions.products.count_products import count_products
from pos_app.actions.products.find_products import find_products
from pos_app.actions.programs.list_programs import list_programs
from pos_app.actions.staff.staff_list import staff_list
from pos_app.actions.trying.what_if_candidates import what_if_candidates
from pos_app.shop import Shop
from tests.ui.office.conftest import MakeOffice
from tests.ui.office.office_hands import OfficeHands, page_of
from ui.office.members.members_page import MembersPage
from ui.office.products.products_page import ProductsPage
from ui.office.programs.rules_page import RulesPage
from ui.office.settings.staff_page import StaffPage
from ui.office.trying.what_if_page import WhatIfPage


@contextmanager
def worker_held(hands: OfficeHands) -> Iterator[None]:
    """Keep the worker from its work inside this block, as a slow disk does."""
    gate = Event()
    hands.background.run(gate.wait)
    try:
        yield
    finally:
        gate.set()
        hands.wait()


def keys(hands: OfficeHands, text: str) -> None:
    """Type without waiting for what the shop answers."""
    QTest.keyClicks(hands.focus, text)
    QCoreApplication.processEvents()


def test_a_new_product_typed_while_the_list_is_read_stays_in_the_form(
    office: MakeOffice, shop: Shop
) -> None:
    """The first product of the list would take the form over in the middle of a name."""
    hands = office("products")
    page = page_of(hands, ProductsPage)
    with worker_held(hands):
        keys(hands, "a")
        QTest.keyClick(hands.focus, Qt.Key.Key_Insert)
        keys(hands, "Green tea")
    typed = page.form.name.text()

    assert (typed, page.form.number) == ("Green tea", 0)


def test_only_the_answer_to_what_was_typed_last_is_shown(office: MakeOffice, shop: Shop) -> None:
    """The answer to the first letter comes after the second was typed."""
    hands = office("products")
    page = page_of(hands, ProductsPage)
    names = [each.name for each in find_products(shop, "牛奶", limit=200, with_former=True)]
    with worker_held(hands):
        for letter in ("可", "牛", "牛奶"):
            page.search.set_text(letter)
            page.search.edited.emit(letter)

    assert [row.cells[0] for row in page.table.model.rows] == names
    assert page.form.number == find_products(shop, "牛奶", limit=1, with_former=True)[0].number


def test_enter_on_a_line_waits_for_the_product_before_it_takes_letters(
    office: MakeOffice, shop: Shop
) -> None:
    """Letters typed into the product shown before would be lost, or saved with it."""
    hands = office("products")
    page = page_of(hands, ProductsPage)
    hands.press(Qt.Key.Key_Down)
    with worker_held(hands):
        QTest.keyClick(hands.focus, Qt.Key.Key_Down)
        QTest.keyClick(hands.focus, Qt.Key.Key_Return)
        QCoreApplication.processEvents()
        early = page.form.name.field.edit.hasFocus()
    second = find_products(shop, "", limit=2, with_former=True)[1]

    assert not early
    assert page.form.name.field.edit.hasFocus()
    assert (page.form.name.text(), page.form.number) == (second.name, second.number)


def test_a_long_list_says_how_many_it_does_not_show(office: MakeOffice, shop: Shop) -> None:
    """Whoever reads "200 shown" believes that the shop has two hundred products."""
    hands = office("products")
    page = page_of(hands, ProductsPage)
    first = page.list_words().shown
    page.list.read_on()
    hands.wait()

    assert (count_products(shop), first) == (260, "200 of 260; search for the rest")
    assert page.list_words().shown == "260 shown"


def test_a_search_that_finds_nobody_shows_nobody(office: MakeOffice) -> None:
    """The member shown before is not the one that was asked for, and has no reasons."""
    hands = office("members")
    page = page_of(hands, MembersPage)
    before = page.detail.shown
    hands.type("19999999999")

    assert before > 0
    assert page.detail.shown == 0
    assert not page.detail.why.isEnabled()
    assert page.table.model.rowCount() == 0


def test_the_program_that_was_asked_about_is_the_one_that_stops(
    office: MakeOffice, shop: Shop
) -> None:
    """A touch on another line meanwhile must not stop that one instead."""
    hands = office("rules")
    page = page_of(hands, RulesPage)
    first, second = list_programs(shop)[:2]
    hands.press(Qt.Key.Key_F8)
    page.table.view.setCurrentIndex(page.table.model.index(1, 0))
    hands.press(Qt.Key.Key_F10)
    after = {each.program.number: each.program.closed_at for each in list_programs(shop)}

    assert after[first.program.number] is not None
    assert after[second.program.number] is None


def test_people_and_programs_are_read_behind_the_screen(office: MakeOffice, shop: Shop) -> None:
    """A page that waits for a busy shop is a window that answers no key."""
    hands = office("today")
    with worker_held(hands):
        hands.screen.open_page("staff")
        staff = page_of(hands, StaffPage).table.model.rowCount()
        hands.screen.open_page("rules")
        rules = page_of(hands, RulesPage).table.model.rowCount()
        hands.screen.open_page("what-if")
        tried = page_of(hands, WhatIfPage).form.candidates.model.rowCount()

    found = page_of(hands, WhatIfPage).form.candidates.model.rowCount()

    assert (staff, rules, tried) == (0, 0, 0)
    assert found == len(what_if_candidates(shop, hands.screen.words.wording))


def test_a_new_colleague_typed_while_the_list_is_read_stays_in_the_form(
    office: MakeOffice, shop: Shop
) -> None:
    """The first one of the list would take the form over in the middle of a name."""
    hands = office("today")
    with worker_held(hands):
        hands.screen.open_page("staff")
        QTest.keyClick(hands.focus, Qt.Key.Key_Insert)
        keys(hands, "Bo")
    page = page_of(hands, StaffPage)

    assert (page.form.name.text(), page.form.ask().number) == ("Bo", 0)
    assert page.table.model.rowCount() == len(staff_list(shop, with_former=True))


def test_whoever_was_just_saved_is_the_one_shown(office: MakeOffice) -> None:
    """What is typed next, such as a new PIN, is meant for the colleague just saved."""
    hands = office("staff")
    page = page_of(hands, StaffPage)
    hands.press(Qt.Key.Key_Insert)
    hands.type("Bo")
    page.form.pin.set_text("274913")
    hands.press(Qt.Key.Key_F10)
    last = page.table.model.rowCount() - 1

    assert (page.form.name.text(), page.form.ask().number) == ("Bo", last + 1)
    assert page.table.current_row == last
