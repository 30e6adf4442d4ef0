"""What must be told of the programs in force, with a bill or without one."""

from pos_app.domain.standing import Disclosure
from pos_app.engine.disclosure import disclosures
from pos_app.shop import Shop


def programs_told(shop: Shop) -> tuple[Disclosure, ...]:
    """Return the sentence of each program switched on, by priority; reads only."""
    with shop.storage.read() as seen:
        return disclosures(seen.book)
