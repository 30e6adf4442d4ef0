"""A place in the queue given up for a voucher, by real keys."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from pos_app.actions.show_member import show_member
from pos_app.domain.moment import Day
from pos_app.domain.money import Fen
from pos_app.shop import Shop
from tests.ui.till.conftest import OIL, name_member
from tests.ui.till.hands import Hands
from ui.wording import Language

ENTER = Qt.Key.Key_Return


def buy(till: Hands) -> None:
    """A sale of the member that brings a ticket, then the next bill."""
    till.scan(OIL)
    name_member(till)
    till.press(ENTER, times=2)
    till.press(Qt.Key.Key_Delete)


def show_leaving(till: Hands) -> None:
    """Open what leaving the queue means for the member."""
    name_member(till)
    till.press(Qt.Key.Key_F9)
    till.press(Qt.Key.Key_Down)
    till.press(ENTER)


def test_leaving_the_queue_shows_what_is_given_up_first(rewarding: Hands, shop: Shop) -> None:
    """No place is given up unseen, nor by Enters pressed in haste."""
    buy(rewarding)
    before = len(show_member(shop, 1).tickets)
    show_leaving(rewarding)
    shown = rewarding.sees("放弃目标里没有收到的")
    rewarding.press(ENTER, times=2)
    asked = len(show_member(shop, 1).tickets)
    rewarding.press(Qt.Key.Key_Delete)

    assert (before, asked) == (1, 1)
    assert shown
    assert show_member(shop, 1).tickets == ()


@pytest.mark.parametrize(
    ("language", "told"), [(Language.EN, "12, first 28 Nov 2027"), (Language.ZH_CN, "12 张")]
)
def test_when_the_first_of_many_vouchers_ends_is_never_cut(
    rewarding: Hands, tmp_path: Path, language: Language, told: str
) -> None:
    """The member reads there until when to use them, in either language."""
    name_member(rewarding)
    rewarding.window.words.speak(language)
    standing = rewarding.window.till.session.standing
    assert standing is not None
    many = replace(standing, voucher_lots=12, voucher=Fen(1_200), voucher_expires=Day("2027-11-28"))
    screen = rewarding.window.till.screen
    screen.member.show_member(many, None, keys=screen.keys, is_added=False)
    cut = rewarding.take_picture(tmp_path / "vouchers.png")

    assert rewarding.sees(told)
    assert cut == []
