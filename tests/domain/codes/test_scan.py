"""Whatever lands in the box at the till is understood or refused by name."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pos_app.domain.codes.barcode import check_digit
from pos_app.domain.codes.receipt_code import ReceiptCode, ReceiptCodeGarbled, build_receipt_code
from pos_app.domain.codes.scan import (
    CodesJoined,
    MemberScan,
    PaymentScan,
    ProductScan,
    QuantityOutOfRange,
    QuantityTyped,
    ReceiptScan,
    ScaleScan,
    Scan,
    ScanEmpty,
    ScanGarbled,
    ScanTooLong,
    Typed,
    read_scan,
)
from pos_app.domain.money import Fen, Milli
from pos_app.errors import Refusal
from tests.any_scans import any_scans

COLA = "6954767412573"
WATER = "6936571910018"


def _code(body: str) -> str:
    return body + check_digit(body)


SCALE_13 = _code("220012301250")
SCALE_18 = _code("26123450098700456")
RECEIPT = build_receipt_code(ReceiptCode(sale=77, check="00ff00ff"))
CARD = "947" + "1" * 193


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (COLA, ProductScan((COLA,), COLA)),
        ("0" + COLA, ProductScan((COLA,), "0" + COLA)),
        ("６９５４７６７４１２５７３", ProductScan((COLA,), COLA)),
        (f"\x02{COLA}\r\n\x7f\x9c", ProductScan((COLA,), COLA)),
        ("17", ProductScan(("17",), "17")),
        (CARD, MemberScan(CARD)),
        (RECEIPT, ReceiptScan(sale=77, check="00ff00ff")),
        ("可乐 500ml", Typed("可乐 500ml")),
        ("KKKL", Typed("KKKL")),
        ("*", Typed("*")),
        ("a*3", Typed("a*3")),
    ],
)
def test_a_text_is_what_it_looks_like(text: str, meant: Scan) -> None:
    """The cashier has one box for everything."""
    assert read_scan(text) == meant


def test_an_eight_digit_code_is_offered_both_ways() -> None:
    """Only the shop's own list can say whether it was an EAN-8 or a UPC-E."""
    found = read_scan("09203655")

    assert found == ProductScan(("09203655", "092036000055"), "09203655")


def test_a_scales_code_brings_money_and_product() -> None:
    """The whole code goes along: some shops label their own goods with 20 to 29."""
    found = read_scan(SCALE_13)

    assert isinstance(found, ScaleScan)
    assert found.money == Fen(1250)
    assert found.weight is None
    assert found.codes[0] == "00123"
    assert found.candidates == (SCALE_13,)
    assert found.wallet is None


def test_eighteen_digits_with_26_are_the_scales_on_the_bill_screen() -> None:
    """They look like a code of Alipay, but nobody pays before the bill is rung up."""
    found = read_scan(SCALE_18)

    assert isinstance(found, ScaleScan)
    assert (found.money, found.weight, found.wallet) == (Fen(987), Milli(456), "alipay")


def test_eighteen_digits_with_26_are_alipays_on_the_pay_screen() -> None:
    """There the customer's telephone is what is scanned."""
    found = read_scan(SCALE_18, on_pay_screen=True)

    assert found == PaymentScan("alipay", SCALE_18)


@pytest.mark.parametrize("on_pay_screen", [True, False])
@pytest.mark.parametrize(
    ("digits", "wallet"),
    [
        ("10" + "4" * 16, "wechat"),
        ("15" + "4" * 16, "wechat"),
        ("25" + "4" * 14, "alipay"),
        ("28" + "7" * 16, "alipay"),
        ("30" + "4" * 22, "alipay"),
    ],
)
def test_a_payment_code_is_known_on_both_screens(
    digits: str, wallet: str, *, on_pay_screen: bool
) -> None:
    """On the bill screen it asks "open payment?" instead of "not found"."""
    found = read_scan(digits, on_pay_screen=on_pay_screen)

    assert found == PaymentScan(wallet, digits)


