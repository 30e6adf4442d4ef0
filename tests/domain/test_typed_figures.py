"""A figure somebody wrote is exactly that figure, or none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.figures import money_text
from pos_app.domain.money import LARGEST_AMOUNT, Fen
from pos_app.domain.typed_figures import read_fen, read_milli, read_rate, read_yes


@pytest.mark.parametrize(
    ("written", "fen"),
    [
        ("3", 300),
        ("3.5", 350),
        ("3.50", 350),
        ("0.1", 10),
        (".5", 50),
        ("3.", 300),
        ("3.5000", 350),
        ("1.15", 115),
        ("1,234.56", 123_456),
        ("¥12.80", 1280),
        ("￥12.80", 1280),
        ("12.80 元", 1280),
        ("１２．８", 1280),
        ("0", 0),
        ("10000000000", 10**12),
    ],
)
def test_money_is_read_to_the_fen(written: str, fen: int) -> None:
    """1.15 through a float is 114.99 fen; a price list would lose a fen a line."""
    assert read_fen(written) == fen


@pytest.mark.parametrize(
    "written",
    [
        "", ".", "-1", "1.005", "3,5", "1,23", "12,34,567", "1e2", "3 4", "abc", "¥", "--",
        "NaN", "∞", "٣", "10000000000.01", "9" * 5000,
    ],
)  # fmt: skip
def test_what_is_not_exact_money_is_none(written: str) -> None:
    """3,5 could be 3.50 or 35; the owner decides, not the till."""
    assert read_fen(written) is None


@given(amount=st.integers(0, LARGEST_AMOUNT))
def test_money_as_printed_is_money_as_read(amount: int) -> None:
    """A list exported by the shop can be imported again."""
    assert read_fen(money_text(Fen(amount))) == amount


@pytest.mark.parametrize(
    ("written", "milli"),
    [("1", 1000), ("1.5", 1500), ("0.385", 385), ("1000000", 10**9), ("0", 0)],
)
def test_a_quantity_is_read_to_the_thousandth(written: str, milli: int) -> None:
    """Stock of weighed goods is counted in grams."""
    assert read_milli(written) == milli


@pytest.mark.parametrize("written", ["0.0001", "1000000.001", "-1", "a", ""])
def test_a_quantity_that_no_line_can_hold_is_none(written: str) -> None:
    """Ten to the ninth thousandths is the most (faults.md, integer overflow)."""
    assert read_milli(written) is None


@pytest.mark.parametrize(
    ("written", "rate"),
    [
        ("13%", 1300), ("13", 1300), ("0.13", 1300), (".13", 1300), ("9 %", 900), ("0", 0),
        ("0%", 0), ("0.5%", 50), ("1", 100), ("1%", 100), ("8.25", 825), ("100%", 10_000),
        ("0.0825", 825),
    ],
)  # fmt: skip
def test_a_tax_rate_is_a_share_or_per_cent(written: str, rate: int) -> None:
    """Lists write thirteen per cent in three ways."""
    assert read_rate(written) == rate


@pytest.mark.parametrize("written", ["101%", "-1", "8.255", "0.12345", "x", "", "1000"])
def test_a_rate_that_cannot_be_is_none(written: str) -> None:
    """More than the whole price is no tax."""
    assert read_rate(written) is None


@pytest.mark.parametrize(
    ("written", "said"),
    [("是", True), ("Yes", True), ("1", True), ("否", False), ("", False), ("0", False)],
)
def test_a_mark_says_yes_or_no(written: str, *, said: bool) -> None:
    """An empty cell is no: few goods are excluded from rewards."""
    assert read_yes(written) is said


def test_a_mark_that_says_neither_is_none() -> None:
    """Whether a tobacco line earns rewards must not be guessed."""
    assert read_yes("maybe") is None
