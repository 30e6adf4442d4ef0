"""The sales of a day, or the latest ones, a page at a time."""

from collections.abc import Iterator
from itertools import islice

from pos_app.actions.staff.staff_list import staff_name
from pos_app.domain.member import MEMBERS_BY_PHONE, Member, masked_name
from pos_app.domain.moment import Day
from pos_app.domain.sale import (
    SALES_BY_DAY,
    SALES_BY_REF,
    SALES_OF_MEMBER,
    TENDERS_OF_SALE,
    Sale,
)
from pos_app.domain.sale_shown import SaleListed
from pos_app.engine.book import Book
from pos_app.shop import Shop

_LONGEST_SALE_NUMBER = 10


def list_sales(
    shop: Shop,
    *,
    day: Day | None = None,
    text: str = "",
    before: int | None = None,
    limit: int = 50,
) -> tuple[SaleListed, ...]:
    """Return sales, the latest first.

    `text` is a sale's number, a receipt's outside name, or a member's phone. `before` is
    the last number of the page before, so that a page costs the same however far back.
    """
    with shop.storage.read() as seen:
        found = _found(seen.book, day=day, text=text.strip(), before=before)
        return tuple(_listed(seen.book, sale) for sale in islice(found, limit))


def _found(book: Book, *, day: Day | None, text: str, before: int | None) -> Iterator[Sale]:
    after = () if before is None else (before,)
    if text:
        named = _named(book, text, after=after)
        return (sale for sale in named if day is None or sale.day == day)
    if day is not None:
        return book.scan(SALES_BY_DAY, day, after=after, backward=True)
    return _latest(book, before=before)


def _named(book: Book, text: str, *, after: tuple[int, ...]) -> Iterator[Sale]:
    """One sale by number or outside name, else those of a member by phone."""
    sale = None
    if text.isascii() and text.isdigit() and len(text) <= _LONGEST_SALE_NUMBER:
        sale = book.get(Sale, int(text))
    sale = sale or next(book.scan(SALES_BY_REF, text), None)
    if sale is not None:
        return iter(() if after and sale.number >= after[0] else (sale,))
    member = next(book.scan(MEMBERS_BY_PHONE, text), None)
    if member is None:
        return iter(())
    return book.scan(SALES_OF_MEMBER, member.number, after=after, backward=True)


def _latest(book: Book, *, before: int | None) -> Iterator[Sale]:
    """Sales are numbered densely, so that the latest are found by counting down."""
    number = book.last_number(Sale) if before is None else before - 1
    while number > 0:
        sale = book.get(Sale, number)
        if sale is not None:
            yield sale
        number -= 1


def _listed(book: Book, sale: Sale) -> SaleListed:
    member = book.get(Member, sale.member) if sale.member is not None else None
    return SaleListed(
        number=sale.number,
        ref=sale.ref,
        at=sale.at,
        day=sale.day,
        till=sale.till,
        cashier=staff_name(book, sale.staff),
        member=sale.member,
        masked_name=masked_name(member.name) if member else "",
        total=sale.total,
        tenders=tuple(each.kind for each in book.scan(TENDERS_OF_SALE, sale.number)),
        state=sale.state,
        returns=sale.returns,
    )
