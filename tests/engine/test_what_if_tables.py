"""Tables 2.10, 6.9 and 7.9 come out of the what-if; no number is ours."""

from collections.abc import Mapping

import pytest

from pos_app.domain.what_if_figures import AS_GIVEN, ProgramPoint, Scenario
from tests.engine.golden_pools import WORTH_OF_A_POINT
from tests.engine.trying import tried_on


def given(
    kind: str, *, preset: str = "", changes: Mapping[str, object], made: Mapping[str, object]
) -> Scenario:
    """One program on equal sales of new members without returns, as the tables."""
    equal = {"member_bp": 10_000, "new_bp": 10_000, "sponsor_bp": 0, "return_bp": 0, **made}
    params = {"hold_days": 0, **changes}
    return tried_on(kind, preset=preset, params=params, made=equal, red_at_end=True).scenario(
        AS_GIVEN
    )


def yuan(fen: int) -> int:
    """Whole yuan of fen that are a multiple of a hundred."""
    whole, rest = divmod(fen, 100)
    assert rest == 0
    return whole


@pytest.mark.parametrize(
    ("preset", "after_100", "after_1000", "open_yuan", "idle_yuan"),
    [
        ("V1", (20, 80), (200, 800), 80_000, 0),
        ("V2A", (7, 93), (105, 895), 80_000, 0),
        ("V2B", (19, 81), (199, 801), 80_000, 0),
        ("V5_DEFAULT", (14, 86), (150, 850), 81_000, 1000),
        ("W532", (39, 61), (399, 601), 60_000, 0),
    ],
)
def test_so_many_are_refunded_and_so_many_wait(
    preset: str,
    after_100: tuple[int, int],
    after_1000: tuple[int, int],
    open_yuan: int,
    idle_yuan: int,
) -> None:
    """Table 2.10, which customers are told: about one purchase in five comes back."""
    made = {"sales_a_day": 100, "days": 10, "amounts": [10_000]}
    days = given("M1", preset=preset, changes={}, made=made).days
    (first,), (last,) = days[0].programs, days[9].programs

    assert ((first.repaid, first.waiting), (last.repaid, last.waiting)) == (after_100, after_1000)
    assert (yuan(last.owed), yuan(last.pool)) == (open_yuan, idle_yuan)


@pytest.mark.parametrize(
    ("changes", "sales", "told"), WORTH_OF_A_POINT.values(), ids=WORTH_OF_A_POINT
)
def test_a_point_is_worth_what_the_customer_is_told(
    changes: dict[str, object], sales: tuple[int, ...], told: list[int]
) -> None:
    """Table 6.9: one equal sale a period; per cent of the concession that returns."""
    periods = max(sales) + int(str(changes.get("max_releases", 40)))
    fixed = {"rebate_bp": 1000, "member_month_cap_bp": 0, "period_days": 10, **changes}
    made = {"sales_a_day": 1, "every_days": 10, "days": 10 * periods, "amounts": [100_000]}
    (program,) = given("M4", changes=fixed, made=made).programs
    brought = [program.brought[number - 1].per_point_bp for number in sales]

    # The table is in whole per cent, half up.
    assert [(share + 50) // 100 for share in brought] == told


def prices(days: int) -> list[ProgramPoint]:
    """Appreciation without a cap, as in 7.9: one equal sale a day."""
    made = {"sales_a_day": 1, "days": days, "amounts": [100_000]}
    return [point.programs[0] for point in given("M5", changes={"cap_bp": 0}, made=made).days]


def test_the_price_after_many_equal_sales_is_the_published_one() -> None:
    """Table 7.9: the price of a point in yuan after n equal sales."""
    points = prices(3000)
    shown = {n: points[n - 1].price or 0 for n in (10, 100, 300, 1000, 3000)}
    # From ten-thousandths of a fen to hundredths of a yuan, half up.
    rounded = {n: (price + 5000) // 10_000 for n, price in shown.items()}

    assert rounded == {10: 262, 100: 517, 300: 719, 1000: 1031, 3000: 1434}
    assert (shown[300] + 50) // 100 == 71_876


def test_doubling_needs_about_ten_times_as_many_sales() -> None:
    """7.9, which must be said: the 10th buyer's points double after the 94th sale."""
    curve = [point.price or 0 for point in prices(1010)]
    # A buyer's points cost the price before his own inflow.
    doubled = {
        buyer: next(n for n, price in enumerate(curve, 1) if price >= 2 * curve[buyer - 2])
        for buyer in (10, 100)
    }

    assert doubled == {10: 94, 100: 1002}
