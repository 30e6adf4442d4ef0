"""The slip of a counter payout: who got how much, what is left, and where to sign."""

from pos_app.documents.line_breaks import plain_text
from pos_app.documents.receipts.receipt import Pair, Receipt, Row, Rule, Say, Size
from pos_app.documents.receipts.slip_frame import about_member, of_whom, signed_by, slip_head
from pos_app.domain.figures import YUAN, money_text
from pos_app.domain.money import Fen
from pos_app.domain.papers.payout_slip import PayoutSlip
from pos_app.domain.papers.receipt_facts import ReceiptShop


def compose_payout_slip(
    slip: PayoutSlip, shop: ReceiptShop, say: Say, *, is_training: bool = False
) -> Receipt:
    """Return the slip that the member signs and the drawer keeps (rulebook 1.7)."""
    title = say("Reward paid out")
    rows: tuple[Row, ...] = (
        *slip_head(title, shop, say, is_training=is_training),
        *of_whom(f"P{slip.number:06}", slip.at, say, cashier=slip.cashier, till=slip.till),
        about_member(
            slip.member, say, masked_name=slip.masked_name, masked_phone=slip.masked_phone
        ),
        Rule(),
        *_fee(slip, say),
        Pair(say("Paid out in cash"), f"{YUAN}{money_text(slip.amount)}", Size.HUGE),
        Pair(say("From"), _account(slip.account, say)),
        Pair(say("Left there"), money_text(slip.left)),
        *signed_by(say("Received by"), slip.journal_hash, say),
    )
    return Receipt(title=title, rows=rows)


def _fee(slip: PayoutSlip, say: Say) -> list[Row]:
    """What was drawn and what of it the shop kept; nothing where there is no fee."""
    if not slip.fee:
        return []
    return [
        Pair(say("Drawn from the account"), money_text(Fen(slip.amount + slip.fee))),
        Pair(say("Fee kept back"), money_text(Fen(-slip.fee))),
    ]


def _account(account: str, say: Say) -> str:
    names = {
        "CASH": say("Reward balance"),
        "VCH": say("Vouchers"),
        "POINTS": say("Points"),
        "PTS": say("Backed points"),
    }
    return names.get(account, plain_text(account))
