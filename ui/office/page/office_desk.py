"""What every page of the office is handed: shop, seat, worker and words."""

from dataclasses import dataclass

from pos_app.domain.seat import Seat
from pos_app.shop import Shop
from ui.background import Background
from ui.change_feed import ChangeFeed
from ui.wording import LiveWording


@dataclass(frozen=True, slots=True)
class OfficeDesk:
    """Handed on as a whole; a page keeps nothing beside it but what it shows."""

    shop: Shop
    seat: Seat
    background: Background
    words: LiveWording
    feed: ChangeFeed
