"""The shift at the till: counted and looked at, in nobody's way."""

from __future__ import annotations

from PySide6.QtCore import Qt

from pos_app.domain.shift import Shift
from pos_app.shop import Shop
from tests.ui.till.conftest import COLA
from tests.ui.till.hands import Hands

ENTER, ESC, F11 = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F11


def shift_of(shop: Shop) -> Shift:
    """The first shift of the shop."""
    with shop.storage.read() as seen:
        kept = seen.book.get(Shift, 1)
    assert kept is not None
    return kept


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
