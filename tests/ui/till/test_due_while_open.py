"""What falls due, and a clock that jumps, while the till is open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pos_app.actions.due.settle_due import CaughtUp, is_due
from pos_app.actions.members.show_member import show_member
from pos_app.actions.premises.accept_time import time_doubt
from pos_app.actions.programs.adopt_program import ProgramAsk
from pos_app.actions.selling.list_sales import list_sales
from pos_app.domain.moment import DAY_MS, Instant
from pos_app.shop import Shop
from tests import make
from tests.adopting import adopt_tried
from tests.ui.till.conftest import COLA, OIL, name_member, on_shift
from tests.ui.till.hands import Hands
from ui.office.settings.clock_window import ClockWindow
from ui.till.till_status import due_text
from ui.wording import Language, LiveWording

ENTER, F9 = Qt.Key.Key_Return, Qt.Key.Key_F9
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def held(qapp: QApplication, shop: Shop) -> Iterator[Hands]:
    """A till on which a member's points wait for seven days."""
    ask = ProgramAsk("points", "M0", params={"earn_bp": 100, "hold_days": 7}, consent_by="周满")
    adopt_tried(shop, make.OWNER_SEAT, ask=ask)
    with on_shift(qapp, shop) as hands:
        hands.scan(OIL)
        name_member(hands)
        hands.press(ENTER, times=2)
        yield hands


def marks_while_looking(till: Hands) -> list[str]:
    """What stood on the status line while the till looked at what is due."""
    due, status = till.window.till.session.due, till.window.till.screen.status
    told: list[str] = []
    due.changed.connect(lambda: told.extend(mark.text for mark in status.marks))
    due.look()
    till.settle()
    return told


def test_what_falls_due_while_the_till_is_open_is_done_without_a_sale(
    held: Hands, shop: Shop
) -> None:
    """A period that ends at midnight is not left to the first customer of the day."""
    make.pass_time(shop, days=8)
    before = is_due(shop)
    held.window.till.session.due.look()
    held.settle()

    assert before
    assert not is_due(shop)
    assert show_member(shop, 1).points == 60


def test_what_fell_due_is_in_the_balance_shown_and_no_scan_waits_for_it(
    held: Hands, shop: Shop
) -> None:
    """Points of last week may be spent today, though nothing was sold in between."""
    make.pass_time(shop, days=8)
    held.scan(OIL)
    with held.worker_held():
        name_member(held)
        at_once = held.bar()
        held.scan(OIL)
        painted = [row[2] for row in held.bill()]

    assert "积分 0" in at_once
    assert painted == ["2"]
    assert held.sees("积分 60 可抵 0.60")


def test_the_bar_that_names_a_member_follows_what_was_settled(held: Hands, shop: Shop) -> None:
    """Two figures for one balance on one screen are one too many."""
    make.pass_time(shop, days=8)
    held.scan(OIL)
    name_member(held)

    assert held.bar() == "会员 林晓梅 积分 60"


def test_a_settlement_that_takes_long_says_how_far_it_is(held: Hands, shop: Shop) -> None:
    """Whoever waits to book a sale wants to know for what, and for how long."""
    held.window.till.session.due.patience_ms = 0
    make.pass_time(shop, days=8)
    told = marks_while_looking(held)

    assert "正在结算，到 2026-11-29" in told
    assert not held.sees("正在结算")


def test_a_short_one_needs_no_word(held: Hands, shop: Shop) -> None:
    """A mark that flickers at each sale would be read by nobody."""
    make.pass_time(shop, days=8)

    assert marks_while_looking(held) == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.ZH_CN, "正在结算 2026-11-18：已付 1,000,465 笔"),
        (Language.EN, "Settling 18 Nov 2026: 1,000,465 payments"),
    ],
)
def test_within_a_long_event_its_payments_move(language: Language, said: str) -> None:
    """A period over very many lots is one event: its day alone would stand still."""
    now = make.OPENING
    step = CaughtUp(
        1200,
        Instant(now - 9 * DAY_MS),
        Instant(now - 3 * DAY_MS),
        now,
        payments=1_000_465,
    )

    assert due_text(step, LiveWording(language)) == said


def jump(shop: Shop) -> None:
    """Let the machine's clock be a year ahead, as after a mistyped year."""
    make.clock_of(shop).is_told = False
    make.pass_time(shop, days=365)


def answer(till: Hands, pin: str) -> None:
    """Type a PIN into the window that asks about the time."""
    window = till.other_window()
    assert isinstance(window, ClockWindow)
    edit = window.panel.pin.field.edit
    QTest.keyClicks(edit, pin)
    QTest.keyClick(edit, ENTER)
    window.finish()
    QCoreApplication.processEvents()
    till.settle()


def test_a_clock_that_jumps_while_selling_is_asked_about_and_selling_goes_on(
    till: Hands, shop: Shop
) -> None:
    """The till need not be started again: a manager's PIN, and the bill is paid."""
    till.scan(COLA)
    jump(shop)
    till.press(ENTER, times=2)
    asked = till.other_window() is not None
    none_yet = list_sales(shop)
    answer(till, make.MANAGER_PIN)
    accepted = time_doubt(shop)
    till.press(ENTER)

    assert (asked, none_yet, accepted) == (True, (), None)
    assert till.other_window() is None
    assert [each.number for each in list_sales(shop)] == [1]


def test_who_says_no_is_asked_again_only_when_something_is_to_be_written(
    till: Hands, shop: Shop
) -> None:
    """The clock is put right meanwhile: a window every half minute helps nobody."""
    jump(shop)
    till.window.till.session.due.look()
    till.settle()
    first = till.other_window()
    assert isinstance(first, ClockWindow)
    QTest.keyClick(first.panel.pin.field.edit, Qt.Key.Key_Escape)
    till.settle()
    till.window.till.session.due.look()
    till.settle()
    quiet = till.other_window()
    till.scan(COLA)
    till.press(ENTER, times=2)

    assert quiet is None
    assert till.other_window() is not None


def test_a_locked_till_asks_too(till: Hands, shop: Shop) -> None:
    """Nobody can sign in while the time is doubted: the lock must not be the end."""
    till.press(Qt.Key.Key_L, CONTROL)
    jump(shop)
    till.enter(make.CASHIER_PIN)
    answer(till, make.MANAGER_PIN)
    till.enter(make.CASHIER_PIN)
    till.scan(COLA)

    assert [row[1] for row in till.bill()] == ["可口可乐 500ml"]


def test_a_till_that_is_being_closed_looks_at_nothing_more(held: Hands, shop: Shop) -> None:
    """A round that falls into the closing would hand work to a worker that is gone."""
    make.pass_time(shop, days=8)
    session = held.window.till.session
    session.background.close()
    session.due.look()

    assert is_due(shop)
    assert session.due.step is None
