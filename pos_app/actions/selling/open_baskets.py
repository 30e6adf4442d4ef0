"""The bill that was open when the till was left, and the ones put aside."""

from dataclasses import dataclass

from pos_app.domain.basket import Basket
from pos_app.domain.moment import Instant
from pos_app.shop import Shop


@dataclass(frozen=True, slots=True)
class HeldBasket:
    """A bill put aside, as the list of held bills shows it."""

    basket: Basket
    name: str
    saved_at: Instant


def open_baskets(shop: Shop) -> tuple[Basket | None, tuple[HeldBasket, ...]]:
    """Return this till's open bill, if one was left, and the held ones, oldest first."""
    with shop.storage.read() as view:
        current = view.drafts.open_at(shop.settings.till)
        held = tuple(
            HeldBasket(each.basket, each.held_as or "", each.saved_at)
            for each in view.drafts.held()
        )
    return (current.basket if current else None), held
