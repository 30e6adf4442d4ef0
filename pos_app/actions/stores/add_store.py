"""Registering another store of the alliance in the same file."""

from pos_app.actions.books.record_fact import record_fact
from pos_app.actions.premises.customer_words import refuse_promises
from pos_app.actions.premises.selling_store import store_as_typed
from pos_app.actions.staff.allowed import allowed
from pos_app.domain.names import clean_name
from pos_app.domain.refusals.catalogue import NameUnusable
from pos_app.domain.refusals.sale import IdUsed
from pos_app.domain.seat import Seat
from pos_app.domain.staff import PROGRAM
from pos_app.domain.store import Store
from pos_app.journal.facts import StoreAdded
from pos_app.shop import Shop


def add_store(shop: Shop, seat: Seat, *, code: str, name: str) -> Store:
    """Register a store; from now on its concessions come from its own `SRC` account.

    A till says in its settings which store it stands in; nothing else changes. The code
    is written in capitals, however it was typed, so that it reads the same everywhere.

    Raises:
        NotAllowed: only the owner widens the alliance.
        NameUnusable: code or name is empty, too long or has signs that cannot be shown,
            or the code has an @.
        IdUsed: a store has the code, in capitals or not.
    """
    allowed(seat, PROGRAM)
    code = code.strip().upper()
    with shop.storage.read() as view:
        alike = store_as_typed(view.book, code)
        if view.get(Store, alike) is not None:
            raise IdUsed(alike)
    return add_store_replayed(shop, seat, code=code, name=name)


def add_store_replayed(shop: Shop, seat: Seat, *, code: str, name: str) -> Store:
    """Register a store under exactly the code that a history names.

    Raises:
        NotAllowed, NameUnusable, IdUsed: as `add_store` says.
    """
    allowed(seat, PROGRAM)
    if "@" in code:
        # The names of accounts are cut there (rulebook 1.12).
        raise NameUnusable(what="store", name=code, why="at_sign")
    refuse_promises(name, of="store")
    store = Store(clean_name(code, of="store"), clean_name(name, of="store"))
    with shop.storage.write() as work:
        if work.book.get(Store, store.code) is not None:
            raise IdUsed(store.code)
        record_fact(shop, work, StoreAdded(store.code, store.name), staff=seat.staff)
    return store
