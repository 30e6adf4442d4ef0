"""Books at risk: a red bar that does not leave, and nothing is sold (look.md 6)."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pos_app.actions.safekeeping.back_up import leave_backup
from pos_app.actions.selling.list_sales import list_sales
from pos_app.actions.shifts.close_shift import close_shift
from pos_app.domain.money import Fen
from pos_app.shop import Shop
from pos_app.startup import open_shop
from tests import make
from tests.actions.books.test_audit_books import tamper
from tests.actions.safekeeping.test_known_ends import cut_off, last_of
from tests.storage.broken_file import break_page
from tests.ui.till.conftest import CASHIER, COLA, WATER, stock
from tests.ui.till.hands import Hands, at_the_till
from ui.till.widgets.tiles import ProductTile

ENTER, ESC, F1, F10 = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_F10
CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier
DRIFT = "UPDATE account SET balance = balance - 7 WHERE name = 'drawer:1'"


def look_at_books(till: Hands) -> None:
    """Let the check behind the first paint be done."""
    till.whole.books_check.begin()
    till.whole.books_check.finish()
    till.settle()


def test_a_sound_shop_is_checked_without_a_word(till: Hands) -> None:
    """A warning that comes for nothing is read by nobody when it counts."""
    till.scan(COLA)
    before = till.bar()
    look_at_books(till)

    assert till.bar() == before
    assert till.window.till.session.doubt is None


def test_a_drift_found_behind_the_first_paint_stops_the_bill(till: Hands, shop: Shop) -> None:
    """What is safe is said first; then nothing is rung up and nothing is paid."""
    till.scan(COLA)
    tamper(shop, DRIFT)
    look_at_books(till)
    told = till.bar()
    till.scan(WATER)
    till.press(ENTER)
    till.press(ENTER)

    assert told.startswith("每一笔销售都在，但账户 drawer:1 的余额对不上。")
    assert "Ctrl+Q" in told
    assert [row[1] for row in till.bill()] == ["可口可乐 500ml"]
    assert not till.window.till.screen.pay.isEnabled()
    assert list_sales(shop) == ()


def test_a_payment_that_is_open_is_closed_before_money_is_taken(till: Hands, shop: Shop) -> None:
    """The cashier has the note in the hand already: it is given back, not booked."""
    till.scan(COLA)
    till.press(ENTER)
    tamper(shop, DRIFT)
    look_at_books(till)
    till.enter("300")

    assert till.window.till.screen.panel is None
    assert list_sales(shop) == ()


def test_the_red_bar_does_not_leave(till: Hands, shop: Shop) -> None:
    """Neither Esc nor a scan nor another language takes it away."""
    tamper(shop, DRIFT)
    look_at_books(till)
    told = till.bar()
    for key in (ESC, F10):
        till.press(key)
    till.scan(COLA)
    till.scan("6901234567892")
    stays = till.bar()
    till.press(Qt.Key.Key_L, CONTROL_SHIFT)
    english = till.bar()
    till.press(F1)
    keys = till.window.till.screen.panel is not None
    till.press(ESC)
    after_keys = till.bar()

    assert stays == told
    assert english.startswith("Every sale is still there, but the balance of drawer:1")
    assert (keys, after_keys) == (True, english)


def test_what_was_found_at_the_start_is_said_before_the_first_sale(
    qapp: QApplication, tmp_path: Path
) -> None:
    """No float is asked for, and no bill begun, on books that are in doubt."""
    shop = make.shop(tmp_path)
    stock(shop)
    close_shift(shop, make.seat_with_shift(shop), counted=Fen(20_000))
    seat = make.seat_with_shift(shop)
    tamper(shop, DRIFT)
    shop.close()
    again = open_shop(shop.folder, clock=shop.clock)
    with at_the_till(qapp, again) as till:
        till.sign_in(person=CASHIER, pin=make.CASHIER_PIN)
        told = till.bar()
        panel = till.window.till.screen.panel
        till.scan(COLA)
        bill = till.bill()

    assert seat.shift == 2
    assert "drawer:1" in told
    assert (panel, bill) == (None, [])


def test_a_file_without_its_end_is_not_sold_on(qapp: QApplication, tmp_path: Path) -> None:
    """Whoever took a sale out must not be able to bury it under the next ones."""
    shop = make.shop(tmp_path)
    stock(shop)
    before = last_of(shop)
    make.seat_with_shift(shop)
    shop.close()
    cut_off(shop, after=before)
    again = open_shop(shop.folder, clock=shop.clock)
    with at_the_till(qapp, again) as till:
        till.sign_in(person=CASHIER, pin=make.CASHIER_PIN)
        told = till.bar()
        till.scan(COLA)
        bill = till.bill()

    cut = f"账本只到第 {before} 条记录，而之后还有销售：放回的是旧文件，或末尾被截掉。"
    assert told.startswith(f"{cut} 这里不再收款。")
    assert bill == []


def test_a_damaged_page_names_the_backup_that_is_sound(till: Hands, shop: Shop) -> None:
    """What is safe comes first: the last backup, with its time."""
    till.scan(COLA)
    leave_backup(shop)
    break_page(shop, "member_card")
    look_at_books(till)
    told = till.bar()
    till.press(Qt.Key.Key_Q, CONTROL)

    assert told.startswith("11-21 周六 08:00 的备份完好；账本文件损坏。 这里不再收款。")
    assert not till.window.isVisible()


def test_a_changed_entry_stops_the_till(till: Hands, shop: Shop) -> None:
    """Up to where the journal is sound is said first."""
    tamper(
        shop,
        "DROP TRIGGER journal_entry_no_update",
        "UPDATE journal_entry SET body = CAST(replace(CAST(body AS TEXT), '周满', '周全') AS BLOB)"
        " WHERE number = 3",
    )
    look_at_books(till)

    assert till.bar().startswith("第 2 条以前的记录完好；第 3 条在写入后被改动。")


def test_a_touched_product_is_not_rung_up_where_nothing_is_sold(till: Hands, shop: Shop) -> None:
    """The tiles on a wide screen are a way to sell, too."""
    till.window.resize(QSize(1920, 1080))
    QCoreApplication.processEvents()
    tile = till.window.findChildren(ProductTile)[0]
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    till.settle()
    sold = len(till.bill())
    tamper(shop, DRIFT)
    look_at_books(till)
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    till.settle()

    assert (sold, [row[2] for row in till.bill()]) == (1, ["1"])


def test_a_till_in_doubt_stays_readable(till: Hands, shop: Shop) -> None:
    """The owner comes and must read why, not find a lock in front of it."""
    tamper(shop, DRIFT)
    look_at_books(till)
    till.window.lock()

    assert till.sees("drawer:1")
