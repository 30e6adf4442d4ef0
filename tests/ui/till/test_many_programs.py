"""Five programs beside a bill: a line each, every sentence by one key."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pos_app.shop import Shop
from tests import make
from tests.actions.holding import buy, start
from tests.ui.till.conftest import CASHIER, OIL, on_shift, start_programs
from tests.ui.till.hands import Hands, at_the_till
from ui.customer_screen import CustomerScreen
from ui.till.panels.rules_panel import RulesPanel
from ui.widgets.canvas import watching_cut_texts
from ui.widgets.gain_box import GainBox

KINDS = ("M4", "M5", "M6")
QUEUE_EN = "Of each 100 yuan sold the store puts 10 yuan into the queue."
CONTROL = Qt.KeyboardModifier.ControlModifier


def begin_bill(till: Hands) -> None:
    """A shift opened, and a bill of oil for the one member."""
    till.sign_in(person=CASHIER, pin=make.CASHIER_PIN)
    till.enter("200")
    ring_up_for_member(till)


def ring_up_for_member(till: Hands) -> None:
    """A bill of oil for the one member."""
    till.scan(OIL)
    till.press(Qt.Key.Key_F9)
    till.enter("6021")


@pytest.fixture
def many(shop: Shop) -> Shop:
    """Points, the queue and three more kinds."""
    start_programs(shop)
    start(shop, *KINDS)
    return shop


def test_each_of_many_programs_has_one_line_and_the_queue_its_sentence(
    qapp: QApplication, many: Shop
) -> None:
    """A wall of small print hides what the customer asks about (rulebook 2.10 stays)."""
    many.settings = replace(many.settings, language="en")
    with at_the_till(qapp, many) as till:
        begin_bill(till)

        assert till.sees("Points +60 at once; Queue target 60.00 from now")
        assert till.sees("M4 +300 from now")
        assert till.sees("M6 energy +60.00 from now")
        assert till.sees(QUEUE_EN)
        assert not till.sees("Points have no fixed value")


def test_one_key_shows_what_must_be_told_of_each_program(qapp: QApplication, many: Shop) -> None:
    """The rules are read on request, whole, under the name of their program."""
    with at_the_till(qapp, many) as till:
        begin_bill(till)
        till.press(Qt.Key.Key_G, CONTROL)
        panel = till.window.till.screen.panel
        assert isinstance(panel, RulesPanel)
        told = panel.rules
        till.press(Qt.Key.Key_Escape)

        assert [name for name, _sentence in told] == ["points", "queue", *KINDS]
        assert all(sentence.endswith("。") for _name, sentence in told)
        assert till.window.till.screen.panel is None


def test_the_rules_in_force_are_read_before_a_bill_has_begun(
    qapp: QApplication, many: Shop
) -> None:
    """Who asks at the counter has often bought nothing yet."""
    with on_shift(qapp, many) as till:
        till.press(Qt.Key.Key_G, CONTROL)
        panel = till.window.till.screen.panel

        assert isinstance(panel, RulesPanel)
        assert [name for name, _sentence in panel.rules] == ["points", "queue", *KINDS]


def test_a_shop_without_programs_says_why_there_are_no_rules(till: Hands) -> None:
    """A key that does nothing looks broken."""
    till.press(Qt.Key.Key_G, CONTROL)

    assert till.window.till.screen.panel is None
    assert "没有奖励方案在运行，没有规则可看。" in till.bar()


@pytest.mark.parametrize(("language", "percent"), [("zh_CN", 150), ("en", 150), ("en", 200)])
def test_larger_text_leaves_many_programs_whole(
    qapp: QApplication, many: Shop, tmp_path: Path, *, language: str, percent: int
) -> None:
    """Beside the bill, at the payment and in the rules nothing is cut."""
    many.settings = replace(many.settings, language=language, text_percent=percent)
    with at_the_till(qapp, many) as till:
        begin_bill(till)
        cut = till.take_picture(tmp_path / "card.png")
        till.press(Qt.Key.Key_G, CONTROL)
        cut += till.take_picture(tmp_path / "rules.png")
        till.press(Qt.Key.Key_Down, times=2)
        cut += till.take_picture(tmp_path / "further.png")
        till.press(Qt.Key.Key_Escape)
        till.press(Qt.Key.Key_Return)
        cut += till.take_picture(tmp_path / "payment.png")

        assert cut == []


@pytest.mark.parametrize(
    ("language", "percent"), [("zh_CN", 100), ("en", 100), ("zh_CN", 150), ("en", 200)]
)
def test_a_member_with_tickets_reads_his_place_and_what_is_added_whole(
    qapp: QApplication, many: Shop, tmp_path: Path, *, language: str, percent: int
) -> None:
    """Half a sum reads as another sum; a place never ends in dots."""
    seat = make.seat_with_shift(many)
    for member in (
        *(make.member(many, f"顾客{each}", phone=f"1390000{each}") for each in range(1000, 1010)),
        1,
    ):
        buy(many, seat, member, times=2)
    make.pass_time(many, days=1)
    many.settings = replace(many.settings, language=language, text_percent=percent)
    with at_the_till(qapp, many) as till:
        till.sign_in(person=CASHIER, pin=make.CASHIER_PIN)
        ring_up_for_member(till)
        cut = till.take_picture(tmp_path / "card.png")

        assert cut == []


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_customer_reads_every_sentence_and_his_balances(
    qapp: QApplication, many: Shop, *, language: str
) -> None:
    """On his own screen nothing lies over anything, whatever must be told."""
    many.settings = replace(many.settings, language=language)
    with at_the_till(qapp, many) as till:
        begin_bill(till)
        display = CustomerScreen(till.window.till, till.whole.words).display
        display.resize(1280, 800)
        with watching_cut_texts() as cut:
            display.grab()
        box = display.findChild(GainBox)
        guest = display.view.guest

        assert list(cut) == []
        assert isinstance(box, GainBox)
        assert guest is not None
        assert guest.gain is not None
        assert guest.gain.disclosure.count("M4") == 1
        assert box.geometry().top() >= 80 + 230 + 16 + 56 + 28
