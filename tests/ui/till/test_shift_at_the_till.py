"""The shift at the till: counted and looked at, in nobody's way."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pos_app.actions.shifts.look_at_shift import look_at_shift
from pos_app.domain.money import Fen
from pos_app.domain.shift import MOVES_OF_SHIFT, Shift
from pos_app.shop import Shop
from tests import make
from tests.ui.till.conftest import CASHIER, COLA
from tests.ui.till.hands import Hands, at_the_till
from ui.wording import Language

CONTROL = Qt.KeyboardModifier.ControlModifier
ENTER, ESC, F11 = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F11


def shift_of(shop: Shop) -> Shift:
    """The first shift of the shop."""
    with shop.storage.read() as seen:
        kept = seen.book.get(Shift, 1)
    assert kept is not None
    return kept


def moves_of(shop: Shop) -> list[tuple[int, str, int | None]]:
    """Cash moved in the first shift: how much, why, and who approved it."""
    with shop.storage.read() as seen:
        moves = seen.book.scan(MOVES_OF_SHIFT, 1)
        return [(each.amount, each.reason, each.approved_by) for each in moves]


def papers(shop: Shop) -> list[str]:
    """Which papers came out."""
    return [each.name.split("-")[2] for each in make.printer_of(shop).printed]


def sell_cola(till: Hands) -> None:
    """One bottle for 3.00 in cash."""
    till.scan(COLA)
    till.press(ENTER, times=2)


def test_what_is_counted_while_the_shift_is_being_read_is_compared_when_it_has_come(
    till: Hands, shop: Shop
) -> None:
    """A long day is read for a while; no digit falls into the scan box meanwhile."""
    sell_cola(till)
    with till.worker_held():
        till.press(F11)
        till.enter("203")
        waits = till.sees("正在读取本班数字")
        till.press(ENTER)
        early = till.sees("应有")
        scanned = till.window.till.screen.scan.text
    compared = till.sees("203.00")
    open_still = shift_of(shop).closed_at
    till.press(ENTER)

    assert (waits, early, scanned) == (True, False, "")
    assert (compared, open_still) == (True, None)
    assert (shift_of(shop).counted, shift_of(shop).variance) == (20300, 0)


def test_a_count_left_by_esc_closes_nothing_when_its_figures_come(till: Hands, shop: Shop) -> None:
    """The answer to a panel that is gone must not open another one."""
    with till.worker_held():
        till.press(F11)
        till.enter("200")
        till.press(ESC, times=2)
        gone = till.window.till.screen.panel
    till.scan(COLA)

    assert gone is None
    assert [row[1] for row in till.bill()] == ["可口可乐 500ml"]
    assert shift_of(shop).closed_at is None


def test_cash_is_taken_out_with_a_reason_and_a_slip(till: Hands, shop: Shop) -> None:
    """A delivery is paid from the drawer every day; the count in the evening knows it."""
    till.press(Qt.Key.Key_O, CONTROL)
    till.enter("30")
    untouched = moves_of(shop)
    till.press(Qt.Key.Key_Down, times=2)
    till.press(ENTER)
    openings = make.printer_of(shop).drawer_openings

    assert untouched == []
    assert moves_of(shop) == [(-3000, "付送货款", None)]
    assert till.bar() == "取出 30.00 已入账，单子放进钱箱。"
    assert (papers(shop), openings) == (["cash"], 1)
    assert look_at_shift(shop, till.window.till.session.seat).expected == 17_000


def test_cash_is_put_in_for_a_reason_that_was_typed(till: Hands, shop: Shop) -> None:
    """Not every reason is a usual one."""
    till.press(Qt.Key.Key_I, CONTROL)
    till.enter("50")
    till.enter("found")

    assert moves_of(shop) == [(5000, "found", None)]
    assert till.bar().startswith("放入 50.00")


def test_the_drawers_key_leads_to_cash_that_moves(till: Hands, shop: Shop) -> None:
    """Whoever knows one key of the drawer finds the other two below its reasons."""
    till.press(Qt.Key.Key_F10)
    till.press(Qt.Key.Key_Down, times=4)
    till.press(ENTER)
    till.enter("8")
    till.press(ENTER)

    assert moves_of(shop) == [(-800, "交到保险柜", None)]
    assert till.window.till.screen.panel is None


def test_a_sum_above_the_limit_waits_for_a_managers_pin(till: Hands, shop: Shop) -> None:
    """Esc there moves nothing; a PIN moves this sum once, and stands on the slip."""
    shop.use(replace(shop.settings, cash_move_limit=Fen(5000)))
    till.press(Qt.Key.Key_O, CONTROL)
    till.enter("60")
    till.press(ENTER)
    asked = till.sees("放入或取出现金 60.00 超过权限 50.00。")
    till.press(ESC)
    refused = moves_of(shop)
    till.press(ENTER)
    till.enter(make.MANAGER_PIN)

    assert (asked, refused) == (True, [])
    assert moves_of(shop) == [(-6000, "交到保险柜", 2)]


def test_nothing_is_moved_without_a_sum(till: Hands, shop: Shop) -> None:
    """Enter on an empty field asks for the sum again, whatever reason is chosen."""
    till.press(Qt.Key.Key_O, CONTROL)
    till.press(ENTER, times=3)
    till.enter("0")
    till.press(ENTER)

    assert moves_of(shop) == []
    assert till.focus() == "金额"


def test_an_x_slip_is_printed_from_the_count_with_a_managers_pin(till: Hands, shop: Shop) -> None:
    """The owner looks in at noon; the shift goes on, and the count stays unseen."""
    till.press(F11)
    till.type("20")
    till.press(Qt.Key.Key_F6)
    asked = till.sees("打印 X 单")
    till.enter(make.MANAGER_PIN)
    told = till.bar()
    till.type("3")
    till.press(ENTER)

    assert asked
    assert told == "X 单送往打印机 本班继续，没有结班"
    assert papers(shop) == ["x"]
    assert shift_of(shop).closed_at is None
    assert till.sees("203.00")


def test_a_closed_shift_invites_nobody_to_scan_the_next_bill(till: Hands) -> None:
    """The change of the last sale belongs to a shift that is over."""
    sell_cola(till)
    before = till.sees("扫码即开始下一单")
    till.press(F11)
    till.enter("203")
    till.press(ENTER)

    assert before
    assert till.sees("已交班")
    assert not till.sees("扫码即开始下一单")


def test_closing_over_an_open_bill_says_first_that_it_stays(till: Hands) -> None:
    """Goods on the counter must surprise neither who leaves nor who comes next."""
    till.scan(COLA)
    till.press(Qt.Key.Key_F11)
    told = till.bar()
    till.press(Qt.Key.Key_Escape)
    left = till.bar()
    till.press(Qt.Key.Key_F11)
    till.type("200")
    till.press(ENTER, times=3)
    till.sign_in(person=CASHIER, pin=make.CASHIER_PIN)

    assert "1 种 1 件" in told
    assert "3.00" in told
    assert "没结" not in left
    assert [row[1] for row in till.bill()] == ["可口可乐 500ml"]


def test_a_shift_that_nobody_closed_is_named_at_sign_in_and_stops_no_sale(
    qapp: QApplication, shop: Shop
) -> None:
    """Nine days in one shift are one count of the drawer for nine days of mistakes."""
    make.seat_with_shift(shop)
    make.pass_time(shop, days=9)
    with at_the_till(qapp, shop) as till:
        till.sign_in(person=CASHIER, pin=make.CASHIER_PIN)
        bar, told = till.bar(), till.sees("1 号机 · 班次 1 · 已开 9 天")
        sell_cola(till)
        till.press(F11)
        asks = till.sees("点好钱箱，输入金额。")

    assert "班次 1 已开 9 天，还没交班。" in bar
    assert "F11" in bar
    assert (told, asks) == (True, True)
    assert papers(shop) == ["receipt"]


def test_a_shift_of_today_is_not_named(qapp: QApplication, shop: Shop) -> None:
    """What is as it should be is no message."""
    make.seat_with_shift(shop)
    make.pass_time(shop, seconds=23 * 3600)
    with at_the_till(qapp, shop) as till:
        till.sign_in(person=CASHIER, pin=make.CASHIER_PIN)
        bar, told = till.bar(), till.sees("1 号机 · 班次 1")

    assert ("已开" in bar, told) == (False, True)


def test_a_till_that_stays_on_counts_the_days_of_its_shift(till: Hands, shop: Shop) -> None:
    """Whoever never signs out is told by the status line, in either language."""
    make.pass_time(shop, days=1)
    till.window.words.speak(Language.EN)
    till.window.till.view.refresh()

    assert till.sees("Till 1, shift 1, open for 1 day")


def test_what_the_bar_said_goes_with_the_shift(till: Hands) -> None:
    """That it goes on must stand neither over its end nor before who comes next."""
    till.press(F11)
    till.press(Qt.Key.Key_F6)
    till.enter(make.MANAGER_PIN)
    said = till.bar()
    till.type("200")
    till.press(ENTER, times=2)
    closed = till.bar()
    till.press(ENTER)
    till.sign_in(person=CASHIER, pin=make.CASHIER_PIN)

    assert said == "X 单送往打印机 本班继续，没有结班"
    assert [closed, till.bar()] == ["还没有开班，F11 开班。"] * 2
