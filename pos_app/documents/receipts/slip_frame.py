"""What every slip begins and ends with: shop, title, where to sign, journal."""

from pos_app.documents.line_breaks import plain_text
from pos_app.documents.receipts.receipt import Gap, Pair, Place, Row, Rule, Say, Size, Stroke, Text
from pos_app.documents.receipts.receipt_composed import training_banner
from pos_app.domain.day_text import moment_text
from pos_app.domain.moment import Instant
from pos_app.domain.papers.receipt_facts import ReceiptShop


def slip_head(
    title: str, shop: ReceiptShop, say: Say, *, note: str = "", is_training: bool = False
) -> list[Row]:
    """Return the rows above the figures; `note` says what the slip is not."""
    return [
        *training_banner(say, is_training=is_training),
        Text(plain_text(shop.name), Place.CENTRE, Size.LARGE),
        Text(title, Place.CENTRE, Size.LARGE),
        *([Text(note, Place.CENTRE, Size.SMALL)] if note else []),
        Gap(),
        Rule(Stroke.STRONG),
    ]


def of_whom(number: str, at: Instant, say: Say, *, cashier: str, till: str) -> list[Row]:
    """Return which slip it is, of when, and who sat at which till."""
    return [
        Pair(say("No. {number}", number=number), moment_text(at, say)),
        Pair(
            say("Cashier {name}", name=plain_text(cashier)),
            say("Till {till}", till=plain_text(till)),
        ),
    ]


def about_member(number: int, say: Say, *, masked_name: str, masked_phone: str) -> Pair:
    """Return the row of the member whom a slip is about, masked."""
    masked = f"{plain_text(masked_name)} {plain_text(masked_phone)}".strip()
    return Pair(say("Member {number}", number=number), masked)


def signed_by(who: str, journal_hash: str, say: Say) -> list[Row]:
    """Return the line to sign on, and what ties the paper to the journal."""
    return [
        Rule(),
        Gap(),
        Text(who),
        Gap(),
        Gap(),
        Rule(),
        Text(say("Journal {hash}", hash=plain_text(journal_hash)), Place.CENTRE, Size.SMALL),
    ]
