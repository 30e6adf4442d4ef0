"""Since when a shift is open, for the till that names one of nine days."""

from __future__ import annotations

from pos_app.actions.shifts.close_shift import close_shift
from pos_app.actions.shifts.shift_since import shift_since
from pos_app.domain.money import Fen
from pos_app.shop import Shop
from tests import make


def test_a_shift_is_open_since_its_float_was_counted_until_it_is_closed(shop: Shop) -> None:
    """A closed shift is over, however long ago it began."""
    before = shift_since(shop, make.CASHIER_SEAT)
    seat = make.seat_with_shift(shop)
    make.pass_time(shop, days=9)
    open_since = shift_since(shop, seat)
    close_shift(shop, seat, counted=Fen(20_000))

    assert (before, open_since) == (None, make.OPENING)
    assert shift_since(shop, seat) is None
