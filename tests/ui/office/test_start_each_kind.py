"""Every kind of the rulebook is started by keys and sells; the books agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from pos_app.actions.draws.draw_protocol import check_protocol, read_protocol
from pos_app.actions.due.settle_due import settle_due
from pos_app.actions.premises.save_settings import save_settings
from pos_app.actions.premises.set_rules import set_rules
from pos_app.actions.premises.show_rules import show_rules
from pos_app.actions.programs.adopt_combination import asks_of
from pos_app.actions.programs.list_programs import list_programs
from pos_app.actions.programs.program_form import kinds_offered
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.actions.why.rewards_of_sale import rewards_of_sale
from pos_app.domain.program_consent import TYPED_SENTENCES
from pos_app.domain.seat import Seat
from pos_app.domain.settings import ShopRules
from pos_app.shop import Shop
from tests import make
from tests.adopting import note_tried
from tests.ui.office.conftest import OWNER_SEAT, MakeOffice
from tests.ui.office.office_hands import OfficeHands, page_of
from tests.ui.office.test_rules_page import start
from ui.office.programs.rules_page import RulesPage
from ui.office.reports.rewards_page import RewardsPage

MOST_QUESTIONS = 30


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A shop without programs, whose rules leave room for any of them."""
    opened = make.shop(tmp_path)
    set_rules(opened, OWNER_SEAT, rules=ShopRules(max_total_concession_bp=7000))
    make.product(opened, price=10_000)
    # Keys type the sentence in English; no test types Chinese.
    save_settings(opened, OWNER_SEAT, settings=replace(opened.settings, language="en"))
    yield opened
    opened.close()


def accept(hands: OfficeHands) -> None:
    """Enter through every question to the consent, and give as much as is asked."""
    form = page_of(hands, RulesPage).starts.form
    if form.consent.isHidden():
        hands.press(Qt.Key.Key_F10)
        return
    for _ in range(MOST_QUESTIONS):
        if form.consent.field.edit.hasFocus():
            break
        hands.press(Qt.Key.Key_Return)
    hands.type("He")
    if not form.typed.isHidden():
        hands.press(Qt.Key.Key_Return)
        hands.type(TYPED_SENTENCES["en"])
        hands.press(Qt.Key.Key_Return)
        hands.type(make.MANAGER_PIN)
    ask = form.ask()
    assert ask is not None
    note_tried(page_of(hands, RulesPage).desk.shop, ask)
    hands.press(Qt.Key.Key_Return)


def sell(shop: Shop, seat: Seat, member: int) -> int:
    """A purchase of 100 yuan by a member; returns the sale's number."""
    line = make.line(10_000, name="可口可乐 500ml")
    draft = make.draft(shop, line, tenders=(make.cash(10_000),), member=member)
    return complete_sale(shop, seat, draft=draft).sale.number


def hashes_in(told: str) -> set[str]:
    """Every SHA-256 in a text."""
    return set(re.findall("[0-9a-f]{64}", told))


@pytest.mark.parametrize("kind", kinds_offered())
def test_a_kind_is_started_by_keys_and_its_sale_verifies(
    office: MakeOffice, shop: Shop, kind: str
) -> None:
    """What the office starts must take the very next sale, to the fen."""
    hands = office("rules")
    start(hands, kind)
    accept(hands)
    sponsor = make.member(shop)
    buyer = make.member(shop, "钱二", phone="13900001234", sponsor=sponsor)
    seat = make.seat_with_shift(shop)
    first = sell(shop, seat, sponsor)
    make.pass_time(shop, days=8)
    settle_due(shop)
    last = sell(shop, seat, buyer)
    make.pass_time(shop, days=40)
    settle_due(shop)

    assert [(each.program.kind, each.program.enabled) for each in list_programs(shop)] == [
        (kind, True)
    ]
    joined = [each for n in (first, last) for each in rewards_of_sale(shop, n).programs]
    assert (joined[-1].reason, joined[-1].kind) == ("", kind)
    assert verify_books(shop.storage) == []
    hands.screen.open_page("reports")
    hands.wait()
    shown = page_of(hands, RewardsPage).accounts.model.rows
    assert [row.cells[0] for row in shown if set(row.cells[0]) & set(":@_#")] == []


