"""A sale from the first scan to the change, by real keys on a real shop."""

from dataclasses import replace

from PySide6.QtCore import Qt

from pos_app.actions.products.save_product import save_product
from pos_app.actions.products.show_product import show_product
from pos_app.actions.selling.list_sales import list_sales
from pos_app.actions.selling.show_sale import show_sale
from pos_app.actions.stores.add_store import add_store
from pos_app.domain.money import Fen
from pos_app.domain.sale import VOIDED, SaleTender
from pos_app.shop import Shop
from tests import make
from tests.ui.till.conftest import COLA, OIL, WATER, name_member
from tests.ui.till.hands import Hands
from ui.widgets.canvas import watching_cut_texts

ENTER = Qt.Key.Key_Return
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def tenders_of(shop: Shop, number: int) -> list[tuple[str, int, int]]:
    """Kind, amount kept and amount handed over of each tender of a sale."""
    kept: tuple[SaleTender, ...] = show_sale(shop, number).tenders
    return [(each.kind, each.amount, each.given) for each in kept]


def numbers(shop: Shop) -> list[int]:
    """The numbers of all sales, the latest first."""
    return [each.number for each in list_sales(shop)]


def share_oil(shop: Shop) -> None:
    """The oil becomes another store's, at the same till."""
    add_store(shop, make.OWNER_SEAT, code="S2", name="粮油铺")
    oil = replace(show_product(shop, 3).ask, owner="S2")
    save_product(shop, make.OWNER_SEAT, ask=oil)


def test_a_cash_sale_is_scan_enter_sum_enter(till: Hands, shop: Shop) -> None:
    """The habit of every Chinese till: scan, Enter, type the note, Enter."""
    till.scan(COLA)
    till.scan(OIL)
    till.press(ENTER)
    till.type("100")
    till.press(ENTER)

    assert tenders_of(shop, 1) == [("cash", 6300, 10000)]
    assert till.sees("找零 37.00")
    assert len(make.printer_of(shop).printed) == 1
    assert make.printer_of(shop).drawer_openings == 1


def test_the_change_stays_until_the_next_scan_begins_a_bill(till: Hands) -> None:
    """The cashier counts the change while the next customer already unpacks."""
    till.scan(COLA)
    till.press(ENTER)
    till.enter("5")
    shown = till.sees("找零 2.00")
    till.scan(WATER)

    assert shown
    assert not till.sees("找零 2.00")
    assert [row[1] for row in till.bill()] == ["农夫山泉 1.5L"]


def test_a_split_tender_is_typed_in_sequence(till: Hands, shop: Shop) -> None:
    """Part in cash, the rest by WeChat: the next key lists the first sum."""
    till.scan(OIL)
    till.press(ENTER)
    till.type("20")
    till.press(Qt.Key.Key_F3)
    till.press(ENTER)

    assert tenders_of(shop, 1) == [("wechat", 4000, 4000), ("cash", 2000, 2000)]


def test_ten_pay_presses_are_one_sale(till: Hands, shop: Shop) -> None:
    """A held key, a nervous thumb, a bouncing switch: the customer pays once."""
    till.scan(COLA)
    till.press_at_once(ENTER, times=10)

    assert numbers(shop) == [1]
    assert tenders_of(shop, 1) == [("cash", 300, 300)]


def test_too_little_is_refused_by_the_rest_and_kept_on_the_list(till: Hands, shop: Shop) -> None:
    """The bar of refusal says what is missing, never only that something is wrong."""
    till.scan(OIL)
    till.press(ENTER)
    till.enter("50")
    missing = [name for name in till.names() if "10.00" in name]
    till.enter("10")

    assert missing != []
    assert numbers(shop) == [1]
    assert tenders_of(shop, 1) == [("cash", 6000, 6000)]


def test_absurd_cash_is_asked_about_once(till: Hands, shop: Shop) -> None:
    """A slip of the finger books a fortune; asking twice would annoy."""
    till.scan(COLA)
    till.press(ENTER)
    till.enter("99999")
    booked_at_first = numbers(shop)
    till.press(ENTER)

    assert booked_at_first == []
    assert tenders_of(shop, 1) == [("cash", 300, 9_999_900)]


def test_a_price_changed_between_scan_and_pay_is_shown_before_it_is_paid(
    till: Hands, shop: Shop
) -> None:
    """The customer pays what he agreed to, or is told first (design.md section 5)."""
    till.scan(COLA)
    till.press(ENTER)
    make_dearer(shop)
    till.press(ENTER)
    booked_at_first = numbers(shop)
    till.press(ENTER)

    assert booked_at_first == []
    assert tenders_of(shop, 1) == [("cash", 350, 350)]


def make_dearer(shop: Shop) -> None:
    """The office changes the price of the cola meanwhile."""
    from pos_app.actions.products.save_product import ProductAsk, save_product

    ask = ProductAsk(name="可口可乐 500ml", price=Fen(350), codes=(COLA,), number=1)
    save_product(shop, make.OWNER_SEAT, ask=ask)


