"""Made-up trade is what its figures say, and the same on every machine."""

from collections.abc import Mapping

import pytest

from pos_app.domain.moment import DAY_MS, business_day
from pos_app.engine.trying.synthetic_trade import (
    Synthetic,
    TradeOutOfRange,
    TradeUnknown,
    read_synthetic,
    synthetic_trade,
)
from pos_app.engine.trying.trade import TradeEvent, TradeLeaving, TradeReturn, TradeSale

MADE = {"sales_a_day": 40, "days": 50, "return_bp": 1000, "leave_bp": 1000, "seed": 3}


def events(made: Mapping[str, object]) -> list[TradeEvent]:
    """The events of a made-up trade."""
    return list(synthetic_trade(read_synthetic(made)).events)


def sales(made: Mapping[str, object]) -> list[TradeSale]:
    """Its sales."""
    return [each for each in events(made) if isinstance(each, TradeSale)]


def test_the_same_figures_give_the_same_trade() -> None:
    """Two people who compare programs must compare them on the same sales."""
    assert events(MADE) == events(MADE)
    assert events(MADE) != events({**MADE, "seed": 4})


def test_every_day_has_its_sales_and_time_never_goes_back() -> None:
    """The engine settles what is due before each event; a step back would be a bug."""
    made = events(MADE)
    days = [business_day(each.at) for each in sales(MADE)]

    assert [each.at for each in made] == sorted(each.at for each in made)
    assert [each.number for each in sales(MADE)] == list(range(1, 2001))
    assert {day: days.count(day) for day in days} == dict.fromkeys(sorted(set(days)), 40)
    assert (min(days), max(days)) == ("2026-01-01", "2026-02-19")


def test_shares_come_out_as_asked() -> None:
    """An owner who types 70 % members must not be shown a shop with 30 %."""
    made = sales({**MADE, "sales_a_day": 200})
    members = [each for each in made if each.member is not None]
    new = len({each.member for each in members})
    brought = len({each.member for each in members if each.sponsor is not None})

    assert (len(made), len(members), new, brought) == (10_000, 7023, 2123, 625)


def test_amounts_run_between_their_quantiles() -> None:
    """Half of the amounts are below the middle one of three."""
    made = [each.base for each in sales({**MADE, "amounts": [9000, 1000, 2000]})]

    assert (min(made), max(made)) == (1001, 8995)
    assert sum(amount < 2000 for amount in made) == 994


def test_a_sponsor_is_an_earlier_member() -> None:
    """Nobody is brought by himself or by somebody who was not there yet (1.8)."""
    assert [
        each for each in sales(MADE) if each.sponsor and each.sponsor >= (each.member or 0)
    ] == []


def test_what_comes_back_was_sold_before() -> None:
    """A return brings a whole sale or some quarters of it, within a fortnight."""
    sold = {each.number: each for each in sales(MADE)}
    back = [each for each in events(MADE) if isinstance(each, TradeReturn)]
    left = [each for each in events(MADE) if isinstance(each, TradeLeaving)]

    assert (len(back), len(left)) == (191, 18)
    assert all(0 < each.base <= sold[each.sale].base for each in back)
    assert all(0 < each.at - sold[each.sale].at < 15 * DAY_MS for each in back)
    assert sum(each.base == sold[each.sale].base for each in back) == 99


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("sales_a_day", 0),
        ("days", 4000),
        ("amounts", []),
        ("amounts", [0]),
        ("amounts", 5000),
        ("return_bp", 10_001),
        ("seed", -1),
        ("sales_a_day", True),
        ("seed", "x"),
    ],
)
def test_a_figure_outside_its_range_is_refused(name: str, value: object) -> None:
    """A return rate of 300 % is a slip of the finger, not a shop."""
    with pytest.raises(TradeOutOfRange) as refused:
        read_synthetic({name: value})

    assert refused.value.name == name


def test_more_sales_than_a_machine_holds_are_refused() -> None:
    """Fifty thousand a day for ten years would be tried until the power fails."""
    with pytest.raises(TradeOutOfRange):
        read_synthetic({"sales_a_day": 50_000, "days": 3660})


def test_an_unknown_figure_is_named() -> None:
    """A misspelt name that was passed over would be another shop's estimate."""
    with pytest.raises(TradeUnknown) as refused:
        read_synthetic({"sales_per_day": 5})

    assert refused.value.known[0] == "sales_a_day"
    assert read_synthetic({}) == Synthetic()
