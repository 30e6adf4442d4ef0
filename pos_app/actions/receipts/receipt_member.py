"""The member's part of a receipt: what the sale took, brought and will bring."""

from pos_app.actions.members.show_member import standing_in
from pos_app.domain.holdings_told import held_told
from pos_app.domain.member import masked_name
from pos_app.domain.papers.receipt_facts import ReceiptMember
from pos_app.domain.sale import SALES_BY_BASKET, Sale
from pos_app.domain.tender import POINTS
from pos_app.domain.transfer import TRANSFERS_OF_SALE
from pos_app.engine.accounts import buyer, wallet
from pos_app.engine.book import Book
from pos_app.engine.gained import gained


def receipt_member(book: Book, sale: Sale, *, undone_by: int | None = None) -> ReceiptMember | None:
    """Return the member block, masked; None for a sale without a member.

    `undone_by` is the entry of a return or a void: then what that entry took back and
    gave back stands there, as points earned and spent below zero.
    """
    if sale.member is None:
        return None
    standing = standing_in(book, sale.member)
    earned, spent = _points_moved(book, sale, undone_by=undone_by)
    after = standing.points - (_points_of_later_parts(book, sale) if undone_by is None else 0)
    return ReceiptMember(
        number=sale.member,
        masked_name=masked_name(standing.name),
        masked_phone=standing.masked_phone,
        points_before=after - earned + spent,
        points_spent=spent,
        points_earned=earned,
        points_after=after,
        reward=standing.reward,
        voucher=standing.voucher,
        voucher_expires=standing.voucher_expires,
        tickets=standing.tickets,
        # What came back adds nothing.
        gains=gained(book, sale) if undone_by is None else (),
        holdings=tuple(held_told(each) for each in standing.holdings),
        has_points=standing.has_points,
        has_balances=standing.has_balances,
    )


def _points_moved(book: Book, sale: Sale, *, undone_by: int | None = None) -> tuple[int, int]:
    """Points that a sale brought, and took as tender; so far, or in one entry."""
    points = wallet(POINTS.upper(), buyer(sale))
    earned = spent = 0
    for each in book.scan(TRANSFERS_OF_SALE, sale.number):
        if points not in {each.credit, each.debit} or undone_by not in {None, each.entry}:
            continue
        amount = each.amount if each.credit == points else -each.amount
        if _is_tender(each.debit, each.credit):
            spent -= amount
        else:
            earned += amount
    return earned, spent


def _points_of_later_parts(book: Book, sale: Sale) -> int:
    """What goods of other owners on the same bill brought after this sale (9.3)."""
    later = (each for each in book.scan(SALES_BY_BASKET, sale.basket) if each.number > sale.number)
    moved = (_points_moved(book, each) for each in later)
    return sum(earned - spent for earned, spent in moved)


def _is_tender(debit: str, credit: str) -> bool:
    return debit.startswith("OUT:") or credit.startswith("OUT:")
