"""An X or a Z slip says what the drawer must hold, in figures that add up."""

from __future__ import annotations

import itertools
from dataclasses import replace

from pos_app.documents.receipts.receipt import Receipt, Rule, Text
from pos_app.documents.receipts.shift_slip import compose_shift_slip
from pos_app.domain.moment import Day, read_instant
from pos_app.domain.money import Fen
from pos_app.domain.papers.receipt_facts import ReceiptShop
from pos_app.domain.papers.shift_report import ShiftReport, TenderTotal
from tests.documents.rows import pairs, texts
from tests.documents.words import in_english

OPENED = read_instant("2026-11-21T08:00:00+08:00")
CLOSED = read_instant("2026-11-21T21:30:00+08:00")

TENDERS_AND_A_VOID = (
    TenderTotal("cash", Fen(15_565), Fen(1480), 12),
    TenderTotal("wechat", Fen(98_000), Fen(0), 31),
)


def report(
    *,
    sold: Fen = Fen(113_565),
    voids: int = 0,
    voided: Fen = Fen(0),
    z_number: int = 7,
    counted: Fen | None = Fen(34_500),
    variance: Fen | None = Fen(-65),
    tenders: tuple[TenderTotal, ...] = (
        TenderTotal("cash", Fen(15_565), Fen(1000), 12),
        TenderTotal("wechat", Fen(98_000), Fen(0), 31),
    ),
) -> ShiftReport:
    """A day with a little of everything."""
    return ShiftReport(
        shift=12,
        store="S1",
        till="1",
        z_number=z_number,
        cashier="林小梅",
        day=Day("2026-11-21"),
        opened_at=OPENED,
        at=CLOSED,
        opening_float=Fen(20_000),
        expected=Fen(34_565),
        counted=counted,
        variance=variance,
        tenders=tenders,
        sales=43,
        sold=sold,
        tax=Fen(13_065),
        saved=Fen(400),
        returns=1,
        returned=Fen(1000),
        netted=Fen(20),
        voids=voids,
        voided=voided,
        drawer_openings=2,
        cash_in=Fen(0),
        cash_out=Fen(0),
        paid_out=Fen(0),
        rewards_given=Fen(900),
        rewards_taken_back=Fen(20),
        rewards_spent=Fen(300),
    )


def composed(told: ShiftReport) -> Receipt:
    """The slip in English."""
    return compose_shift_slip(told, ReceiptShop(name="小满便利店"), in_english)


def test_a_z_slip_is_numbered_and_tells_the_difference() -> None:
    """The number is what proves that no slip is missing."""
    slip = composed(report())

    told = pairs(slip)
    assert slip.title == "Z slip 7"
    assert told["Counted"] == "345.00"
    assert told["Difference"] == "−0.65"
    assert told["Should be in the drawer"] == "345.65"
    assert told["Closed"] == "21 Nov 2026 21:30"


def test_an_x_slip_counts_nothing() -> None:
    """Looking must not look like closing."""
    slip = composed(report(z_number=0, counted=None, variance=None))

    told = pairs(slip)
    lines = texts(slip)
    assert slip.title == "X slip"
    assert lines[2] == "The shift goes on; nothing was closed."
    assert "Counted" not in told
    assert "Difference" not in told
    assert told["Looked at"] == "21 Nov 2026 21:30"


def test_a_tender_shows_what_is_left_of_it() -> None:
    """What was taken and paid back stands below, where anything was."""
    told = pairs(composed(report()))

    assert told["Cash"] == "145.65"
    assert (told["Taken"], told["Paid back"]) == ("155.65", "−10.00")
    assert told["WeChat Pay"] == "980.00"


def test_what_went_out_has_a_minus_and_nothing_has_none() -> None:
    """−0.00 would make an owner look twice."""
    told = pairs(composed(report()))

    assert told["Returns: 1"] == "−10.00"
    assert told["Voids: 0, not in the takings"] == "0.00"
    assert told["Cash taken out"] == "0.00"


def test_the_lines_lead_from_sales_to_what_the_tenders_keep() -> None:
    """A void of the shift's own sale is no line of the sum: the sales leave it out."""
    told = report(sold=Fen(113_065), voids=1, voided=Fen(500), tenders=TENDERS_AND_A_VOID)
    lines = pairs(composed(told))

    assert lines["Sales: 43"] == "1,130.65"
    assert (lines["Returns: 1"], lines["Kept back from refunds"]) == ("−10.00", "0.20")
    assert "Voids of earlier shifts" not in lines
    assert lines["Takings"] == "1,120.85"
    assert lines["Voids: 1, not in the takings"] == "5.00"
    assert told.takings == sum(each.kept for each in told.tenders)


def test_a_void_of_an_earlier_shifts_sale_is_a_line_of_the_sum() -> None:
    """Its money leaves this drawer, and no sale of this shift leaves it out."""
    told = report(voids=1, voided=Fen(500), tenders=TENDERS_AND_A_VOID)
    lines = pairs(composed(told))

    assert (lines["Sales: 43"], lines["Voids of earlier shifts"]) == ("1,135.65", "−5.00")
    assert lines["Takings"] == "1,120.85"
    assert told.takings == sum(each.kept for each in told.tenders)


def test_a_shift_without_trade_has_no_empty_part() -> None:
    """Two rules with nothing between look like a torn slip."""
    rows = composed(report(tenders=())).rows

    following = [
        (first, second)
        for first, second in itertools.pairwise(rows)
        if isinstance(first, Rule) and isinstance(second, Rule)
    ]
    assert following == []
    assert isinstance(rows[0], Text)


def test_only_a_closed_shift_has_a_journal_head_on_its_slip() -> None:
    """It anchors the journal outside the machine; an X slip ends nothing."""
    closed = composed(replace(report(), journal_head="7f3a91c40b2d"))
    looked_at = composed(report(z_number=0, counted=None, variance=None))

    assert [row.text for row in closed.rows if isinstance(row, Text)][-1] == "Journal 7f3a91c40b2d"
    assert "Journal" not in str(looked_at.rows)
