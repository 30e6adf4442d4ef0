"""The roundings of the rulebook by their golden numbers (1.1)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.money import BasisPoints, Fen, half_up, tax_within
from pos_app.engine.arithmetic import cumulative_share, part, pool_share, split, with_fee

WEIGHTS = [0, 500, 1000, 0, 5000, 3500]


@pytest.mark.parametrize(("amount", "rate", "share"), [(3333, 2000, 666), (9999, 2000, 1999)])
def test_a_part_is_floored(amount: int, rate: int, share: int) -> None:
    """The leftover of a percentage stays with the payer."""
    assert part(amount, rate) == share


@pytest.mark.parametrize(
    ("total", "weights", "shares"),
    [
        (2000, WEIGHTS, [0, 100, 200, 0, 1000, 700]),
        (333, WEIGHTS, [0, 17, 33, 0, 166, 117]),
        (1, WEIGHTS, [0, 0, 0, 0, 1, 0]),
        (100, [1, 1, 1], [34, 33, 33]),
        (1000, [3333, 3333, 3334], [333, 333, 334]),
    ],
)
def test_a_split_is_whole(total: int, weights: list[int], shares: list[int]) -> None:
    """The largest remainder takes the odd fen, ties the lower index."""
    assert split(total, weights) == shares


@given(
    st.integers(0, 10**12),
    st.lists(st.integers(0, 10**6), min_size=1, max_size=12).filter(any),
)
def test_a_split_loses_and_makes_nothing(total: int, weights: list[int]) -> None:
    """Every fen goes to somebody with a weight, nobody is off by more than one."""
    shares = split(total, weights)

    assert sum(shares) == total
    for share, weight in zip(shares, weights, strict=True):
        assert 0 <= share - total * weight // sum(weights) <= (1 if weight else 0)


def test_a_pool_share_leaves_the_rest_in_the_pool() -> None:
    """K1: 15000 by weights 1050 and 500 of 1550 leaves 1."""
    shares = [pool_share(15_000, weight=weight, whole=1550) for weight in (1050, 500)]

    assert shares == [10_161, 4838]


def test_a_fee_is_what_the_payout_leaves() -> None:
    """N1: 39215 less 5 % pays 37254 and keeps 1961."""
    assert with_fee(39_215, 500) == (37_254, 1961)


def test_without_weights_nobody_gets_anything() -> None:
    """The caller keeps what nobody has a claim to."""
    assert split(100, [0, 0, 0]) == [0, 0, 0]


@pytest.mark.parametrize(
    ("numerator", "denominator", "rounded"),
    [(5, 10, 1), (4, 10, 0), (-5, 10, -1), (-1, 2, -1), (-4, 10, 0), (-1, 3, 0), (0, 7, 0)],
)
def test_a_half_goes_away_from_zero(numerator: int, denominator: int, rounded: int) -> None:
    """A refund is rounded as the sale was, so that both cancel."""
    assert half_up(numerator, denominator) == rounded


@pytest.mark.parametrize(
    ("amount", "rate", "tax"),
    [(11_300, 1300, 1300), (10_000, 900, 826), (1, 1300, 0), (5, 1300, 1)],
)
def test_tax_lies_within_the_price(amount: int, rate: int, tax: int) -> None:
    """Prices include tax: amount x rate / (100 % + rate), half up (design 3)."""
    assert tax_within(Fen(amount), BasisPoints(rate)) == tax


@pytest.mark.parametrize(
    ("done", "already", "due"), [(1, 0, 33), (2, 33, 33), (3, 66, 34), (3, 0, 100), (3, 100, 0)]
)
def test_what_goes_back_in_steps_is_whole_in_the_end(done: int, already: int, due: int) -> None:
    """A third at a time: the floor of each step never loses the last fen (1.4, 1.6)."""
    assert cumulative_share(100, done=done, whole=3, already=already) == due


def test_nothing_goes_back_of_a_figure_over_nothing() -> None:
    """What settled on nothing has nothing to give back."""
    assert cumulative_share(100, done=0, whole=0, already=0) == 0
