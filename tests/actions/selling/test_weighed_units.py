"""In what the products of a bill are weighed."""

from pos_app.actions.selling.weighed_units import weighed_units
from pos_app.shop import Shop
from tests import make


def test_only_what_is_sold_by_weight_has_a_unit_to_show(shop: Shop) -> None:
    """Three bottles are three; 0.385 of something says nothing without its unit."""
    cola = make.product(shop)
    sweets = make.product(shop, "散装糖", code="6901234567892", weighed=True)

    assert weighed_units(shop, [cola, sweets, 99]) == {sweets: ""}
