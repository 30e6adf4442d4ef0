"""A scan becomes a line or a refusal that leaves the bill as it was."""

from dataclasses import replace

import pytest

from pos_app.actions.premises.save_settings import save_settings
from pos_app.actions.products.save_product import save_product
from pos_app.actions.products.show_product import show_product
from pos_app.actions.selling.label_meanings import label_meanings
from pos_app.actions.selling.ring_up import ring_up, ring_up_product
from pos_app.domain.basket import Basket
from pos_app.domain.codes.scan import (
    CodesJoined,
    PaymentScan,
    QuantityOutOfRange,
    QuantityTyped,
    ScanEmpty,
    ScanGarbled,
    ScanTooLong,
    Typed,
)
from pos_app.domain.money import Milli
from pos_app.domain.refusals.sale import NotOnSale, PartOfPack, QuantityRefused, UnknownCode
from pos_app.errors import Refusal
from pos_app.shop import Shop
from tests import make

COLA = "6954767412573"


def _empty(shop: Shop) -> Basket:
    return Basket(shop.ids.new())


def test_the_same_code_twice_grows_the_line(shop: Shop) -> None:
    """Six bottles are one line of six, and it is the newest."""
    make.product(shop, code=COLA)
    make.product(shop, "水", code="6921168520015")
    once = ring_up(shop, _empty(shop), COLA).basket
    between = ring_up(shop, once, "6921168520015").basket

    rung = ring_up(shop, between, COLA)

    assert [(line.product, line.quantity) for line in rung.basket.lines] == [(2, 1000), (1, 2000)]
    assert rung.line == 1


@pytest.mark.parametrize("scanned", [COLA, f"0{COLA}", "６９５４７６７４１２５７３", f" {COLA}\r"])
def test_one_product_however_it_is_scanned(shop: Shop, scanned: str) -> None:
    """A leading zero, full-width digits or a stray return are the same pack."""
    make.product(shop, code=COLA)

    assert ring_up(shop, _empty(shop), scanned).basket.lines[0].product == 1


@pytest.mark.parametrize(
    ("scanned", "refusal"),
    [
        ("6901234567892", UnknownCode),
        ("", ScanEmpty),
        ("\x00\x1b", ScanEmpty),
        ("9" * 513, ScanTooLong),
        (COLA + "6921168520015", CodesJoined),
        ("\ud800", ScanGarbled),
        ("0*" + COLA, QuantityOutOfRange),
        ("-1*" + COLA, QuantityOutOfRange),
        ("1000001*" + COLA, QuantityOutOfRange),
    ],
)
def test_a_scan_that_is_refused_changes_nothing(
    shop: Shop, scanned: str, refusal: type[Refusal]
) -> None:
    """Bad input is a case of its own: named, and the bill is as it was."""
    make.product(shop, code=COLA)
    bill = ring_up(shop, _empty(shop), COLA).basket

    with pytest.raises(refusal):
        ring_up(shop, bill, scanned)


@pytest.mark.parametrize("hostile", ["=1+1", "+cmd", "-2", "@sum", "'; DROP TABLE sale; --"])
def test_hostile_text_is_only_text(shop: Shop, hostile: str) -> None:
    """Nothing that is typed reaches SQL or a spreadsheet as more than text."""
    scan = ring_up(shop, _empty(shop), hostile)

    assert (scan.scan, scan.line) == (Typed(hostile), None)


def test_a_quantity_before_the_code_counts(shop: Shop) -> None:
    """`3*` and the code ring up three, as on every Chinese till."""
    make.product(shop, code=COLA)

    assert ring_up(shop, _empty(shop), f"3*{COLA}").basket.lines[0].quantity == 3000


def test_a_quantity_alone_waits_and_one_behind_the_star_sets_the_line(shop: Shop) -> None:
    """`3*` is for what comes next, `*3` for what is there."""
    make.product(shop, code=COLA)
    bill = ring_up(shop, _empty(shop), COLA).basket

    waiting, setting = ring_up(shop, bill, "3*"), ring_up(shop, bill, "*3")

    assert (waiting.basket, waiting.scan) == (bill, QuantityTyped(Milli(3000)))
    assert setting.basket.lines[0].quantity == 3000


def test_a_line_does_not_grow_beyond_the_largest_quantity(shop: Shop) -> None:
    """A million pieces are refused, also one at a time."""
    make.product(shop, code=COLA)
    bill = ring_up(shop, _empty(shop), f"1000000*{COLA}").basket

    with pytest.raises(QuantityRefused):
        ring_up(shop, bill, COLA)


