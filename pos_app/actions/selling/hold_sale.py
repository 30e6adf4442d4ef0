"""A bill is put aside for later; closing the shift does not drop it."""

from pos_app.domain.basket import Basket
from pos_app.domain.refusals.sale import EmptyBasket
from pos_app.shop import Shop


def hold_sale(shop: Shop, basket: Basket, *, name: str = "") -> None:
    """Put a bill aside under a name, which may be empty.

    Raises:
        EmptyBasket: there is nothing to put aside.
    """
    if basket.is_empty:
        raise EmptyBasket
    with shop.storage.write() as work:
        work.drafts.save(basket, till=shop.settings.till, at=shop.clock.now(), held_as=name)
