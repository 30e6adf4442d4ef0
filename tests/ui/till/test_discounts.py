"""Discounts by keys: off a line, off the whole bill, with and without a manager."""

import re

from PySide6.QtCore import Qt

from pos_app.actions.selling.show_sale import show_sale
from pos_app.domain.papers.paper import Form
from pos_app.shop import Shop
from tests import make
from tests.documents.pdf_pages import text_of
from tests.ui.till.conftest import COLA, OIL
from tests.ui.till.hands import Hands

ENTER = Qt.Key.Key_Return


def test_a_discount_within_the_limit_needs_nobody(till: Hands) -> None:
    """Ten per cent is the cashier's own to give."""
    till.scan(OIL)
    till.press(Qt.Key.Key_F6)
    till.enter("6")

    assert till.bill()[0][4] == "54.00"


def test_a_tenth_of_ten_stays_a_tenth_when_nine_go_back(till: Hands) -> None:
    """Else whoever may give a tenth could give the last piece for nothing."""
    till.scan(OIL)
    till.enter("*10")
    till.press(Qt.Key.Key_F6)
    till.enter("60")
    ten = till.bill()[0][4]
    till.enter("*1")

    assert (ten, till.bill()[0][4]) == ("540.00", "54.00")


def test_a_discount_above_the_limit_needs_a_managers_pin_once(till: Hands, shop: Shop) -> None:
    """Told by how much and asked for a PIN, not forbidden (till.md 5.3); journaled."""
    till.scan(OIL)
    till.press(Qt.Key.Key_F6)
    till.enter("30")
    told = till.bar()
    till.enter("99999999")
    wrong = till.bill()[0][4]
    till.enter(make.MANAGER_PIN)
    approved = till.bill()[0][4]
    till.press(ENTER)
    till.press(ENTER)

    assert "50%" in told
    assert "10%" in told
    assert wrong == "60.00"
    assert approved == "30.00"
    assert show_sale(shop, 1).sale.total == 3000


def test_what_is_approved_is_the_line_that_was_asked_about(till: Hands) -> None:
    """Scans go on while the manager comes: they move lines, and the mark with them."""
    till.scan(COLA)
    till.scan(OIL)
    till.press(Qt.Key.Key_F6)
    till.enter("30")
    till.scan(COLA)
    till.enter(make.MANAGER_PIN)
    amounts = {row[1].split("\n")[0]: row[4] for row in till.bill()}

    assert list(amounts.values()) == ["30.00", "6.00"]
    assert "30.00" in till.bar()


def test_a_line_scanned_on_while_it_is_asked_about_stays_as_it_is(till: Hands) -> None:
    """A price agreed to for one piece is not agreed to for two."""
    till.scan(OIL)
    till.press(Qt.Key.Key_F6)
    till.enter("30")
    till.scan(OIL)
    till.enter(make.MANAGER_PIN)

    assert till.bill()[0][4] == "120.00"
    assert "这一行已经变了" in till.bar()


def test_a_tenth_off_the_whole_bill_is_typed_with_its_sign(till: Hands) -> None:
    """F6 again means the whole bill; what a line has off already is not counted twice."""
    till.scan(OIL)
    till.press(Qt.Key.Key_F6)
    till.enter("6")
    till.scan(COLA)
    till.press(Qt.Key.Key_F6, times=2)
    till.type("10%")
    till.press(ENTER)

    assert till.window.till.session.bill.basket.order_discount == 570
    assert till.total() == "应收 51.30"


def test_a_fifth_off_the_whole_bill_needs_a_managers_pin(till: Hands, shop: Shop) -> None:
    """The limit of a cashier holds for a bill as for a line."""
    till.scan(OIL)
    till.press(Qt.Key.Key_F6, times=2)
    till.type("20%")
    till.press(ENTER)
    asked = till.bar()
    till.enter(make.MANAGER_PIN)
    till.press(ENTER)
    till.press(ENTER)

    assert "20%" in asked
    assert show_sale(shop, 1).sale.order_discount == 1200


def test_a_bills_discount_is_taken_back_by_a_nought(till: Hands) -> None:
    """A slip of the finger is no reason to ring the bill up again."""
    till.scan(OIL)
    till.press(Qt.Key.Key_F6, times=2)
    till.enter("5")
    given = till.total()
    till.press(Qt.Key.Key_F6, times=2)
    till.enter("0")

    assert (given, till.total()) == ("应收 55.00", "应收 60.00")


def test_the_subtotal_is_the_sum_of_the_amounts_above_it(till: Hands, shop: Shop) -> None:
    """Whoever adds the lines up finds it; below is what the whole bill has off."""
    till.scan(OIL)
    till.press(Qt.Key.Key_F6)
    till.enter("6")
    till.scan(COLA)
    till.press(Qt.Key.Key_F6, times=2)
    till.enter("5")
    amounts = [row[4] for row in till.bill()]
    card = till.window.till.screen.total.view
    till.press(ENTER)
    beside = till.window.till.screen.payment_bill.sums
    till.press(ENTER)
    paper = text_of(make.printer_of(shop).printed[0].pages[Form.PDF])

    assert amounts == ["54.00", "3.00"]
    assert (card.subtotal_fen, card.saved_fen, card.due_fen) == (5_700, -500, 5_200)
    assert [fen for _word, fen, _colour in beside] == [5_700, -500]
    assert re.findall(r"(?:小计|整单优惠).* (\S+)$", paper, re.MULTILINE) == ["57.00", "−5.00"]


def test_a_bill_with_nothing_off_says_nothing_of_it(till: Hands) -> None:
    """`Saved 0.00` makes the customer ask what he missed."""
    till.scan(OIL)
    till.press(ENTER)

    assert [fen for _, fen, _ in till.window.till.screen.payment_bill.sums] == [6000]
