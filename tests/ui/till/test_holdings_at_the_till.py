"""What a member has in the other programs: seen beside the bill, redeemed by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pos_app.actions.due.settle_due import settle_due
from pos_app.actions.members.declare_member import declare_member
from pos_app.actions.members.show_member import show_member
from pos_app.actions.safekeeping.verify_books import verify_books
from pos_app.domain.holdings import CircleHolding, UnitsHolding
from pos_app.domain.member import MemberDeclared
from pos_app.domain.moment import Day, day_after
from pos_app.shop import Shop
from tests import make
from tests.actions.holding import held, start
from tests.ui.till.conftest import OIL, name_member, on_shift
from tests.ui.till.hands import Hands
from ui.wording import Language

TODAY = Day("2026-11-21")
ENTER, ESC, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down


def sell_oil(till: Hands) -> None:
    """The one member buys oil for 60.00 and pays in cash."""
    till.scan(OIL)
    name_member(till)
    till.press(ENTER, times=2)


def open_sheet(till: Hands) -> None:
    """Put the member on a bill of oil and open the sheet of everything he has."""
    till.scan(OIL)
    name_member(till)
    till.press(Qt.Key.Key_F9)
    till.press(DOWN, times=2)
    till.press(ENTER)


def open_exchange(till: Hands) -> None:
    """Open from that sheet what can be exchanged."""
    open_sheet(till)
    till.press(DOWN, times=2)
    till.press(ENTER)


@pytest.mark.parametrize(
    ("kind", "adds"),
    [
        ("M1b", "M1b 抽奖 +1 单 立即计入"),
        ("M2", "M2 自购 60.00 立即计入"),
        ("M3", "M3 自购 +60.00 立即计入"),
        ("M4", "M4 +300 立即计入"),
        ("M5", "M5 按今日价 +12.6 立即计入"),
        ("M6", "M6 能量 +60.00 · 贡献值 +60 立即计入"),
    ],
)
def test_what_the_sale_adds_in_each_program_is_shown_before_it_is_paid(
    qapp: QApplication, shop: Shop, kind: str, adds: str
) -> None:
    """As for points and the queue, with the day from which it counts."""
    start(shop, kind)
    with on_shift(qapp, shop) as till:
        till.scan(OIL)
        name_member(till)

        assert till.sees(adds)


def test_a_member_sees_in_how_many_programs_he_has_what(qapp: QApplication, shop: Shop) -> None:
    """The card names each program with what stands in it now, and no promise."""
    start(shop, "M4", "M6")
    with on_shift(qapp, shop) as till:
        sell_oil(till)

        assert till.sees("M4 300 已释放抵用券 0.00")
        assert till.sees("M6 0.00 能量 60.00，贡献值 60 / 60")


def test_points_are_redeemed_by_keys_once_their_worth_has_been_seen(
    qapp: QApplication, shop: Shop
) -> None:
    """What ends and what is given stands on the screen before Enter does it."""
    start(shop, "M5")
    with on_shift(qapp, shop) as till:
        sell_oil(till)
        open_exchange(till)
        till.type("5")
        shown = till.sees("注销 5 积分，现值 7.14，其中 0.36 留在池里归其他会员。")
        untouched = held(shop, 1)
        till.press(ENTER)
        after = held(shop, 1)

        assert shown
        assert isinstance(untouched, UnitsHolding)
        assert isinstance(after, UnitsHolding)
        assert (untouched.units, after.units) == (126_000, 76_000)
        assert till.bar() == "已兑换 6.78 5 积分已注销。"
        assert [row[1] for row in till.bill()] == ["金龙鱼 菜籽油 5L"]
    assert verify_books(shop.storage) == []


def test_more_points_than_there_are_is_refused_where_they_are_typed(
    qapp: QApplication, shop: Shop
) -> None:
    """The panel says what the member has, and Enter does nothing."""
    start(shop, "M5")
    with on_shift(qapp, shop) as till:
        sell_oil(till)
        open_exchange(till)
        till.type("13")
        refused = till.sees("现在可兑换 12.6 积分，要兑换 13。")
        till.press(ENTER)
        units = held(shop, 1)

        assert refused
        assert isinstance(units, UnitsHolding)
        assert units.units == 126_000


def test_points_become_vouchers_by_keys(qapp: QApplication, shop: Shop) -> None:
    """Whole vouchers only; the rest stays, and the panel says so first."""
    start(shop, "M6")
    with on_shift(qapp, shop) as till:
        sell_oil(till)
        make.pass_time(shop, days=1)
        settle_due(shop)
        open_exchange(till)
        shown = till.sees("6.00 积分中的 5.00 转为抵用券 5.00")
        terms = till.sees(f"抵用券 5.00 有效至 {day_after(TODAY, 366)}，每次最多抵付消费的 50%。")
        till.press(ENTER)
        circle = held(shop, 1)

        assert shown
        assert terms
        assert isinstance(circle, CircleHolding)
        assert circle.points == 100
        assert show_member(shop, 1).voucher == 500
        assert [each.expires for each in show_member(shop, 1).vouchers] == [day_after(TODAY, 366)]


def test_a_line_that_only_tells_does_nothing(qapp: QApplication, shop: Shop) -> None:
    """Enter on a balance must not open what belongs to another line."""
    start(shop, "M4")
    with on_shift(qapp, shop) as till:
        sell_oil(till)
        open_sheet(till)
        till.press(ENTER)
        till.press(ESC)

        assert till.sees("会员的全部权益")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (Language.ZH_CN, "一家人、员工或未成年，没有推荐奖励"),
        (Language.EN, "no referral reward: household, staff or minor"),
    ],
)
def test_staff_reads_why_a_purchase_brings_nobody_a_referral_reward(
    qapp: QApplication, shop: Shop, tmp_path: Path, language: Language, told: str
) -> None:
    """Staff who was told of "the same party" asked whose; each case is named (1.10)."""
    start(shop, "M3")
    staff = make.member(shop, "钱二", phone="13900001234", sponsor=1)
    declare_member(shop, make.OWNER_SEAT, member=staff, declared=MemberDeclared(employee=True))
    with on_shift(qapp, shop) as till:
        till.window.words.speak(language)
        till.scan(OIL)
        till.press(Qt.Key.Key_F9)
        till.enter("1234")
        seen = till.sees(told)
        cut = till.take_picture(tmp_path / "staff.png")

    assert (seen, cut) == (True, [])
