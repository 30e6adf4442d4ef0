"""Goods back, sales voided, drawers opened, shifts closed: shown first, then done."""

from PySide6.QtCore import Qt

from pos_app.actions.selling.list_sales import list_sales
from pos_app.actions.selling.show_sale import show_sale
from pos_app.actions.shifts.look_at_shift import look_at_shift
from pos_app.domain.codes.receipt_code import ReceiptCode, build_receipt_code
from pos_app.domain.sale import VOIDED
from pos_app.domain.seat import Seat
from pos_app.domain.shift import Shift
from pos_app.shop import Shop
from tests import make
from tests.actions.holding import start
from tests.ui.till.conftest import COLA, OIL, name_member
from tests.ui.till.hands import Hands
from ui.till.key_sheet import KeySheet

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


def sell(till: Hands, *codes: str) -> None:
    """Sell some goods for exact cash."""
    for code in codes:
        till.scan(code)
    till.press(ENTER)
    till.press(ENTER)


def receipt_of(shop: Shop, number: int) -> str:
    """The digits of the QR code on a sale's receipt."""
    check = show_sale(shop, number).journal_hash
    return build_receipt_code(ReceiptCode(sale=number, check=check))


def shift_of(shop: Shop) -> Shift:
    """The first shift of the shop."""
    with shop.storage.read() as seen:
        kept = seen.book.get(Shift, 1)
    assert kept is not None
    return kept


def test_a_return_by_receipt_shows_what_it_pays_back_before_it_does(
    till: Hands, shop: Shop
) -> None:
    """The sum stands on the key that pays it; one Enter too many pays nothing twice."""
    sell(till, COLA, OIL)
    till.scan(receipt_of(shop, 1))
    till.press(Qt.Key.Key_Plus)
    shown = till.sees("退款 3.00")
    untouched = show_sale(shop, 1).sale.returns
    till.press(ENTER)
    till.press(ENTER)
    returned = [each.record.paid_back for each in show_sale(shop, 1).returns]

    assert shown
    assert untouched == 0
    assert returned == [300]
    assert "退款 3.00" in till.bar()


def test_no_more_comes_back_than_was_sold(till: Hands, shop: Shop) -> None:
    """However often `+` is pressed, and however often the receipt is brought."""
    sell(till, COLA)
    till.press(Qt.Key.Key_F8)
    till.enter("1")
    till.press(Qt.Key.Key_Plus, times=5)
    till.press(ENTER)
    till.press(Qt.Key.Key_F8)
    till.enter("1")
    till.press(Qt.Key.Key_Plus)
    till.press(ENTER)
    returned = [each.record.goods for each in show_sale(shop, 1).returns]

    assert returned == [300]


def test_a_receipt_of_another_shop_is_refused(till: Hands, shop: Shop) -> None:
    """The hash on the receipt ties it to this file."""
    sell(till, COLA)
    till.scan(build_receipt_code(ReceiptCode(sale=1, check="00000000")))

    assert "1" in till.bar()
    assert not till.sees("退什么")


def test_the_sale_just_paid_is_voided_with_a_managers_pin(till: Hands, shop: Shop) -> None:
    """Ctrl+Z shows what is undone; a cashier cannot do it alone."""
    sell(till, COLA)
    till.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    till.press(ENTER)
    without_pin = show_sale(shop, 1).sale.state
    till.enter(make.MANAGER_PIN)

    assert without_pin != VOIDED
    assert show_sale(shop, 1).sale.state == VOIDED


def test_leaving_the_void_panel_leaves_the_sale(till: Hands, shop: Shop) -> None:
    """Esc is no."""
    sell(till, COLA)
    till.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    till.press(ENTER)
    till.press(ESC, times=2)

    assert show_sale(shop, 1).sale.state != VOIDED


def test_the_drawer_opens_for_a_reason(till: Hands, shop: Shop) -> None:
    """A drawer opened without a sale is in the journal, or stays shut."""
    opened_before = make.printer_of(shop).drawer_openings
    till.press(Qt.Key.Key_F10)
    till.press(ENTER)

    assert make.printer_of(shop).drawer_openings == opened_before + 1
    assert look_at_shift(shop, till.window.till.session.seat).drawer_openings == 1


def test_a_shift_closes_whatever_was_counted_and_signs_out(till: Hands, shop: Shop) -> None:
    """A difference is stored, never an obstacle; the Z slip is numbered."""
    sell(till, COLA)
    till.press(Qt.Key.Key_F11)
    till.enter("200")
    compared = till.sees("203.00")
    till.press(ENTER)
    closed = shift_of(shop)
    till.press(ENTER)

    assert compared
    assert (closed.expected, closed.counted, closed.variance, closed.z_number) == (
        20300,
        20000,
        -300,
        1,
    )
    assert till.sees("今天谁在收银")


def test_a_count_above_twenty_million_yuan_closes_a_shift_too(till: Hands, shop: Shop) -> None:
    """A slip of the finger is a difference to be told; it had no room in 32 bits."""
    till.press(Qt.Key.Key_F11)
    till.enter("30000000")
    told = till.sees("29,999,800.00")
    till.press(ENTER)
    closed = shift_of(shop)

    assert told
    assert (closed.counted, closed.variance) == (3_000_000_000, 2_999_980_000)


def test_without_a_shift_nothing_is_sold_until_the_float_is_counted(
    till: Hands, shop: Shop
) -> None:
    """Cash nobody answers for is cash nobody finds again."""
    till.press(Qt.Key.Key_F11)
    till.enter("200")
    till.press(ENTER, times=3)
    till.press(ENTER)
    till.sign_in(person=Qt.Key.Key_F4, pin=make.CASHIER_PIN)
    asked = till.sees("开班")
    till.enter("100")
    sell(till, COLA)
    seat: Seat = till.window.till.session.seat

    assert asked
    assert seat.shift == 2
    assert [each.number for each in list_sales(shop)] == [1]


def test_a_return_says_what_becomes_of_rewards_that_still_wait(till: Hands, shop: Shop) -> None:
    """The customer was promised a day from which they count, for all of the goods."""
    start(shop, "M4", hold_days=7)
    till.scan(OIL)
    name_member(till)
    till.press(ENTER, times=2)
    till.scan(receipt_of(shop, 1))
    till.press(Qt.Key.Key_Plus)

    assert till.sees("商品 60.00。还在等待期的奖励只按留下的商品计。")


def test_a_return_does_not_stand_beside_the_last_customer(till: Hands, shop: Shop) -> None:
    """Whoever was paid for last has no part in what another brings back."""
    till.scan(COLA)
    till.press(ENTER, times=2)
    till.press(Qt.Key.Key_F9)
    till.enter("6021")
    till.scan(COLA)
    till.press(ENTER, times=2)
    beside = till.sees("林晓梅")
    till.press(Qt.Key.Key_F8)
    till.enter("1")

    assert beside
    assert not till.sees("林晓梅")


def test_the_key_sheet_over_a_return_names_its_letters(till: Hands) -> None:
    """Nobody finds keys that no sheet names; these belong to the return alone."""
    sell(till, COLA)
    till.press(Qt.Key.Key_F8)
    till.enter("1")
    till.press(Qt.Key.Key_F1)
    (sheet,) = (each for each in till.window.findChildren(KeySheet) if each.isVisible())
    keys = [each.split()[0] for each in sheet.accessibleName().partition(": ")[2].split("; ")]

    assert [each for each in "+−RAV" if each in keys] == list("+−RAV")
