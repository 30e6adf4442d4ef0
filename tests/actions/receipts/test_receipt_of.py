"""What a stored sale's receipt says: receipt_of, receipt_of_undone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pos_app.actions.programs.adopt_program import ProgramAsk
from pos_app.actions.receipts.receipt_member import receipt_member
from pos_app.actions.receipts.receipt_of import receipt_of
from pos_app.actions.receipts.receipt_of_undone import receipt_of_return, receipt_of_void
from pos_app.actions.selling.quote_basket import quote_basket
from pos_app.actions.selling.return_sale import ReturnAsk, return_sale
from pos_app.actions.selling.void_sale import void_sale
from pos_app.documents.receipts.receipt import Text
from pos_app.documents.receipts.receipt_composed import compose_receipt
from pos_app.domain.basket import LineReturned
from pos_app.domain.codes.receipt_code import read_receipt_code
from pos_app.domain.holdings import OWN_PURCHASE, Gain
from pos_app.domain.holdings_told import gains_told
from pos_app.domain.moment import Day
from pos_app.domain.money import ONE, BasisPoints, Fen, Milli
from pos_app.domain.papers.receipt_facts import (
    ReceiptFacts,
    ReceiptLine,
    ReceiptReturn,
    ReceiptTax,
    ReceiptTender,
)
from pos_app.domain.sale import Sale, SaleReturn
from pos_app.domain.standing import Expected
from pos_app.domain.tender import CASH, POINTS, WECHAT, TenderGiven
from pos_app.journal.entry import Entry
from pos_app.shop import Shop
from tests import make
from tests.actions.at_the_counter import OIL, basket
from tests.actions.holding import buy, trading
from tests.actions.one_line import cola, sell
from tests.adopting import adopt_tried
from tests.documents.words import in_english

ENDED = "All of this sale came back: it counts in no reward program any more."


def facts_of(shop: Shop, number: int, *, copy: int = 0) -> ReceiptFacts:
    """What the receipt of a sale says."""
    with shop.storage.read() as seen:
        sale = seen.book.get(Sale, number)
        assert sale is not None
        return receipt_of(seen.book, sale, settings=shop.settings, copy=copy)


def test_a_receipt_says_what_was_sold_and_how_it_was_paid(shop: Shop) -> None:
    """Screen, receipt and books are one calculator (till.md, complaint 44)."""
    seat = make.seat_with_shift(shop)
    wechat = TenderGiven(WECHAT, Fen(2000), Fen(2000))
    sell(shop, seat, cola(shop, discount=60), wechat, make.cash(200, given=500))

    facts = facts_of(shop, 1)

    assert facts.number == "000001"
    assert (facts.shop.name, facts.cashier, facts.till) == (make.SHOP_NAME, "林小梅", "1")
    assert facts.lines == (
        ReceiptLine(
            "可口可乐 500ml",
            Milli(2000),
            Fen(1130),
            Fen(2200),
            tax_rate=BasisPoints(1300),
            discount=Fen(60),
        ),
    )
    assert (facts.subtotal, facts.line_discounts, facts.total, facts.change) == (
        2260,
        60,
        2200,
        300,
    )
    assert facts.tenders == (
        ReceiptTender(WECHAT, Fen(2000)),
        ReceiptTender(CASH, Fen(200), given=Fen(500)),
    )
    assert facts.taxes == (ReceiptTax(BasisPoints(1300), amount=Fen(2200), tax=Fen(253)),)
    assert facts.member is None
    assert facts.disclosures == ()


def test_the_code_on_a_receipt_leads_back_to_its_sale(shop: Shop) -> None:
    """Goods come back by this code, and it ties the paper to the journal."""
    seat = make.seat_with_shift(shop)
    sell(shop, seat, cola(shop), make.cash(2260))

    facts = facts_of(shop, 1)
    code = read_receipt_code(facts.code)

    assert (code.sale, code.check) == (1, facts.journal_hash)
    assert len(facts.journal_hash) == 8


def test_a_members_receipt_says_what_was_earned_and_what_is_pending(shop: Shop) -> None:
    """The member reads at home what the till has promised (rulebook 10.7)."""
    adopt_tried(shop, make.OWNER_SEAT, ask=ProgramAsk("积分", "M0", params={"earn_bp": 1000}))
    queue = ProgramAsk("排队", "M1", "V1", params={"min_order": 1000}, consent_by="周满")
    adopt_tried(shop, make.OWNER_SEAT, ask=replace(queue, params={"min_order": 1000, "unit": 0}))
    member = make.member(shop)
    seat = make.seat_with_shift(shop)
    sell(shop, seat, cola(shop), make.cash(2260), member=member)
    points = TenderGiven(POINTS, Fen(100), Fen(100))
    sell(shop, seat, cola(shop), points, make.cash(2160), member=member)

    facts = facts_of(shop, 2)

    assert facts.member is not None
    assert (
        facts.member.points_before,
        facts.member.points_spent,
        facts.member.points_earned,
        facts.member.points_after,
    ) == (226, 100, 216, 342)
    assert facts.member.masked_name == "赵*"
    assert facts.member.masked_phone == "138****1234"
    assert facts.member.gains == (
        Expected(1, "积分", "M0", points=Fen(216)),
        Expected(2, "排队", "M1", targets=(Fen(2160),), counts_from=Day("2026-11-28")),
    )
    assert facts.rules_version == "积分 v1 · 排队 v1"
    assert [each.fields for each in facts.disclosures] == [(), (("c", "20"),)]


@pytest.mark.parametrize("hold_days", [0, 7])
@pytest.mark.parametrize(
    ("kind", "adds", "stands"),
    [
        ("M1b", "+1 in the draw", ["1 in the draw"]),
        ("M2", "own purchase 60.00", ["0 of 3", "returned 0.00 of 60.00"]),
        ("M3", "own purchases +60.00", ["Agent", "recruits bought 0.00 of 998.00 to become boss"]),
        ("M4", "+300", ["300", "0.00 released as vouchers so far"]),
        ("M5", "+12.6 at today's price", ["12.6", "worth 18.00 now, fee 5%"]),
        ("M6", "energy +60.00", ["0.00", "energy 60.00, contribution 60 of 60"]),
    ],
)
def test_a_receipt_says_what_the_sale_brings_and_from_when(
    shop: Shop, kind: str, adds: str, stands: list[str], hold_days: int
) -> None:
    """Screen and paper say the same; what is held stands nowhere yet (rulebook 10.7)."""
    seat, member = trading(shop, kind, hold_days=hold_days)
    quote = quote_basket(shop, basket(shop, OIL, member=member))
    buy(shop, seat, member)
    block = facts_of(shop, 1).member

    assert block is not None
    assert block.gains == quote.expected
    (gain,) = block.gains
    told = [each.said(in_english) for each in gains_told(gain.gains)]
    if hold_days:
        assert gain.counts_from == "2026-11-28"
        assert told[0] == ("points at that day's price" if kind == "M5" else adds)
        assert block.holdings == ()
    else:
        (held,) = block.holdings
        words = [each.said(in_english) for each in (held.figure, *held.notes)]
        assert (gain.counts_from, told[0]) == (None, adds)
        assert words[: len(stands)] == stands


def test_a_purchase_that_may_be_refunded_stands_on_its_receipt_without_a_sponsor(
    shop: Shop,
) -> None:
    """M2 skips the sale and takes note of it: others may follow (rulebook 4.5)."""
    seat, member = trading(shop, "M2")
    buy(shop, seat, member)
    block = facts_of(shop, 1).member

    assert block is not None
    assert [each.gains for each in block.gains] == [(Gain(OWN_PURCHASE, 6000),)]
    assert facts_of(shop, 1).rules_version == "M2 v1"


def test_a_program_that_skipped_the_sale_says_why_on_its_receipt(shop: Shop) -> None:
    """It promises nothing for the sale, and the customer reads the reason."""
    queue = ProgramAsk("排队", "M1", "V1", consent_by="周满")
    adopt_tried(shop, make.OWNER_SEAT, ask=queue)
    seat = make.seat_with_shift(shop)
    sell(shop, seat, cola(shop), make.cash(2260), member=make.member(shop))

    with shop.storage.read() as seen:
        sale = seen.book.get(Sale, 1)
        assert sale is not None
        block = receipt_member(seen.book, sale)

    assert block is not None
    refused = Expected(program=1, name="排队", kind="M1", refused="BELOW_MINIMUM")
    assert (block.gains, block.points_after) == ((refused,), 0)
    assert facts_of(shop, 1).rules_version == ""


def test_a_return_has_a_receipt_of_what_came_back(shop: Shop) -> None:
    """The customer keeps paper for the money that was paid back."""
    seat = make.seat_with_shift(shop)
    sell(shop, seat, cola(shop, discount=60), make.cash(2200))
    back = (LineReturned(1, ONE),)
    return_sale(shop, seat, ReturnAsk(1, back, "defect"))

    with shop.storage.read() as seen:
        record = seen.book.get(SaleReturn, 1)
        assert record is not None
        facts = receipt_of_return(seen.book, record, settings=shop.settings, copy=0)
        entry = seen.book.get(Entry, record.entry)

    assert entry is not None
    assert facts.journal_hash == entry.digest.hex()[:8]
    assert facts.journal_hash != facts_of(shop, 1).journal_hash
    assert facts.number == "R000001"
    assert facts.returned == ReceiptReturn("000001", "defect")
    assert facts.lines == (
        ReceiptLine(
            "可口可乐 500ml",
            Milli(1000),
            Fen(1130),
            Fen(1100),
            tax_rate=BasisPoints(1300),
            discount=Fen(30),
        ),
    )
    assert (facts.total, facts.tenders) == (1100, (ReceiptTender(CASH, Fen(1100)),))
    assert facts.taxes == (ReceiptTax(BasisPoints(1300), amount=Fen(1100), tax=Fen(126)),)


def test_a_void_has_a_receipt_of_the_whole_sale(shop: Shop) -> None:
    """A sale undone whole pays everything back as it was paid."""
    seat = make.seat_with_shift(shop)
    sell(shop, seat, cola(shop), make.cash(2260))
    void_sale(shop, replace(make.MANAGER_SEAT, shift=seat.shift), 1)

    with shop.storage.read() as seen:
        sale = seen.book.get(Sale, 1)
        assert sale is not None
        facts = receipt_of_void(seen.book, sale, settings=shop.settings, at=make.OPENING, copy=0)
        entry = seen.book.get(Entry, seen.book.last_number(Entry))

    assert entry is not None
    assert facts.journal_hash == entry.digest.hex()[:8]
    assert (facts.number, facts.total) == ("V000001", 2260)
    assert facts.returned == ReceiptReturn("000001", "void")
    assert facts.tenders == (ReceiptTender(CASH, Fen(2260)),)


def test_training_stands_on_the_paper(shop: Shop) -> None:
    """A receipt from training must never come back as a real one."""
    shop.use(replace(shop.settings, training=True))
    seat = make.seat_with_shift(shop)
    sell(shop, seat, cola(shop), make.cash(2260))

    assert facts_of(shop, 1, copy=3).is_training
    assert facts_of(shop, 1, copy=3).copy == 3


def test_a_sale_that_came_back_whole_counts_in_no_program_and_the_paper_says_so(
    shop: Shop,
) -> None:
    """Its own paper names a day from which it counts; what stays still does."""
    seat, member = trading(shop, "M4", hold_days=7)
    buy(shop, seat, member)
    whole = (LineReturned(1, Milli(500)), LineReturned(1, Milli(500)))
    told = []
    for number, back in enumerate(whole, start=1):
        return_sale(shop, seat, ReturnAsk(1, (back,)))
        with shop.storage.read() as seen:
            record = seen.book.get(SaleReturn, number)
            assert record is not None
            facts = receipt_of_return(seen.book, record, settings=shop.settings, copy=0)
        rows = compose_receipt(facts, in_english).rows
        told.append(any(isinstance(each, Text) and ENDED in each.text for each in rows))

    assert told == [False, True]
