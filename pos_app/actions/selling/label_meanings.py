"""What a label of the scale would put on a bill, by each way of reading it."""

from pos_app.actions.selling.ring_up import ring_up
from pos_app.domain.basket import Basket, BasketLine
from pos_app.domain.codes.scale_code import SCALE_LAYOUTS
from pos_app.errors import Refusal
from pos_app.shop import Shop


def label_meanings(shop: Shop, text: str) -> dict[str, BasketLine | None]:
    """Read a label in every way that a setting names; None where nothing is found."""
    return {label: _meaning(shop, text, label) for label in SCALE_LAYOUTS}


def _meaning(shop: Shop, text: str, label: str) -> BasketLine | None:
    try:
        lines = ring_up(shop, Basket(0), text, label=label).basket.lines
    except Refusal:
        return None
    return lines[0] if lines else None
