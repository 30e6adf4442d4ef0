"""What keys do around a bill: unknown codes, panels, holding, approval."""

import pytest
from PySide6.QtCore import Qt

from pos_app.actions.products.find_products import find_products
from pos_app.actions.selling.open_baskets import open_baskets
from pos_app.actions.selling.show_sale import show_sale
from pos_app.shop import Shop
from tests import make
from tests.ui.till.conftest import COLA, OIL, WATER
from tests.ui.till.hands import Hands

ENTER, ESC, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete
UNKNOWN = "6901234567892"


def names_on(till: Hands) -> list[str]:
    """The names on the bill."""
    return [row[1] for row in till.bill()]


def test_an_unknown_code_is_told_by_a_bar_with_the_code_and_the_next_keys(till: Hands) -> None:
    """Never a box that a scanner's Enter can press (till.md 5.3)."""
    till.scan(COLA)
    till.scan(UNKNOWN)
    told = till.bar()
    till.scan(WATER)

    assert all(part in told for part in (UNKNOWN, "F2", "Insert", "Esc"))
    assert names_on(till) == ["可口可乐 500ml", "农夫山泉 1.5L"]
    assert UNKNOWN not in till.bar()


def test_an_unknown_code_becomes_a_product_here_and_now(till: Hands, shop: Shop) -> None:
    """The customer waits; the manager's PIN lets the cashier add it once."""
    till.scan(UNKNOWN)
    till.press(Qt.Key.Key_Insert)
    till.enter("Sour plum 100g")
    till.enter("2.5")
    till.enter(make.MANAGER_PIN)

    assert [(p.name, p.price) for p in find_products(shop, "plum")] == [("Sour plum 100g", 250)]
    assert names_on(till) == ["Sour plum 100g"]


def test_a_scan_reaches_the_bill_while_a_panel_has_the_focus(till: Hands) -> None:
    """The next product comes while the cashier still looks for the last one."""
    till.press(Qt.Key.Key_F2)
    till.type("nfsq")
    till.scan(COLA)

    assert names_on(till) == ["可口可乐 500ml"]
    assert "nfsq" in till.typed()


def test_a_scan_reaches_the_bill_while_the_payment_is_open(till: Hands) -> None:
    """One more thing from the counter: the sum to pay follows."""
    till.scan(COLA)
    till.press(ENTER)
    till.scan(WATER)

    assert till.sees("应收 7.00")


def test_products_are_found_as_one_types(till: Hands) -> None:
    """Pinyin initials, a part of the code, Chinese: Enter rings the chosen one up."""
    for text in ("nfsq", "1168520", "农夫"):
        till.press(Qt.Key.Key_F2)
        till.enter(text)

    assert [row[1:3] for row in till.bill()] == [("农夫山泉 1.5L", "3")]


def test_letters_in_the_scan_box_open_the_search(till: Hands) -> None:
    """Nobody must know a key to find a product by its initials."""
    till.type("jly")
    opened = till.wait_until(lambda: "jly" in till.typed() and till.sees("查找商品"))
    till.press(ENTER)

    assert opened
    assert names_on(till) == ["金龙鱼 菜籽油 5L"]


def test_escape_never_loses_a_bill(till: Hands) -> None:
    """One step back is one step; whatever is thrown away was asked for first."""
    till.scan(COLA)
    till.press(ENTER)
    till.press(ESC, times=7)
    kept = names_on(till)
    till.press(ESC)
    asked = till.bar()

    assert kept == ["可口可乐 500ml"]
    assert all(key in asked for key in ("Del", "F4", "Esc"))
    assert names_on(till) == ["可口可乐 500ml"]


def test_a_bill_is_thrown_away_only_when_that_was_asked_and_said(till: Hands, shop: Shop) -> None:
    """Esc asks, Delete says so; the journal remembers who."""
    till.scan(COLA)
    till.scan(WATER)
    till.press(ESC)
    till.press(DELETE)

    assert names_on(till) == []
    assert open_baskets(shop)[0] is None


def test_after_esc_is_taken_back_delete_means_a_line_again(till: Hands) -> None:
    """The question must not outlive its answer."""
    till.scan(COLA)
    till.scan(WATER)
    till.press(ESC, times=2)
    till.press(DELETE)

    assert names_on(till) == ["可口可乐 500ml"]


@pytest.mark.parametrize("key", [Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_F11])
def test_a_question_leaves_the_bar_with_the_keys_that_answer_it(till: Hands, key: Qt.Key) -> None:
    """A bar that names Delete over a panel where Delete does nothing is a lie."""
    till.scan(COLA)
    till.press(ESC)
    asked = till.bar()
    till.press(key)

    assert asked.startswith("丢掉这一单")
    assert "丢掉这一单" not in till.bar()
    assert names_on(till) == ["可口可乐 500ml"]


