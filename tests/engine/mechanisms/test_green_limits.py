"""Where M4's releases begin and end: growth, a lot's cap, an empty line (6.5)."""

import pytest

from pos_app.domain.money import Fen
from pos_app.engine.mechanisms.green_period import amount_to_release
from pos_app.engine.memory_book import MemoryBook
from pos_app.engine.parameters.green import GreenParameters
from pos_app.engine.records.green import GREEN_LOTS_OF_SALE, GreenFund
from tests.engine.counter import Counter


@pytest.mark.parametrize(
    ("inflow", "before", "released"),
    [
        (11_500, 10_000, 2770),
        (11_499, 10_000, 2500),
        (1, 0, 2770),
        (0, 0, 2500),
        (0, 10_000, 2500),
    ],
)
def test_the_full_rate_needs_growth_by_fifteen_per_cent_to_the_fen(
    inflow: int, before: int, released: int
) -> None:
    """6.5: full = inflow > 0 and (no previous inflow or grown by `growth_bp`)."""
    fund = GreenFund(1, inflow=Fen(inflow), prev_inflow=Fen(before))

    assert amount_to_release(fund, GreenParameters(vs_sales_bp=0), value=100_000) == released


def counter_with(**changes: object) -> Counter:
    """Green points that settle at once, released by a tenth, whatever is sold."""
    counter = Counter(MemoryBook())
    fixed = {
        "hold_days": 0,
        "rebate_bp": 1000,
        "member_month_cap_bp": 0,
        "vs_sales_bp": 0,
        "rate_full_bp": 1000,
        "rate_base_bp": 1000,
    }
    counter.adopt("G", "M4", changes={**fixed, **changes})
    return counter


def test_a_lot_ends_when_it_has_released_its_cap_and_the_rest_waits_for_the_next() -> None:
    """6.3 cap_x_bp, M4-3; 6.8: money without points waits for the next lots.

    500 points over 1000 fen: 100, 90, 81, 73, 66, 59, then the 31 left to the cap. The
    next lot of 500 points is paid out of the 500 that stayed and its own 1000.
    """
    counter = counter_with(consumer_points_bp=5000, cap_x_bp=10_000)
    counter.sell(1, 10_000)
    for _ in range(8):
        counter.end_period("G")
    (lot,) = counter.book.scan(GREEN_LOTS_OF_SALE, 1, 1)
    ended = counter.book.balance("VCH:1"), counter.book.balance("POOL:G@G")
    counter.sell(2, 10_000)
    counter.end_period("G")

    assert (lot.released, lot.most, lot.open) == (500, 500, False)
    assert ended == (500, 500)
    assert (counter.book.balance("VCH:1"), counter.book.balance("VCH:2")) == (500, 150)


def test_a_lot_of_one_point_may_release_nothing_for_ever_and_still_ends() -> None:
    """6.8: x may be 0 for ever; it closes after `max_releases`."""
    counter = counter_with(max_releases=3)
    counter.sell(1, 10)
    counter.sell(2, 10_000)
    for _ in range(3):
        counter.end_period("G")
    (small,) = counter.book.scan(GREEN_LOTS_OF_SALE, 1, 1)

    assert (small.points, small.released, small.open) == (1, 0, False)
    assert counter.book.balance("VCH:1") == 0


def test_a_returned_lot_releases_no_more() -> None:
    """6.7: returned lots lose the right to further releases."""
    counter = counter_with()
    first = counter.sell(1, 10_000)
    counter.sell(2, 10_000)
    counter.end_period("G")
    counter.take_back(first.number, 10_000)
    counter.end_period("G")

    assert counter.book.balance("VCH:1") == 0
    assert counter.book.balance("VCH:2") > 100
