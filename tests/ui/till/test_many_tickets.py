"""A member with sixty tickets: what he can use comes first, the tickets behind it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pos_app.actions.due.settle_due import settle_due
from pos_app.actions.members.show_member import show_member
from pos_app.actions.programs.adopt_program import ProgramAsk, adopt_program
from pos_app.actions.selling.complete_sale import complete_sale
from pos_app.domain.seat import Seat
from pos_app.shop import Shop
from tests import make
from tests.actions.holding import ITSELF, start
from tests.ui.till.conftest import CASHIER
from tests.ui.till.hands import Hands, at_the_till
from tests.ui.till.test_holdings_at_the_till import open_sheet
from ui.till.panels.choice_list import Choice, ChoiceList

UP, DOWN, ENTER = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return
HOME, END = Qt.Key.Key_Home, Qt.Key.Key_End
PAGE_UP, PAGE_DOWN = Qt.Key.Key_PageUp, Qt.Key.Key_PageDown
SIXTY = 300_000
"""Fen of fifty cans of oil, which are cut into sixty tickets of 50 yuan."""
CIRCLE, FIRST, REST = 2, 5, 10
"""Where they stand in the list: the line that can be converted, ticket 1, and the rest."""


def buy(shop: Shop, seat: Seat) -> None:
    """The one member buys for 3,000 yuan."""
    line = make.line(6000, quantity=50_000, product=3, name="金龙鱼 菜籽油 5L")
    draft = make.draft(shop, line, tenders=(make.cash(SIXTY),), member=1)
    complete_sale(shop, seat, draft=draft)


@pytest.fixture
def till(qapp: QApplication, shop: Shop) -> Iterator[Hands]:
    """The sheet of a member who has sixty tickets and points that can be converted."""
    start(shop, "M6")
    queue = {"hold_days": 0, "unit": 5000, "min_order": 5000, "placement": "ALL_AT_TAIL"}
    adopt_program(shop, ITSELF, ask=ProgramAsk("排队", "M1", params=queue))
    buy(shop, make.seat_with_shift(shop))
    make.pass_time(shop, days=1)
    settle_due(shop)
    with at_the_till(qapp, shop) as hands:
        hands.sign_in(person=CASHIER, pin=make.CASHIER_PIN)
        open_sheet(hands)
        yield hands


def shown(till: Hands) -> ChoiceList:
    """The list of the sheet."""
    return next(
        each
        for each in till.whole.window.findChildren(ChoiceList)
        if each.isVisible() and each.rows and each.rows[0].name == "积分"
    )


def rows(till: Hands) -> tuple[Choice, ...]:
    """The lines of the sheet."""
    return shown(till).rows


def test_what_can_be_used_stands_before_the_tickets(till: Hands, shop: Shop) -> None:
    """The customer at the counter asks what he may use, not where each ticket stands."""
    assert len(show_member(shop, 1).tickets) == 60
    names = [each.name for each in rows(till)]

    assert names[:FIRST] == ["积分", "奖励余额", "M6", "现在可转券", "能量"]
    assert names[FIRST:] == ["第 1 位", "第 2 位", "第 3 位", "第 4 位", "第 5 位", "还有 55 张"]


def test_the_tickets_further_back_are_summed_and_listed_on_wish(till: Hands, shop: Shop) -> None:
    """55 of 50 yuan each; Enter on their line lists them, and stays where it was."""
    together = rows(till)[REST]
    till.press(DOWN, times=REST)
    till.press(ENTER)
    after = rows(till)

    received = sum(each.received for each in show_member(shop, 1).tickets[5:])
    assert (together.figure, received) == ("0.00 / 2,750.00", 0)
    assert together.second == "合计"
    assert len(after) == FIRST + 60
    assert (shown(till).chosen, after[REST].name) == (REST, "第 6 位")


def test_the_keys_for_far_ways_work_in_a_long_list(till: Hands) -> None:
    """Nobody presses Down sixty times with a queue at the counter."""
    till.press(DOWN, times=REST)
    till.press(ENTER)
    places = []
    for key in (END, HOME, PAGE_DOWN, PAGE_UP, END, UP):
        till.press(key)
        places.append(shown(till).chosen)

    last = FIRST + 60 - 1
    assert places[:2] == [last, 0]
    assert 1 < places[2] < last
    assert places[3:] == [0, last, last - 1]


def test_enter_on_what_can_be_converted_converts_it(till: Hands) -> None:
    """The line of the program opens what belongs to it, wherever it stands."""
    till.press(DOWN, times=CIRCLE)
    till.press(ENTER)

    assert till.sees("转为抵用券")
