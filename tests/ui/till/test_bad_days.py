"""Bad days: no paper, a full or failed disk, a power cut, a lock, a bug."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from pos_app.actions.selling.list_sales import list_sales
from pos_app.actions.selling.open_baskets import open_baskets
from pos_app.devices.printer import PaperOut
from pos_app.faults import DiskFull, ShopFolderUnreachable
from pos_app.shop import Shop
from pos_app.startup import open_shop
from tests import make
from tests.storage.disk_fault import failing_disk
from tests.ui.till.conftest import CASHIER, COLA, OIL, WATER, on_shift, stock
from tests.ui.till.hands import Hands, at_the_till
from ui.bug_report import FOLDER
from ui.office.office_screen import OfficeScreen
from ui.second_start import FirstStart, raise_first
from ui.till.till_session import State

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


def names_on(till: Hands) -> list[str]:
    """The names on the bill."""
    return [row[1] for row in till.bill()]


def show_bug(till: Hands, error: Exception) -> None:
    """Raise an error where nobody catches it."""
    till.whole.show_bug(type(error), error, None)


def office_of(till: Hands) -> OfficeScreen:
    """The office in front."""
    return next(iter(till.window.findChildren(OfficeScreen)))


def test_a_dead_printer_never_undoes_a_sale_and_p_prints_again(till: Hands, shop: Shop) -> None:
    """A sale is complete when the books commit, not when the paper comes out."""
    printer = make.printer_of(shop)
    printer.breaks_down = PaperOut(printer="counter")
    till.scan(COLA)
    till.press(ENTER)
    till.press(ENTER)
    told = till.bar()
    sold = [each.number for each in list_sales(shop)]
    printer.breaks_down = None
    till.type("p")
    printed = till.wait_until(lambda: len(printer.printed) == 1)

    assert "P" in told
    assert sold == [1]
    assert printed


def test_the_next_sale_goes_on_while_the_printer_is_dead(till: Hands, shop: Shop) -> None:
    """The queue at the counter is worth more than paper; the light stays amber."""
    make.printer_of(shop).breaks_down = PaperOut(printer="counter")
    for code in (COLA, WATER):
        till.scan(code)
        till.press(ENTER)
        till.press(ENTER)

    assert [each.number for each in list_sales(shop)] == [2, 1]
    assert till.sees("小票没有打出")


def test_the_bill_left_open_is_given_back(qapp: QApplication, tmp_path: Path) -> None:
    """Each line is on the disk before the next one is scanned (design.md section 5).

    Nothing is said of a power cut: the till may as well have been closed in order.
    """
    shop = make.shop(tmp_path)
    stock(shop)
    with on_shift(qapp, shop) as before:
        before.scan(COLA)
        before.enter("*3")
        before.scan(OIL)
    again = open_shop(tmp_path / "shop", clock=make.clock_of(shop))
    with at_the_till(qapp, again) as after:
        after.sign_in(person=CASHIER, pin=make.CASHIER_PIN)
        told = after.bar()
        bill = [row[1:3] for row in after.bill()]

    assert told.startswith("上次没结的单回来了：2 种 4 件。")
    assert bill == [("可口可乐 500ml", "3"), ("金龙鱼 菜籽油 5L", "1")]


def test_a_locked_till_hides_the_bill_and_gives_it_back(till: Hands) -> None:
    """Whoever walks past reads nothing; the right PIN finds everything as it was."""
    till.scan(COLA)
    till.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    hidden = not till.sees("可口可乐")
    till.scan(WATER)
    till.enter("000000")
    till.enter(make.CASHIER_PIN)

    assert hidden
    assert names_on(till) == ["可口可乐 500ml"]


def test_a_till_left_alone_locks_itself(qapp: QApplication, shop: Shop) -> None:
    """After the time the shop has set; the bill waits behind it, unread."""
    shop.use(replace(shop.settings, lock_after_seconds=1))
    with on_shift(qapp, shop) as till:
        till.scan(COLA)
        locked = till.wait_until(lambda: till.sees("已锁定"))
        hidden = not till.sees("可口可乐")

    assert locked
    assert hidden


def test_a_sum_beyond_all_limits_is_taken_back_off_the_bill(till: Hands, shop: Shop) -> None:
    """What cannot be quoted cannot be paid; the bill is what it was before the scan."""
    make.product(shop, "Gold", price=10**11, code="4000000000006")
    till.scan(COLA)
    till.scan("4000000000006")
    till.enter("*11")
    told = till.bar()

    assert "1,000,000,000.00" in told or "10,000,000,000.00" in told
    assert [row[2] for row in till.bill()] == ["1", "1"]


def test_a_wrong_pin_says_how_many_tries_are_left(till: Hands) -> None:
    """Guessing has an end, and who mistypes is told so before it comes."""
    till.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    till.enter("000000")
    told = [each for each in till.descriptions() if "4" in each]

    assert told != []


def test_a_full_disk_books_nothing_and_enter_tries_again(till: Hands, shop: Shop) -> None:
    """One sentence, an unchanged bill, and the same key once there is room."""
    till.scan(COLA)
    till.press(ENTER)
    with failing_disk(shop.storage.path, "/dev/full"):
        till.press(ENTER)
        told = till.descriptions()
        booked = list_sales(shop)
    till.press(ENTER)

    assert any("磁盘已满" in each for each in told)
    assert booked == ()
    assert [each.number for each in list_sales(shop)] == [1]


def test_a_full_disk_while_scanning_is_told_and_the_line_stays(till: Hands, shop: Shop) -> None:
    """The customer's goods are on the screen even when they are not on the disk."""
    till.scan(COLA)
    with failing_disk(shop.storage.path, "/dev/full"):
        till.scan(WATER)
        told = till.bar()
    till.scan(OIL)
    saved = open_baskets(shop)[0]

    assert "磁盘已满" in told
    assert names_on(till) == ["可口可乐 500ml", "农夫山泉 1.5L", "金龙鱼 菜籽油 5L"]
    assert saved is not None
    assert [line.name for line in saved.lines] == names_on(till)


