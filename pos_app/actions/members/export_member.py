"""What the shop knows of one member, as a file for that member."""

import json
from pathlib import Path

from pos_app.actions.members.known_member import known_member
from pos_app.actions.members.show_member import standing_in
from pos_app.actions.premises.named_file import leave_in_shop
from pos_app.domain.figures import money_text
from pos_app.domain.holdings_told import HeldTold, held_told
from pos_app.domain.member import CARDS_OF_MEMBER, MERGED_INTO
from pos_app.domain.moment import instant_text
from pos_app.domain.sale import LINES_OF_SALE, SALES_OF_MEMBER, TENDERS_OF_SALE
from pos_app.engine.book import Book
from pos_app.shop import Shop
from pos_app.wording import Language, Wording

MEMBERS = "members"
"""The folder, in the shop's own, where such files are left to be handed over."""


def export_path(shop: Shop, member: int) -> Path:
    """Return where such a file is left."""
    return shop.folder / MEMBERS / f"member-{member}.json"


def export_member(shop: Shop, member: int) -> Path:
    """Write everything kept of a member as JSON and return the file's path.

    A person may ask what is kept of him (rulebook 10.6); the file names nobody else.

    Raises:
        NotFound, MemberIsMerged: nobody is called by this member number.
        FileNotWritten, DiskFull: the folder refused the file.
    """
    with shop.storage.read() as seen:
        told = _told(seen.book, member)
    text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    return leave_in_shop(shop, export_path(shop, member), text.encode())


def _told(book: Book, number: int) -> dict[str, object]:
    member = known_member(book, number)
    standing = standing_in(book, number)
    return {
        "member": number,
        "name": member.name,
        "phone": member.phone,
        "joined": instant_text(member.joined_at),
        "also_registered": [
            {
                "member": each.number,
                "name": each.name,
                "phone": each.phone,
                "joined": instant_text(each.joined_at),
                "household": each.household_tag,
                "merged": instant_text(each.merged_at),
            }
            for each in book.scan(MERGED_INTO, number)
            if each.merged_at is not None
        ],
        "household": member.household_tag,
        "age": member.age_band,
        "works_here": member.employee,
        "tier": member.tier,
        "programs": [_held(held_told(each)) for each in standing.holdings],
        "points": standing.points,
        "reward_balance": money_text(standing.reward),
        "vouchers": money_text(standing.voucher),
        "tickets": [
            {
                "sale": ticket.sale_ref,
                "state": ticket.state,
                "received": money_text(ticket.received),
                "target": money_text(ticket.target),
            }
            for ticket in standing.tickets
        ],
        "cards_issued": [
            instant_text(card.issued_at) for card in book.scan(CARDS_OF_MEMBER, number)
        ],
        "sales": [
            {
                "number": sale.ref,
                "at": instant_text(sale.at),
                "total": money_text(sale.total),
                "lines": [
                    {"name": line.name, "amount": money_text(line.net)}
                    for line in book.scan(LINES_OF_SALE, sale.number)
                ],
                "tenders": [each.kind for each in book.scan(TENDERS_OF_SALE, sale.number)],
            }
            for sale in book.scan(SALES_OF_MEMBER, number)
        ],
    }


def _held(told: HeldTold) -> dict[str, object]:
    """A holding as screens and receipts tell it; the file's own words are English."""
    say = Wording(Language.EN).text
    return {
        "program": told.name,
        "holds": told.figure.said(say),
        "notes": [note.said(say) for note in told.notes],
    }
