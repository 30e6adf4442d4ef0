"""A receipt is printed again, marked COPY n, and the journal counts it."""

from pos_app.actions.books.record_fact import instant_in, record_fact, settle_due_in
from pos_app.domain.refusals.sale import UnknownSale
from pos_app.domain.sale import Sale
from pos_app.domain.seat import Seat
from pos_app.journal.facts import ReceiptCopied
from pos_app.shop import Shop


def reprint_receipt(shop: Shop, seat: Seat, *, sale: int) -> int:
    """Add a job for the receipt's next copy and return the job's number.

    Raises:
        UnknownSale: no sale has the number.
    """
    with shop.storage.write() as work:
        if work.book.get(Sale, sale) is None:
            raise UnknownSale(str(sale))
        settle_due_in(shop, work)
        copy = work.print_jobs.copies_of(sale) + 1
        record_fact(shop, work, ReceiptCopied(sale=sale, copy=copy), staff=seat.staff)
        return work.print_jobs.add("receipt", sale=sale, copy=copy, made_at=instant_in(shop, work))
