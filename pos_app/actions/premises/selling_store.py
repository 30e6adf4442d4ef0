"""The store that a person names, or that a sale is to be made in."""

from pos_app.domain.refusals.store import StoreHasLeft
from pos_app.domain.store import STORES, Store
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


def store_as_typed(book: Book, typed: str) -> str:
    """Return the code of the store that a person means, small letters or capitals.

    Exactly that code comes first: a history may have brought both. What names no store
    comes back as it was typed, for the refusal to say.
    """
    if book.get(Store, typed) is not None:
        return typed
    means = typed.strip().upper()
    alike = (each.code for each in book.scan(STORES) if each.code.upper() == means)
    return next(alike, typed)
