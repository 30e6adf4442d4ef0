"""Which vouchers an errand would give, seen while it is rehearsed."""

from collections import Counter

from pos_app.domain.holdings import VoucherToCome
from pos_app.domain.moment import Day
from pos_app.domain.money import Fen
from pos_app.engine.book import Book
from pos_app.engine.records.shared import SPENDABLE

Vouchers = Counter[tuple[Day, int]]
"""Their sums, by last day and the largest part of a sale that they pay."""


def vouchers_now(book: Book, member: int) -> Vouchers:
    """Return what a member has in vouchers as a book stands."""
    sums: Vouchers = Counter()
    for lot in book.scan(SPENDABLE, "VCH", str(member)):
        sums[lot.expires, lot.limit_bp] += lot.left
    return sums


def vouchers_to_come(book: Book, member: int, *, before: Vouchers) -> tuple[VoucherToCome, ...]:
    """Return what has come since, the soonest to expire first."""
    added = vouchers_now(book, member) - before
    return tuple(
        VoucherToCome(Fen(amount), expires, limit_bp)
        for (expires, limit_bp), amount in sorted(added.items())
    )
