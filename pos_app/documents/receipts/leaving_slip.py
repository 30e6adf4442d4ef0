"""The slip of leaving a queue: what for, the voucher, and its conditions."""

from pos_app.documents.line_breaks import plain_text
from pos_app.documents.receipts.receipt import Pair, Receipt, Row, Rule, Say, Size, Text
from pos_app.documents.receipts.slip_frame import about_member, of_whom, signed_by, slip_head
from pos_app.domain.day_text import day_text
from pos_app.domain.figures import YUAN, money_text, rate_text
from pos_app.domain.papers.leaving_slip import LeavingSlip
from pos_app.domain.papers.receipt_facts import ReceiptShop


def compose_leaving_slip(
    slip: LeavingSlip, shop: ReceiptShop, say: Say, *, is_training: bool = False
) -> Receipt:
    """Return the slip that the member keeps: a voucher bears its conditions (10.2)."""
    title = say("Leaving the queue")
    rows: tuple[Row, ...] = (
        *slip_head(title, shop, say, is_training=is_training),
        *of_whom(f"L{slip.number:06}", slip.at, say, cashier=slip.cashier, till=slip.till),
        about_member(
            slip.member, say, masked_name=slip.masked_name, masked_phone=slip.masked_phone
        ),
        Pair(say("For the purchase"), say("No. {number}", number=plain_text(slip.sale))),
        Rule(),
        Pair(say("Voucher"), f"{YUAN}{money_text(slip.voucher)}", Size.HUGE),
        *_conditions(slip, shop, say),
        Text(say("Its tickets receive nothing more.")),
        *signed_by(say("Signed by the member"), slip.journal_hash, say),
    )
    return Receipt(title=title, rows=rows)


def _conditions(slip: LeavingSlip, shop: ReceiptShop, say: Say) -> list[Row]:
    """Until when, how much of a purchase, and where to ask; nothing for no voucher."""
    if not slip.voucher:
        return []
    return [
        Pair(say("Valid until"), day_text(slip.valid_until, say)),
        Pair(say("Pays at most, of a purchase"), rate_text(slip.pays_bp)),
        *([Pair(say("Where to ask"), plain_text(shop.contact))] if shop.contact else []),
    ]
