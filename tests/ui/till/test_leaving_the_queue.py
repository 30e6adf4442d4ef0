"""A place in the queue given up for a voucher, by real keys."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from pos_app.actions.members.show_member import show_member
from pos_app.domain.moment import Day
from pos_app.domain.money import Fen
from pos_app.shop import Shop
from tests import make
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
    show_leaving_again(till)


def show_leaving_again(till: Hands) -> None:
    """The same for the member on the bill."""
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
    assert "-leaving-" in make.printer_of(shop).printed[-1].name


def test_what_the_exit_fund_cannot_give_is_said_before_the_place_is_given_up(
    rewarding: Hands,
) -> None:
    """The voucher is at most what the fund has (2.6); who leaves must know that."""
    buy(rewarding)
    buy(rewarding)
    show_leaving(rewarding)
    little = rewarding.sees(
        "按规则可得 29.16，但退出基金现在只有 0.60。"
        "抵用券 0.60 有效至 2027-11-21，每次最多抵付消费的 50%。"
    )
    rewarding.press(ENTER)
    rewarding.press(Qt.Key.Key_Delete)
    show_leaving_again(rewarding)
    nothing = rewarding.sees("退出基金现在没有钱：会员得不到抵用券。")
    rewarding.press(ENTER)
    rewarding.press(Qt.Key.Key_Delete)

    assert (little, nothing) == (True, True)
    assert rewarding.sees("已退出排队，没有抵用券")


def test_the_longest_words_of_leaving_have_room(rewarding: Hands, tmp_path: Path) -> None:
    """In English they are longest, where the fund has something but not enough."""
    buy(rewarding)
    buy(rewarding)
    rewarding.window.words.speak(Language.EN)
    show_leaving(rewarding)

    assert rewarding.sees("By the rules it is 29.16, but the exit fund has 0.60 now")
    assert rewarding.take_picture(tmp_path / "little.png") == []


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