def test_quantity_before_and_after_a_scan(till: Hands) -> None:
    """`3*` counts for the next scan, `*6` for the line that is shown (till.md 5.1)."""
    till.type("3*")
    till.scan(COLA)
    before = [row[2] for row in till.bill()]
    till.enter("*6")

    assert before == ["3"]
    assert [row[2] for row in till.bill()] == ["6"]


def test_plus_and_minus_change_the_chosen_line_and_delete_takes_it_off(till: Hands) -> None:
    """Everything on the bill can be done with one hand on the pad."""
    till.scan(COLA)
    till.scan(WATER)
    till.press(Qt.Key.Key_Up)
    till.press(Qt.Key.Key_Plus, times=2)
    till.press(Qt.Key.Key_Minus)
    counted = [row[2] for row in till.bill()]
    till.press(Qt.Key.Key_Delete)
    left = [row[1] for row in till.bill()]
    till.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert counted == ["2", "1"]
    assert left == ["农夫山泉 1.5L"]
    assert [row[1] for row in till.bill()] == ["可口可乐 500ml", "农夫山泉 1.5L"]


def test_a_quantity_out_of_range_is_refused_and_the_line_stays(till: Hands) -> None:
    """Zero, nothing, or a number that only a cat types."""
    till.scan(COLA)
    till.enter("*0")
    refused = till.bar()
    till.enter("*1000000001")

    assert "0" in refused
    assert [row[2] for row in till.bill()] == ["1"]


def test_scans_while_a_sale_is_saved_are_rung_up_after_it(till: Hands, shop: Shop) -> None:
    """The next customer's goods are on the belt; no scan is lost."""
    till.scan(COLA)
    till.press(ENTER)
    with till.worker_held():
        till.press(ENTER)
        till.scan(WATER)
        waiting = till.bill()

    assert [row[1] for row in waiting] == ["可口可乐 500ml"]
    assert numbers(shop) == [1]
    assert [row[1] for row in till.bill()] == ["农夫山泉 1.5L"]


def test_rounding_off_is_one_key_within_the_shops_limit(till: Hands, shop: Shop) -> None:
    """抹零 lets the fen go, then the jiao, and is part of what the sale says."""
    till.scan(OIL)
    till.press(Qt.Key.Key_F6)
    till.enter("0.44")
    till.press(ENTER)
    till.press(Qt.Key.Key_Minus)
    till.press(Qt.Key.Key_Minus)
    till.press(ENTER)
    sale = show_sale(shop, 1).sale

    assert (sale.total, sale.rounding) == (5900, 56)


def test_three_tenders_leave_no_half_a_sentence_below_them(till: Hands) -> None:
    """The advice below the list goes before any of it is cut, in either language."""
    till.scan(OIL)
    till.press(ENTER)
    for key, sum_given in ((Qt.Key.Key_F2, "10"), (Qt.Key.Key_F3, "20"), (Qt.Key.Key_F4, "5")):
        till.press(key)
        till.type(sum_given)
    with watching_cut_texts() as cut:
        till.window.grab()
        till.press(Qt.Key.Key_L, CONTROL_SHIFT)
        till.window.grab()

    assert till.sees("3 tenders given")
    assert cut == []


def test_a_wallet_that_takes_the_whole_rest_stands_on_the_list(till: Hands) -> None:
    """The figures above say received; the list below must not say that nothing was."""
    till.scan(OIL)
    till.press(ENTER)
    before = till.sees("还没有收款")
    till.press(Qt.Key.Key_F3)

    assert before
    assert not till.sees("还没有收款")
    assert till.sees("已收 1 笔")


def test_goods_of_two_owners_are_paid_once(rewarding: Hands, shop: Shop) -> None:
    """9.3: each line says whose it is; one payment, and a receipt of each owner."""
    share_oil(shop)
    name_member(rewarding)
    rewarding.scan(COLA)
    rewarding.scan(OIL)
    shown = [rewarding.sees(text) for text in ("积分 S1", "积分 S2")]
    notes = [line.note for line in rewarding.window.till.screen.table.model.lines]
    rewarding.press(ENTER)
    rewarding.enter("100")

    assert shown == [True, True]
    assert notes == ["", "S2 的商品"]
    assert rewarding.sees("找零 37.00")
    assert rewarding.sees("单号 1 + 2")
    assert [show_sale(shop, number).sale.store for number in (1, 2)] == ["S1", "S2"]
    assert len(make.printer_of(shop).printed) == 2


def test_voiding_a_bill_of_two_owners_asks_about_both(rewarding: Hands, shop: Shop) -> None:
    """The customer paid once and gets all back, the last sale first."""
    share_oil(shop)
    name_member(rewarding)
    rewarding.scan(OIL)
    rewarding.scan(COLA)
    rewarding.press(ENTER, times=2)
    rewarding.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    for _ in range(2):
        rewarding.press(ENTER)
        rewarding.enter(make.MANAGER_PIN)

    assert [show_sale(shop, number).sale.state for number in (1, 2)] == [VOIDED, VOIDED]
