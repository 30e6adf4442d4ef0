"""exchange and preview_exchange: for whom and where nothing can be exchanged."""

import pytest

from pos_app.actions.exchanges.exchange import exchange, preview_exchange
from pos_app.errors import NotFound
from pos_app.journal.entry import Entry
from pos_app.journal.facts import PointsConverted
from pos_app.shop import Shop
from tests import make


@pytest.mark.parametrize("errand", [exchange, preview_exchange])
def test_nobody_exchanges_what_is_not_there(shop: Shop, errand: object) -> None:
    """A card of another shop, or a program that never ran, must change nothing."""
    member = make.member(shop)
    with shop.storage.read() as view:
        before = view.book.last_number(Entry)
    assert callable(errand)
    with pytest.raises(NotFound, match="member"):
        errand(shop, make.CASHIER_SEAT, PointsConverted(program=1, member=member + 1))
    with pytest.raises(NotFound, match="program"):
        errand(shop, make.CASHIER_SEAT, PointsConverted(program=1, member=member))
    with shop.storage.read() as view:
        after = view.book.last_number(Entry)

    assert after == before
