"""The slip of a counter payout: signed by the member, kept in the drawer."""

from __future__ import annotations

from dataclasses import replace

from pos_app.documents.receipts.payout_slip import compose_payout_slip
from pos_app.documents.receipts.receipt import Banner, Receipt
from pos_app.domain.moment import read_instant
from pos_app.domain.money import Fen
from pos_app.domain.papers.payout_slip import PayoutSlip
from pos_app.domain.papers.receipt_facts import ReceiptShop
from tests.documents.rows import pairs, texts
from tests.documents.words import in_english

SLIP = PayoutSlip(
    number=214,
    at=read_instant("2026-11-21T10:05:00+08:00"),
    till="1",
    cashier="林小梅",
    member=3,
    masked_name="陈*国",
    masked_phone="138****5678",
    account="CASH",
    amount=Fen(12_000),
    left=Fen(450),
    journal_hash="dd837ba9",
)


def composed(*, is_training: bool = False) -> Receipt:
    """The slip in English."""
    return compose_payout_slip(
        SLIP, ReceiptShop(name="小满便利店"), in_english, is_training=is_training
    )


def test_a_payout_says_who_got_how_much_from_what_and_what_is_left() -> None:
    """The drawer is short of this cash; only the paper says why (rulebook 1.7)."""
    slip = composed()
    told = pairs(slip)
    lines = texts(slip)

    assert told["No. P000214"] == "21 Nov 2026 10:05"
    assert told["Member 3"] == "陈*国 138****5678"
    assert told["Paid out in cash"] == "¥120.00"
    assert (told["From"], told["Left there"]) == ("Reward balance", "4.50")
    assert "Received by" in lines
    assert "Journal dd837ba9" in lines


def test_a_fee_stands_between_what_was_drawn_and_what_was_paid() -> None:
    """The member signs for less than his balance lost: the paper says why."""
    slip = compose_payout_slip(
        replace(SLIP, amount=Fen(966), fee=Fen(34)), ReceiptShop(name="小满便利店"), in_english
    )
    told = pairs(slip)

    assert (told["Drawn from the account"], told["Fee kept back"]) == ("10.00", "−0.34")
    assert told["Paid out in cash"] == "¥9.66"


def test_a_slip_of_training_says_so_first() -> None:
    """Play money must not look like money (till.md, training)."""
    first = composed(is_training=True).rows[0]

    assert first == Banner("TRAINING - not a receipt")
    assert not any(isinstance(row, Banner) for row in composed().rows)
