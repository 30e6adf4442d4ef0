"""One sale whole: lines, tenders, returns, tickets."""

from pos_app.actions.receipts.receipt_of import journal_hash
from pos_app.actions.staff.staff_list import staff_name
from pos_app.domain.member import Member, masked_name
from pos_app.domain.refusals.sale import UnknownSale
from pos_app.domain.sale import (
    LINES_OF_RETURN,
    LINES_OF_SALE,
    RETURNS_OF_SALE,
    TENDERS_OF_SALE,
    Sale,
)
from pos_app.domain.sale_shown import ReturnShown, SaleDetail
from pos_app.engine.places import tickets_of_sale
from pos_app.shop import Shop


def show_sale(shop: Shop, number: int, *, check: str = "") -> SaleDetail:
    """Return a sale with everything that belongs to it.

    `check` are the eight characters of a scanned receipt: they tie it to this file.

    Raises:
        UnknownSale: no sale has the number, or the receipt is another shop's.
    """
    with shop.storage.read() as seen:
        book = seen.book
        sale = book.get(Sale, number)
        if sale is None:
            raise UnknownSale(str(number))
        head = journal_hash(book, sale)
        if check and check != head:
            raise UnknownSale(str(number))
        member = book.get(Member, sale.member) if sale.member is not None else None
        returns = tuple(
            ReturnShown(record, tuple(book.scan(LINES_OF_RETURN, record.number)))
            for record in book.scan(RETURNS_OF_SALE, number)
        )
        return SaleDetail(
            sale=sale,
            cashier=staff_name(book, sale.staff),
            masked_name=masked_name(member.name) if member else "",
            lines=tuple(book.scan(LINES_OF_SALE, number)),
            tenders=tuple(book.scan(TENDERS_OF_SALE, number)),
            returns=returns,
            tickets=tickets_of_sale(book, number),
            journal_hash=head,
            copies=seen.print_jobs.copies_of(number),
        )
