"""The store that a sale is to be made in; one that left sells no more."""

from pos_app.domain.refusals.store import StoreHasLeft
from pos_app.domain.store import Store
from pos_app.engine.book import Book
from pos_app.errors import NotFound


def refuse_unless_it_sells(book: Book, code: str) -> None:
    """Refuse a store that is not of the alliance, or is no more.

    Raises:
        NotFound: no store has the code.
        StoreHasLeft: it left; what it sold before stands (rulebook 2.9, 6.8).
    """
    store = book.get(Store, code)
    if store is None:
        raise NotFound(what="store", named=code)
    if store.left_at is not None:
        raise StoreHasLeft(store.code)
