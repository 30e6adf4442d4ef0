"""The stores of the alliance, each with what it has put into rewards."""

from dataclasses import dataclass

from pos_app.domain.money import Fen
from pos_app.domain.store import STORES, Store
from pos_app.engine.accounts import source
from pos_app.shop import Shop


@dataclass(frozen=True, slots=True)
class StoreShown:
    """A store and its net reward cost until now."""

    store: Store
    put_in: Fen


def list_stores(shop: Shop) -> tuple[StoreShown, ...]:
    """Return every store by its code; reads only."""
    with shop.storage.read() as view:
        return tuple(
            StoreShown(each, Fen(-view.balance(source(each.code)))) for each in view.scan(STORES)
        )