def test_a_payment_code_on_the_bill_screen_is_no_product(shop: Shop) -> None:
    """The till asks "open payment?" instead of "not found"."""
    scan = ring_up(shop, _empty(shop), "134567890123456789").scan

    assert scan == PaymentScan("wechat", "134567890123456789")


def test_a_product_taken_off_sale_is_refused_by_name(shop: Shop) -> None:
    """The cashier learns why, and can call the manager."""
    make.product(shop, "旧货", code=COLA)
    ask = replace(show_product(shop, 1).ask, on_sale=False)
    save_product(shop, make.OWNER_SEAT, ask=ask)

    with pytest.raises(NotOnSale) as refused:
        ring_up(shop, _empty(shop), COLA)
    assert refused.value.name == "旧货"


def test_a_chosen_product_is_rung_up_without_its_code(shop: Shop) -> None:
    """Search finds what has no code to scan."""
    number = make.product(shop, "散装糖", code="")

    assert ring_up_product(shop, _empty(shop), number).basket.lines[0].name == "散装糖"


def test_a_scale_label_costs_what_it_says(shop: Shop) -> None:
    """12.34 on the bag is 12.34 on the bill, whatever the grams come to."""
    make.product(shop, "苹果", price=1598, code="2012345")

    rung = ring_up(shop, _empty(shop), "2012345012349")

    line = rung.basket.lines[0]
    assert (line.price * line.quantity + 500) // 1000 - line.discount == 1234


@pytest.mark.parametrize(
    ("price", "scanned", "quantity", "discount"),
    [
        (1280, "2000123012346", 964, 0),
        (5000, "2000123012346", 247, 1),
        (1280, "3*2000123012346", 2892, 0),
    ],
)
def test_a_label_finds_its_product_by_the_shops_own_code(
    shop: Shop, price: int, scanned: str, quantity: int, discount: int
) -> None:
    """A pack is 12.34, three are 37.02; a fen is over where no gram meets the sum."""
    make.product(shop, "苹果", sku="00123", code="", price=price, weighed=True)

    line = ring_up(shop, _empty(shop), scanned).basket.lines[0]

    assert (line.quantity, line.discount) == (quantity, discount)
    assert line.gross - line.discount in {1234, 3702}


@pytest.mark.parametrize(
    ("label", "code", "quantity"),
    [("2551-weight", "", 1234), ("751-weight", "2000123", 1234), ("751-money", "2000123", 964)],
)
def test_a_label_holds_what_the_shops_setting_says(
    shop: Shop, label: str, code: str, quantity: int
) -> None:
    """1234 grams read as 12.34 yuan would be a wrong price for every pack."""
    make.product(shop, "苹果", sku="00123", code=code, price=1280, weighed=True)
    save_settings(shop, make.OWNER_SEAT, settings=replace(shop.settings, scale_label=label))

    line = ring_up(shop, _empty(shop), "2000123012346").basket.lines[0]

    assert line.quantity == quantity


def test_a_part_of_a_pack_is_refused(shop: Shop) -> None:
    """Half of what the label says is not what lies in the bag."""
    make.product(shop, "苹果", sku="00123", code="", price=1280, weighed=True)

    with pytest.raises(PartOfPack) as refused:
        ring_up(shop, _empty(shop), "0.5*2000123012346")

    assert refused.value.quantity == 500


def test_the_shops_own_code_is_found_when_it_is_typed(shop: Shop) -> None:
    """It stands below the name on the bill, so it is typed; a barcode goes first."""
    make.product(shop, "苹果", sku="00123", code="")
    make.product(shop, "梨", sku="P2", code="00124")
    make.product(shop, "桃", sku="00124", code="")

    found = [ring_up(shop, _empty(shop), typed) for typed in ("00123", "00124")]

    assert [rung.basket.lines[0].name for rung in found] == ["苹果", "梨"]


def test_goods_by_the_piece_have_no_label_of_the_scale(shop: Shop) -> None:
    """Their own code may be any number; a label that names it is another shop's."""
    make.product(shop, "苹果", sku="00123", code="", price=1280)

    with pytest.raises(UnknownCode):
        ring_up(shop, _empty(shop), "2000123012346")


def test_a_label_is_told_in_each_way_of_reading_it(shop: Shop) -> None:
    """The owner sees which reading is the pack in his hand, and chooses that."""
    make.product(shop, "苹果", sku="00123", code="2000123", price=1280, weighed=True)

    meanings = label_meanings(shop, "2000123012346")
    weights = {label: line and line.quantity for label, line in meanings.items()}

    assert weights == {
        "2551-money": 964,
        "2551-weight": 1234,
        "751-money": 964,
        "751-weight": 1234,
    }
    assert set(label_meanings(shop, "6901234567892").values()) == {None}
