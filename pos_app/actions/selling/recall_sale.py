"""A bill that was put aside comes back to the till."""

from pos_app.domain.basket import Basket
from pos_app.errors import NotFound
from pos_app.shop import Shop


def recall_sale(shop: Shop, basket: int) -> Basket:
    """Take a held bill back; it is this till's open bill from now on.

    Raises:
        NotFound: another till took it back before, or it was paid.
    """
    with shop.storage.write() as work:
        kept = work.drafts.get(basket)
        if kept is None or kept.held_as is None:
            raise NotFound("held bill", str(basket))
        work.drafts.save_head(kept.basket, till=shop.settings.till, at=shop.clock.now())
        return kept.basket
