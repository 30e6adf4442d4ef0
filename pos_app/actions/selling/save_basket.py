"""The open bill is saved after each change, so that a power cut gives it back."""

from pos_app.domain.basket import Basket
from pos_app.shop import Shop


def save_basket(shop: Shop, basket: Basket, *, before: Basket | None = None) -> None:
    """Save a bill; only what changed since `before`, when that is what was saved last.

    Saves run in order on the worker; the line is on the screen already.
    """
    with shop.storage.write() as work:
        drafts = work.drafts
        if before is None or before.id != basket.id:
            drafts.save(basket, till=shop.settings.till, at=shop.clock.now())
            return
        drafts.save_head(basket, till=shop.settings.till, at=shop.clock.now())
        if len(basket.lines) < len(before.lines):
            drafts.remove_lines(basket.id, first=len(basket.lines))
        for index, line in enumerate(basket.lines):
            if index >= len(before.lines) or before.lines[index] != line:
                drafts.save_line(basket.id, index, line)