def test_a_draw_shows_its_promise_and_saves_its_protocol(office: MakeOffice, shop: Shop) -> None:
    """Rulebook 3.3: the commitment is published before, the seed only after.

    The form shows the commitment that the draw then runs under, and no other is shown ever.
    """
    hands = office("rules")
    start(hands, "M1b")
    page = page_of(hands, RulesPage)
    promised = hashes_in(page.starts.form.sheet.accessibleDescription())
    accept(hands)
    (running,) = list_programs(shop)
    shown = page.detail.sheet.accessibleDescription()
    hands.press(Qt.Key.Key_F9)
    told = hands.screen.notice.text
    before = read_protocol(shop.folder / "reports" / "draw-1.json")
    hands.press(Qt.Key.Key_F8, Qt.Key.Key_F10, Qt.Key.Key_F9)
    after = read_protocol(shop.folder / "reports" / "draw-1.json")

    # The paper is what customers are shown; the file is for whoever computes it again.
    assert told.startswith("Saved: ")
    assert told.endswith("draw-1.pdf; for checking: draw-1.json")
    assert len(running.commitment) == 64
    assert promised == hashes_in(shown) == {running.commitment}
    assert before["seed"] is None
    assert before["commitment"] == after["commitment"] == running.commitment
    assert check_protocol(after).doubts == ()


def test_a_combination_starts_its_programs_together(office: MakeOffice, shop: Shop) -> None:
    """Rulebook 9.1: a title of the seeds is several programs within one budget."""
    hands = office("rules")
    start(hands, "seed-003")
    page = page_of(hands, RulesPage)
    told = page.starts.combination.programs.accessibleDescription()
    hands.type("He")
    ask = page.starts.combination.ask()
    assert ask is not None
    note_tried(shop, *asks_of(shop, ask))
    hands.press(Qt.Key.Key_Return)

    assert "Puts in of each sale 30%" in told
    assert [(e.program.kind, e.program.enabled) for e in list_programs(shop)] == [
        ("M5", True),
        ("M4", True),
    ]


def test_a_figure_outside_its_range_is_refused_as_one_types(office: MakeOffice) -> None:
    """Whoever types 90 % must read at once how far he may go, not after signing."""
    hands = office("rules")
    start(hands, "M1")
    form = page_of(hands, RulesPage).starts.form
    hands.type("90%")

    assert form.sentence.text() == "The store puts in, of each sale: 3%–40%."


def test_weights_that_do_not_add_up_are_refused_in_words(office: MakeOffice) -> None:
    """A rule between two figures needs a sentence, not a code."""
    hands = office("rules")
    start(hands, "M1")
    form = page_of(hands, RulesPage).starts.form
    hands.press(Qt.Key.Key_Return)
    hands.type("60")

    assert form.sentence.text() == "The shares make 110% together; they must make 100%."


def test_the_rules_of_the_shop_are_set_by_keys(office: MakeOffice, shop: Shop) -> None:
    """Return window, limits and the second PIN decide money: the owner must find them."""
    hands = office("rules")
    hands.type("r")
    hands.type("7")
    hands.press(Qt.Key.Key_Return)
    hands.type("90")
    hands.press(Qt.Key.Key_F10)
    refused = page_of(hands, RulesPage).rules.sentence.text()
    hands.type("40%")
    hands.press(Qt.Key.Key_F10)

    assert refused == "All programs together put in, of a sale: 0%–70%."
    assert show_rules(shop) == ShopRules(max_total_concession_bp=4000, return_window_days=7)