def test_a_lock_takes_the_question_off_the_bar(till: Hands) -> None:
    """Who comes back did not see what was asked, and Delete must mean a line again."""
    till.scan(COLA)
    till.scan(WATER)
    till.press(ESC)
    till.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    till.enter(make.CASHIER_PIN)
    told = till.bar()
    till.press(DELETE)

    assert "丢掉这一单" not in told
    assert names_on(till) == ["可口可乐 500ml"]


def test_esc_takes_a_member_off_an_empty_bill(till: Hands) -> None:
    """There is nothing to throw away, and nothing that Delete could delete."""
    till.press(Qt.Key.Key_F9)
    till.enter("6021")
    named = till.sees("林晓梅")
    till.press(ESC)

    assert named
    assert not till.sees("林晓梅")
    assert "丢掉这一单" not in till.bar()


def test_a_bill_put_aside_is_said_to_be_held(till: Hands) -> None:
    """An empty screen alone might be a bill lost."""
    till.scan(COLA)
    till.press(Qt.Key.Key_F4)
    told = till.bar()
    till.press(Qt.Key.Key_F5)
    till.press(ENTER)

    assert told == "已挂单：1 种 1 件 按 F5 取回。"
    assert "已挂单" not in till.bar()


def test_a_held_bill_comes_back_and_the_one_on_the_screen_is_held_for_it(till: Hands) -> None:
    """F4 and F5 change places; neither customer's goods are lost."""
    till.scan(COLA)
    till.press(Qt.Key.Key_F4)
    till.scan(WATER)
    till.press(Qt.Key.Key_F5)
    till.press(ENTER)
    first = names_on(till)
    till.press(Qt.Key.Key_F5)
    till.press(ENTER)

    assert first == ["可口可乐 500ml"]
    assert names_on(till) == ["农夫山泉 1.5L"]
    assert till.sees("挂单 1")


def test_what_is_scanned_while_a_bill_comes_back_belongs_to_it(till: Hands, shop: Shop) -> None:
    """A slow disk must not put the next customer's goods on a bill that nobody sees."""
    till.scan(COLA)
    till.press(Qt.Key.Key_F4)
    till.scan(OIL)
    till.press(DELETE)
    with till.worker_held():
        till.press(Qt.Key.Key_F5)
        till.press(ENTER)
        till.scan(WATER)
    saved, held = open_baskets(shop)

    assert names_on(till) == ["可口可乐 500ml", "农夫山泉 1.5L"]
    assert saved is not None
    assert [line.name for line in saved.lines] == names_on(till)
    assert held == ()


def test_esc_leaves_a_panel_wherever_tab_has_led(till: Hands) -> None:
    """A panel that Esc no longer closes is a till that stands still."""
    till.scan(COLA)
    till.press(Qt.Key.Key_F2)
    till.press(Qt.Key.Key_Tab, times=2)
    till.press(ESC)

    assert till.window.till.screen.panel is None
    assert names_on(till) == ["可口可乐 500ml"]


def test_another_price_needs_a_manager_and_esc_leaves_it(till: Hands) -> None:
    """Nobody approved: the line is as it was."""
    till.scan(OIL)
    till.press(Qt.Key.Key_F7)
    till.enter("45")
    till.press(ESC)
    left = till.bill()[0][4]
    till.press(Qt.Key.Key_F7)
    till.enter("45")
    till.enter(make.MANAGER_PIN)

    assert left == "60.00"
    assert till.bill()[0][4] == "45.00"


def test_the_key_sheet_shows_the_keys_that_work_now(till: Hands) -> None:
    """On an empty bill nothing can be held; with a line it can."""
    till.press(Qt.Key.Key_F1)
    empty = [name for name in till.names() if "F11" in name]
    till.press(ESC)
    till.scan(COLA)
    till.press(Qt.Key.Key_F1)
    filled = [name for name in till.names() if "F11" in name]

    assert ("F4" in empty[0], "F4" in filled[0]) == (False, True)


def test_a_payment_code_on_the_bill_asks_to_open_the_payment(till: Hands) -> None:
    """`Not found` would send the customer away with a correct code (till.md 5.6)."""
    till.scan(COLA)
    till.scan("134567890123456789")

    assert "Enter" in till.bar()
    assert names_on(till) == ["可口可乐 500ml"]


def test_a_payment_code_on_the_payment_panel_chooses_its_wallet(till: Hands, shop: Shop) -> None:
    """The customer's phone says which wallet it is."""
    till.scan(COLA)
    till.press(ENTER)
    till.scan("134567890123456789")
    till.press(ENTER)

    assert [each.kind for each in show_sale(shop, 1).tenders] == ["wechat"]


def test_joined_and_garbled_scans_change_nothing_and_say_so(till: Hands) -> None:
    """Two codes in one burst, or a paste of a page: one sentence, an unchanged bill."""
    till.scan(COLA + WATER)
    joined = till.bar()
    till.scan("7" * 600)
    long = till.bar()

    assert COLA in joined
    assert "7777" in long
    assert names_on(till) == []
