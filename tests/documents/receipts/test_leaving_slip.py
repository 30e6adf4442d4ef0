"""The slip of leaving a queue: a voucher bears its conditions (rulebook 10.2)."""

from __future__ import annotations

from dataclasses import replace

from pos_app.documents.receipts.leaving_slip import compose_leaving_slip
from pos_app.documents.receipts.receipt import Banner, Text
from pos_app.domain.moment import Day, read_instant
from pos_app.domain.money import BasisPoints, Fen
from pos_app.domain.papers.leaving_slip import LeavingSlip
from pos_app.domain.papers.receipt_facts import ReceiptShop
from tests.documents.rows import pairs
from tests.documents.words import in_english

SLIP = LeavingSlip(
    number=214,
    at=read_instant("2026-11-21T10:05:00+08:00"),
    till="1",
    cashier="林小梅",
    member=3,
    masked_name="陈*国",
    masked_phone="138****5678",
    sale="1978",
    voucher=Fen(3000),
    valid_until=Day("2027-11-21"),
    pays_bp=BasisPoints(5000),
    journal_hash="dd837ba9",
)
SHOP = ReceiptShop(name="小满便利店", contact="0571 8800 1234")


def test_a_voucher_of_the_exit_bears_its_conditions() -> None:
    """Until when, how much of a purchase and where to ask (rulebook 10.2, article 14)."""
    slip = compose_leaving_slip(SLIP, SHOP, in_english)
    told = pairs(slip)

    assert told["No. L000214"] == "21 Nov 2026 10:05"
    assert told["Member 3"] == "陈*国 138****5678"
    assert told["For the purchase"] == "No. 1978"
    assert told["Voucher"] == "¥30.00"
    assert told["Valid until"] == "21 Nov 2027"
    assert told["Pays at most, of a purchase"] == "50%"
    assert told["Where to ask"] == "0571 8800 1234"
    assert Text("Its tickets receive nothing more.") in slip.rows


def test_who_left_without_a_voucher_is_told_of_no_conditions() -> None:
    """The exit fund may have had nothing; the paper promises nothing then."""
    told = pairs(compose_leaving_slip(replace(SLIP, voucher=Fen(0)), SHOP, in_english))

    assert told["Voucher"] == "¥0.00"
    assert not told.keys() & {"Valid until", "Pays at most, of a purchase", "Where to ask"}


def test_a_slip_of_training_says_so_first() -> None:
    """Play money must not look like money (till.md, training)."""
    first = compose_leaving_slip(SLIP, SHOP, in_english, is_training=True).rows[0]

    assert first == Banner("TRAINING - not a receipt")
