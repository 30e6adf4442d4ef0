"""The slip of cash put in or taken out: how much, why, by whom."""

from pos_app.documents.line_breaks import plain_text
from pos_app.documents.receipts.receipt import Pair, Receipt, Row, Rule, Say, Size
from pos_app.documents.receipts.slip_frame import of_whom, signed_by, slip_head
from pos_app.domain.figures import YUAN, money_text
from pos_app.domain.money import Fen
from pos_app.domain.papers.cash_slip import CashSlip
from pos_app.domain.papers.receipt_facts import ReceiptShop


def compose_cash_slip(
    slip: CashSlip, shop: ReceiptShop, say: Say, *, is_training: bool = False
) -> Receipt:
    """Return the slip that stands for the cash until the drawer is counted."""
    came_in = slip.amount > 0
    title = say("Cash put in") if came_in else say("Cash taken out")
    number = f"C{slip.number:06}"
    rows: tuple[Row, ...] = (
        *slip_head(title, shop, say, is_training=is_training),
        *of_whom(number, slip.at, say, cashier=slip.cashier, till=slip.till),
        Pair(say("Shift {number}", number=slip.shift), ""),
        Rule(),
        Pair(title, f"{YUAN}{money_text(Fen(abs(slip.amount)))}", Size.HUGE),
        Pair(say("Reason"), plain_text(slip.reason)),
        *_approval(slip, say),
        *signed_by(say("Brought by") if came_in else say("Received by"), slip.journal_hash, say),
    )
    return Receipt(title=title, rows=rows)


def _approval(slip: CashSlip, say: Say) -> list[Row]:
    """Who let a sum above the cashier's limit go; nothing below it."""
    if not slip.approved_by:
        return []
    return [Pair(say("Approved by"), plain_text(slip.approved_by))]
