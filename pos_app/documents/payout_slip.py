"""The slip of a counter payout: who got how much, what is left, and where to sign."""

from pos_app.documents.line_breaks import plain_text
from pos_app.documents.receipt import Gap, Pair, Place, Receipt, Row, Rule, Say, Size, Stroke, Text
from pos_app.documents.receipt_composed import training_banner
from pos_app.domain.figures import YUAN, money_text
from pos_app.domain.moment import shop_time
from pos_app.domain.money import Fen
from pos_app.domain.payout_slip import PayoutSlip
from pos_app.domain.receipt_facts import ReceiptShop


def compose_payout_slip(
    slip: PayoutSlip, shop: ReceiptShop, say: Say, *, is_training: bool = False
) -> Receipt:
    """Return the slip that the member signs and the drawer keeps (rulebook 1.7)."""
    title = say("Reward paid out")
    rows: tuple[Row, ...] = (
        *training_banner(say, is_training=is_training),
        Text(plain_text(shop.name), Place.CENTRE, Size.LARGE),
        Text(title, Place.CENTRE, Size.LARGE),
        Gap(),
        Rule(Stroke.STRONG),
        Pair(
            say("No. {number}", number=f"P{slip.number:06}"),
            f"{shop_time(slip.at):%Y-%m-%d %H:%M}",
        ),
        Pair(
            say("Cashier {name}", name=plain_text(slip.cashier)),
            say("Till {till}", till=plain_text(slip.till)),
        ),
        Pair(
            say("Member {number}", number=slip.member),
            f"{plain_text(slip.masked_name)} {plain_text(slip.masked_phone)}".strip(),
        ),
        Rule(),
        *_fee(slip, say),
        Pair(say("Paid out in cash"), f"{YUAN}{money_text(slip.amount)}", Size.HUGE),
        Pair(say("From"), _account(slip.account, say)),
        Pair(say("Left there"), money_text(slip.left)),
        Rule(),
        Gap(),
        Text(say("Received by")),
        Gap(),
        Gap(),
        Rule(),
        Text(say("Journal {hash}", hash=plain_text(slip.journal_hash)), Place.CENTRE, Size.SMALL),
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
