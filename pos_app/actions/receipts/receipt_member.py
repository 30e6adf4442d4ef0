"""The member's part of a receipt: what the sale took, brought and will bring."""

from pos_app.actions.members.show_member import standing_in
from pos_app.domain.holdings_told import held_told
from pos_app.domain.member import masked_name
from pos_app.domain.receipt_facts import ReceiptMember
from pos_app.domain.sale import Sale
from pos_app.domain.tender import POINTS
from pos_app.domain.transfer import TRANSFERS_OF_SALE
from pos_app.engine.accounts import wallet
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
    points = wallet(POINTS.upper(), sale.member)
    moves = [
        each
        for each in book.scan(TRANSFERS_OF_SALE, sale.number)
        if undone_by is None or each.entry == undone_by
    ]
    earned = sum(
        each.amount * (1 if each.credit == points else -1)
        for each in moves
        if points in {each.credit, each.debit} and not _is_tender(each.debit, each.credit)
    )
    spent = sum(
        each.amount * (1 if each.debit == points else -1)
        for each in moves
        if points in {each.credit, each.debit} and _is_tender(each.debit, each.credit)
    )
    return ReceiptMember(
        number=sale.member,
        masked_name=masked_name(standing.name),
        masked_phone=standing.masked_phone,
        points_before=standing.points - earned + spent,
        points_spent=spent,
        points_earned=earned,
        points_after=standing.points,
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


def _is_tender(debit: str, credit: str) -> bool:
    return debit.startswith("OUT:") or credit.startswith("OUT:")
