"""The settings that decide money, as later sales will meet them."""

from pos_app.domain.settings import ShopRules
from pos_app.engine.book import rules_of
from pos_app.shop import Shop


def show_rules(shop: Shop) -> ShopRules:
    """Return the rules of the shop as they are now."""
    with shop.storage.read() as seen:
        return rules_of(seen.book)
