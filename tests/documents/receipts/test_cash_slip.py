"""The slip of cash put in or taken out lies in the drawer in its place."""

from __future__ import annotations

from dataclasses import replace

from pos_app.documents.receipts.cash_slip import compose_cash_slip
from pos_app.documents.receipts.receipt import Banner, Receipt
from pos_app.domain.moment import read_instant
from pos_app.domain.money import Fen
from pos_app.domain.papers.cash_slip import CashSlip
from pos_app.domain.papers.receipt_facts import ReceiptShop
from tests.documents.rows import pairs, texts
from tests.documents.words import in_english

SLIP = CashSlip(
    number=215,
    at=read_instant("2026-11-21T21:05:00+08:00"),
    till="1",
    shift=12,
    cashier="林小梅",
    approved_by="",
    amount=Fen(-80_000),
    reason="存到银行",
    journal_hash="dd837ba9",
)


def composed(slip: CashSlip, *, is_training: bool = False) -> Receipt:
    """The slip in English."""
    return compose_cash_slip(
        slip, ReceiptShop(name="小满便利店"), in_english, is_training=is_training
    )


def test_cash_taken_out_says_how_much_why_and_who_has_it() -> None:
    """Whoever takes it signs: the drawer is short of it until the evening."""
    slip = composed(SLIP)

    assert slip.title == "Cash taken out"
    assert pairs(slip)["No. C000215"] == "21 Nov 2026 21:05"
    assert pairs(slip)["Cash taken out"] == "¥800.00"
    assert pairs(slip)["Reason"] == "存到银行"
    assert "Approved by" not in pairs(slip)
    assert "Received by" in texts(slip)
    assert "Journal dd837ba9" in texts(slip)


def test_cash_put_in_is_signed_by_whoever_brought_it() -> None:
    """The sum has no sign: the title says which way it went."""
    slip = composed(replace(SLIP, amount=Fen(50_000), reason="从银行换来零钱"))

    assert slip.title == "Cash put in"
    assert pairs(slip)["Cash put in"] == "¥500.00"
    assert "Brought by" in texts(slip)


def test_a_manager_who_approved_is_named() -> None:
    """The approver stands on the paper as in the journal (till.md 3, 12)."""
    slip = composed(replace(SLIP, approved_by="王店长"))

    assert pairs(slip)["Approved by"] == "王店长"


def test_a_slip_of_training_says_so() -> None:
    """Practice cash must not be looked for in a real drawer."""
    rows = composed(SLIP, is_training=True).rows

    assert isinstance(rows[0], Banner)
