"""An X or a Z slip: what a shift took, gave back, and what lay in the drawer."""

from pos_app.documents.line_breaks import plain_text
from pos_app.documents.receipts.receipt import Pair, Place, Receipt, Row, Rule, Say, Size, Text
from pos_app.documents.receipts.receipt_composed import tender_name
from pos_app.documents.receipts.slip_frame import slip_head
from pos_app.domain.day_text import day_text, moment_text
from pos_app.domain.figures import MINUS, count_text, money_text, signed_money_text
from pos_app.domain.money import Fen
from pos_app.domain.papers.receipt_facts import ReceiptShop
from pos_app.domain.papers.shift_report import ShiftReport


def compose_shift_slip(
    report: ShiftReport, shop: ReceiptShop, say: Say, *, is_training: bool = False
) -> Receipt:
    """Return the slip: X while the shift is open, Z when it is closed."""
    is_closed = report.z_number > 0
    title = say("Z slip {number}", number=report.z_number) if is_closed else say("X slip")
    note = "" if is_closed else say("The shift goes on; nothing was closed.")
    rows = (
        *slip_head(title, shop, say, note=note, is_training=is_training),
        Pair(say("Shift {number}", number=report.shift), day_text(report.day, say)),
        Pair(
            say("Cashier {name}", name=plain_text(report.cashier)),
            say("Till {till}", till=plain_text(report.till)),
        ),
        Pair(say("Opened"), moment_text(report.opened_at, say)),
        Pair(
            say("Closed") if is_closed else say("Looked at"),
            moment_text(report.at, say),
        ),
        Rule(),
        *_trade(report, say),
        *_tenders(report, say),
        Rule(),
        *_cash(report, say),
        Rule(),
        *_rewards(report, say),
        *_head_of_journal(report, say),
    )
    return Receipt(title=title, rows=rows)


def _head_of_journal(report: ShiftReport, say: Say) -> list[Row]:
    """What anchors the journal outside the machine: its head when the shift ended."""
    if not report.journal_head:
        return []
    told = say("Journal {hash}", hash=report.journal_head)
    return [Rule(), Text(told, Place.CENTRE, Size.SMALL)]


def _trade(report: ShiftReport, say: Say) -> list[Row]:
    rows: list[Row] = [
        Pair(
            say("Sales: {count}", count=count_text(report.sales)),
            money_text(report.sold),
            Size.LARGE,
        ),
        Pair(say("Tax within"), money_text(report.tax), Size.SMALL),
        Pair(say("Discounts given"), money_text(report.saved), Size.SMALL),
        Pair(say("Returns: {count}", count=count_text(report.returns)), _taken(report.returned)),
    ]
    if report.netted:
        rows.append(Pair(say("Kept back from refunds"), money_text(report.netted)))
    if report.voided_earlier:
        rows.append(Pair(say("Voids of earlier shifts"), _taken(report.voided_earlier)))
    # What was voided is no line of the sum: the sales above leave it out already.
    voids = say("Voids: {count}, not in the takings", count=count_text(report.voids))
    return [
        *rows,
        Pair(say("Takings"), money_text(report.takings), Size.LARGE),
        Pair(voids, money_text(report.voided), Size.SMALL),
    ]


def _tenders(report: ShiftReport, say: Say) -> list[Row]:
    rows: list[Row] = [Rule()] if report.tenders else []
    for each in report.tenders:
        rows.append(Pair(tender_name(each.kind, say), money_text(each.kept)))
        if each.paid_back:
            rows.append(Pair(say("Taken"), money_text(each.taken), Size.SMALL))
            rows.append(Pair(say("Paid back"), _taken(each.paid_back), Size.SMALL))
    return rows


def _cash(report: ShiftReport, say: Say) -> list[Row]:
    rows: list[Row] = [
        Pair(say("Float"), money_text(report.opening_float)),
        Pair(say("Cash put in"), money_text(report.cash_in)),
        Pair(say("Cash taken out"), _taken(report.cash_out)),
        Pair(say("Rewards paid out in cash"), _taken(report.paid_out)),
        Pair(say("Should be in the drawer"), money_text(report.expected)),
    ]
    if report.counted is not None and report.variance is not None:
        rows += [
            Pair(say("Counted"), money_text(report.counted), Size.LARGE),
            Pair(say("Difference"), signed_money_text(report.variance), Size.LARGE),
        ]
    openings = count_text(report.drawer_openings)
    rows.append(Pair(say("Drawer opened without a sale"), openings, Size.SMALL))
    return rows


def _rewards(report: ShiftReport, say: Say) -> list[Row]:
    return [
        Pair(say("Given to members"), money_text(report.rewards_given)),
        Pair(say("Taken back from members"), _taken(report.rewards_taken_back)),
        Pair(say("Used by members"), money_text(report.rewards_spent)),
    ]


def _taken(amount: Fen) -> str:
    """An amount that went out: with a minus, unless it is nothing."""
    return f"{MINUS}{money_text(amount)}" if amount else money_text(amount)
