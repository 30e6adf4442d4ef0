"""Whom a number names: nobody erased, and nobody who was merged."""

from pos_app.domain.member import Member
from pos_app.domain.refusals.member import MemberIsMerged
from pos_app.engine.book import Book
from pos_app.errors import NotFound


def known_member(book: Book, number: int) -> Member:
    """Return the member of a number.

    Raises:
        NotFound: nobody has it, or the data were erased.
        MemberIsMerged: the person goes by another number.
    """
    known = book.get(Member, number)
    if known is None or known.erased_at is not None:
        raise NotFound(what="member", named=str(number))
    if known.merged_into:
        raise MemberIsMerged(member=number, into=known.merged_into)
    return known
