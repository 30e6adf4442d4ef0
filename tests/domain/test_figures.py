"""How figures are written: the same on every machine and in both languages."""

import locale

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.figures import (
    count_text,
    money_text,
    money_typed,
    quantity_text,
    rate_text,
    signed_count_text,
    signed_money_text,
)
from pos_app.domain.money import BasisPoints, Fen, Milli


@pytest.mark.parametrize(
    ("fen", "text"),
    [
        (0, "0.00"),
        (5, "0.05"),
        (990, "9.90"),
        (100_000, "1,000.00"),
        (-550, "−5.50"),
        (-5, "−0.05"),
        (10**12, "10,000,000,000.00"),
    ],
)
def test_money_has_two_decimals_and_commas(fen: int, text: str) -> None:
    """9.90 printed as 990 would be taken for a hundredfold price."""
    locale.setlocale(locale.LC_ALL, "C")

    assert money_text(Fen(fen)) == text


@given(st.integers(-(10**15), 10**15))
def test_an_amount_reads_back_as_the_same_fen(fen: int) -> None:
    """No fen is lost or made on the way to the eye."""
    digits = money_typed(Fen(fen)).replace(".", "").replace("−", "-")

    assert int(digits) == fen


@pytest.mark.parametrize(("fen", "text"), [(205, "+2.05"), (-205, "−2.05"), (0, "0.00")])
def test_a_change_carries_its_sign(fen: int, text: str) -> None:
    """What was added must not be read as what there is."""
    assert signed_money_text(Fen(fen)) == text


@pytest.mark.parametrize(
    ("count", "text", "signed"),
    [(0, "0", "0"), (1286, "1,286", "+1,286"), (-84, "−84", "−84")],
)
def test_points_are_whole_and_have_commas(count: int, text: str, signed: str) -> None:
    """Points are counted, not measured."""
    assert (count_text(count), signed_count_text(count)) == (text, signed)


@pytest.mark.parametrize(
    ("milli", "text"),
    [
        (6000, "6"),
        (1500, "1.5"),
        (385, "0.385"),
        (10, "0.01"),
        (-2000, "−2"),
        (10**9, "1,000,000"),
    ],
)
def test_quantities_have_no_needless_noughts(milli: int, text: str) -> None:
    """Six bottles are 6; a weighed apple keeps its grams."""
    assert quantity_text(Milli(milli)) == text


@pytest.mark.parametrize(
    ("bp", "text"), [(1300, "13%"), (50, "0.5%"), (825, "8.25%"), (0, "0%"), (-50, "−0.5%")]
)
def test_rates_are_written_in_per_cent(bp: int, text: str) -> None:
    """Basis points are the program's business, not the customer's."""
    assert rate_text(BasisPoints(bp)) == text
