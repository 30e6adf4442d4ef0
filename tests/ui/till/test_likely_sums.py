"""Which notes a customer hands over, and which remainder the shop may let go."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.money import Fen
from ui.till.likely_sums import likely_sums, remainders
from ui.till.quick_products import split_name


@pytest.mark.parametrize(
    ("left", "sums"),
    [
        (19_264, (19_300, 20_000)),
        (5_800, (6_000, 10_000)),
        (4_727, (4_800, 5_000, 10_000)),
        (10_000, ()),
        (0, ()),
    ],
)
def test_sums_are_those_that_lie_in_a_purse(left: int, sums: tuple[int, ...]) -> None:
    """One touch instead of four keys; never a sum that is not enough."""
    assert likely_sums(Fen(left)) == sums


@given(st.integers(min_value=0, max_value=10**9))
def test_every_likely_sum_is_enough(left: int) -> None:
    """A button that offers too little would be pressed."""
    assert all(each > left for each in likely_sums(Fen(left)))


@pytest.mark.parametrize(
    ("to_pay", "limit", "may_go"),
    [(5_956, 99, (6, 56)), (5_956, 50, (6,)), (5_950, 99, (50,)), (5_900, 99, ()), (5_956, 0, ())],
)
def test_only_remainders_within_the_limit_may_go(
    to_pay: int, limit: int, may_go: tuple[int, ...]
) -> None:
    """抹零 is the owner's money; how much of it the owner has said."""
    assert remainders(to_pay, limit=Fen(limit)) == may_go


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("农夫山泉 550ml 瓶", ("农夫山泉", "550ml")),
        ("康师傅 水蜜桃 2L 瓶", ("康师傅 水蜜桃", "2L")),
        ("美汁源 果粒橙 1.25 L 瓶", ("美汁源 果粒橙", "1.25 L")),
        ("口香糖 15 片", ("口香糖", "15")),
        ("7-Up", ("7-Up", "")),
        ("一根葱", ("一根葱", "")),
        ("", ("", "")),
    ],
)
def test_a_name_comes_apart_at_its_size(name: str, parts: tuple[str, str]) -> None:
    """A tile is narrow; what tells two bottles apart must stand whole on it."""
    assert split_name(name) == parts
