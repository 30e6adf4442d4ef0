"""In what the weighed products of a bill are weighed, asked once a bill."""

from collections.abc import Mapping

from pos_app.actions.selling.weighed_units import weighed_units
from pos_app.domain.basket import Basket
from pos_app.shop import Shop

_BILLS = 2
"""The open one, and the one whose change is shown."""


class BillUnits:
    """Units by product number; "" stands for kilograms."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._known: dict[int, tuple[set[int], dict[int, str]]] = {}

    def of(self, basket: Basket) -> Mapping[int, str]:
        """Return the units of what is sold by weight on a bill."""
        asked, units = self._known.setdefault(basket.id, (set(), {}))
        while len(self._known) > _BILLS:
            del self._known[next(iter(self._known))]
        new = {line.product for line in basket.lines} - asked
        if new:
            asked |= new
            units |= weighed_units(self._shop, new)
        return units
