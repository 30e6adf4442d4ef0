"""Which store's concessions repaid which store's customers (rulebook 1.9)."""

from collections import defaultdict
from collections.abc import Mapping

from pos_app.domain.money import Fen
from pos_app.domain.record import Index
from pos_app.domain.sale import Sale
from pos_app.engine.book import Book, kept
from pos_app.engine.queue_records import Allocation, Lot

ALLOCATIONS = Index(Allocation, "by_key", ("program", "store", "number"))


def clearing_matrix(book: Book, program: int) -> dict[tuple[str, str], Fen]:
    """Add up what stood of the allocations, by (funding store, store of the ticket).

    Reads every allocation of the program: for a report, not for the till.
    """
    found: dict[tuple[str, str], int] = defaultdict(int)
    for each in book.scan(ALLOCATIONS, program):
        if not each.reversed:
            lot = kept(book, Lot, each.program, each.store, each.lot)
            found[lot.funder, kept(book, Sale, each.sale).store] += each.amount
    return {pair: Fen(amount) for pair, amount in found.items()}


def net_debt(matrix: Mapping[tuple[str, str], int], *, debtor: str, creditor: str) -> int:
    """What one store owes another: its concessions repaid the other's customers.

    Below zero when it is the other way round (rulebook 2.11, Q7).
    """
    return matrix.get((debtor, creditor), 0) - matrix.get((creditor, debtor), 0)