@pytest.mark.parametrize("digits", ["16" + "4" * 16, "10" + "4" * 15, "31" + "4" * 16])
def test_numbers_beside_the_payment_codes_are_not_payments(digits: str) -> None:
    """WeChat Pay uses 10 to 15 with 18 digits, Alipay 25 to 30 with 16 to 24."""
    assert read_scan(digits) == ProductScan((digits,), digits)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("3*", QuantityTyped(Milli(3000))),
        ("３＊", QuantityTyped(Milli(3000))),
        ("3×", QuantityTyped(Milli(3000))),
        ("*3", QuantityTyped(Milli(3000), of_line=True)),
        ("1.5*", QuantityTyped(Milli(1500))),
        (".125*", QuantityTyped(Milli(125))),
        ("2.000*", QuantityTyped(Milli(2000))),
        ("0.001*", QuantityTyped(Milli(1))),
        ("1000000*", QuantityTyped(Milli(10**9))),
        (f"3*{COLA}", QuantityTyped(Milli(3000), then=ProductScan((COLA,), COLA))),
        ("2* kkkl ", QuantityTyped(Milli(2000), then=Typed("kkkl"))),
    ],
)
def test_a_star_makes_a_quantity(text: str, meant: Scan) -> None:
    """Every Chinese till counts with the star of the number pad."""
    assert read_scan(text) == meant


def test_a_quantity_before_what_looks_like_a_payment_counts_a_product() -> None:
    """Nobody pays three times; the digits must be goods with an odd code."""
    digits = "10" + "4" * 16
    found = read_scan(f"3*{digits}")

    assert found == QuantityTyped(Milli(3000), then=ProductScan((digits,), digits))


@pytest.mark.parametrize(
    "text",
    ["0*", "-1*", "*-3", "*0", "0.0001*", "1000000.001*", "9" * 400 + "*", ".*", "-*", "0.000*"],
)
def test_a_quantity_of_nothing_or_too_much_is_refused(text: str) -> None:
    """Returns have their own key, and a line holds a million pieces at most."""
    with pytest.raises(QuantityOutOfRange) as refused:
        read_scan(text)

    assert refused.value.largest == 10**9


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (COLA, WATER),
        (COLA, COLA),
        ("40170725", COLA),
        ("036000291452", "036000291452"),
        ("40170725", "40170725"),
    ],
)
@pytest.mark.parametrize("between", ["", "\r\n", "\t"])
def test_two_codes_in_one_burst_are_both_named(first: str, second: str, between: str) -> None:
    """A scanner without its Enter joins two packs; neither may be sold as the other."""
    with pytest.raises(CodesJoined) as refused:
        read_scan(first + between + second)

    assert (refused.value.first, refused.value.second) == (first, second)


def test_a_cartons_code_is_not_two_short_ones() -> None:
    """(01) and fourteen digits could part into two EAN-8 by chance."""
    found = read_scan("0106939729907793")

    assert found == ProductScan(("0106939729907793", "6939729907793"), "0106939729907793")


@pytest.mark.parametrize("text", ["", "   ", "\r\n", "\x00\x1b", "\u3000"])
def test_nothing_is_refused_as_nothing(text: str) -> None:
    """Enter on an empty box opens payment; that is the screen's business, not a scan."""
    with pytest.raises(ScanEmpty):
        read_scan(text)


@pytest.mark.parametrize(
    "text",
    ["69\ud800", "\udc80", "6901\ufffd", CARD[:-1], CARD + "1", CARD + COLA, "1" * 49, f"2*{CARD}"],
)
def test_a_damaged_scan_is_refused_as_damaged(text: str) -> None:
    """Half a member card must not be searched for as a product."""
    with pytest.raises(ScanGarbled):
        read_scan(text)


def test_a_receipt_with_a_misread_digit_says_so() -> None:
    """The refusal is about the receipt, so that the cashier types its number instead."""
    with pytest.raises(ReceiptCodeGarbled):
        read_scan(RECEIPT[:-1] + str((int(RECEIPT[-1]) + 1) % 10))


@pytest.mark.parametrize("text", ["1" * 513, "x" * 10**6, "\ufdfa" * 512])
def test_an_endless_scan_is_refused_unread(text: str) -> None:
    """A stuck scanner must not stop the till; one sign may stand for eighteen."""
    with pytest.raises(ScanTooLong) as refused:
        read_scan(text)

    assert len(refused.value.start) == 40


@given(text=any_scans(halves=True), on_pay_screen=st.booleans())
@example(text="\x00" * 513, on_pay_screen=False)
def test_any_text_is_read_or_refused(text: str, *, on_pay_screen: bool) -> None:
    """A scan can be anything; a bug here would stop the queue at the till."""
    try:
        found = read_scan(text, on_pay_screen=on_pay_screen)
    except Refusal as refused:
        shown = "".join(str(fact) for fact in refused.facts.values())

        assert "\ud800" not in shown
    else:
        assert isinstance(found, Scan)
