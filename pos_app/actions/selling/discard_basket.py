"""A bill with lines is thrown away because the cashier said so; it is journaled."""

from pos_app.actions.books.record_fact import record_fact
from pos_app.domain.basket import Basket
from pos_app.domain.money import Fen
from pos_app.domain.pricing import price_basket
from pos_app.domain.seat import Seat
from pos_app.journal.facts import BasketDiscarded
from pos_app.shop import Shop


def discard_basket(shop: Shop, seat: Seat, basket: Basket) -> None:
    """Forget a bill; who threw how much away stands in the journal."""
    with shop.storage.write() as work:
        work.drafts.remove(basket.id)
        if basket.lines:
            total = price_basket(basket.lines).total
            fact = BasketDiscarded(
                lines=len(basket.lines), total=Fen(total - basket.order_discount), till=seat.till
            )
            record_fact(shop, work, fact, staff=seat.staff)