def test_an_unknown_outcome_freezes_the_till(till: Hands, shop: Shop) -> None:
    """Selling on could charge twice what is in the books already (faults.md D6)."""
    till.scan(COLA)
    till.press(ENTER)
    with failing_disk(shop.storage.path, "/dev/null"):
        till.press(ENTER)
    till.press(ESC)
    till.scan(WATER)

    assert till.window.till.session.state is State.FROZEN
    assert names_on(till) == ["可口可乐 500ml"]
    assert "不要再次收款" in till.bar()


def test_a_bug_is_told_in_the_bar_and_reported_without_what_was_typed(
    till: Hands, shop: Shop
) -> None:
    """The person at the till sees it; the report names places, never customers."""
    till.scan(COLA)
    try:
        int("13800006021 林晓梅")
    except ValueError as error:
        till.whole.show_bug(type(error), error, error.__traceback__)
    reports = list((shop.folder / "reports").glob("*-bug.txt"))
    text = reports[0].read_text("utf-8")

    assert reports[0].name in till.bar()
    assert "ValueError" in text
    assert "test_bad_days.py" in text
    assert "13800006021" not in text
    assert names_on(till) == ["可口可乐 500ml"]


def test_a_bug_in_the_office_is_told_in_the_office(till: Hands) -> None:
    """The bar of the till lies behind it: nobody would know that anything had failed."""
    till.whole.window.open_office()
    show_bug(till, ZeroDivisionError())
    told = office_of(till).notice.text

    assert told.startswith("程序出了问题。报告在 ")
    assert told.endswith("-bug.txt。")


def test_a_bug_is_told_where_no_report_can_be_written(till: Hands, shop: Shop) -> None:
    """A full disk breaks more than one thing; silence would be the worst of them."""
    (shop.folder / FOLDER).write_bytes(b"")
    show_bug(till, ZeroDivisionError())
    at_the_till_told = till.bar()
    till.whole.window.open_office()
    show_bug(till, ZeroDivisionError())

    assert "账单还在，但是写不了报告。" in at_the_till_told
    assert office_of(till).notice.text == "程序出了问题，而且写不了报告。"


def test_a_fault_that_nobody_listened_for_is_no_bug(till: Hands, shop: Shop) -> None:
    """What the disk did is said as such, and nothing more is sold on it."""
    till.whole.window.open_office()
    show_bug(till, DiskFull(path=str(shop.folder)))
    full = office_of(till).notice.text
    show_bug(till, ShopFolderUnreachable(path=str(shop.folder), detail="EIO"))

    assert "磁盘" in full
    assert str(shop.folder) in office_of(till).notice.text
    assert till.window.till.session.doubt is not None
    assert not (shop.folder / FOLDER).exists()


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_a_second_start_brings_the_first_window_forward(till: Hands, tmp_path: Path) -> None:
    """Two tills on one file would be two truths; the second start just ends."""
    folder = tmp_path / "another"
    nobody = raise_first(folder)
    first = FirstStart(folder, till.window)
    till.window.showMinimized()
    somebody = raise_first(folder)
    raised = till.wait_until(lambda: not till.window.isMinimized())
    first.close()
    QCoreApplication.processEvents()

    assert (nobody, somebody) == (False, True)
    assert raised
