"""A weighed pack costs what its label says, whichever way the shop's scale prints."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pos_app.domain.codes.barcode import check_digit, has_check_digit
from pos_app.domain.codes.scale_code import (
    EIGHTEEN,
    SCALE_LAYOUTS,
    ScaleLayout,
    ScaleReading,
    base_code,
    figure_at,
    read_scale_code,
)
from pos_app.domain.money import Fen, Milli

_FIGURES = Path(__file__).parents[2] / "data/barcode/embedded_price_weight.json"
CASES = json.loads(_FIGURES.read_text(encoding="utf-8"), parse_float=Decimal)["cases"]
WITH_VALUE = [case for case in CASES if case["symbology"] == "ean13" and case["value"] is not None]
WITHOUT_VALUE = [case for case in CASES if case["pattern"] == "........"]


@pytest.mark.parametrize("case", WITH_VALUE, ids=lambda case: f"{case['code']}-{case['pattern']}")
def test_a_figure_inside_a_code_is_read_and_zeroed(case: dict[str, Any]) -> None:
    """Other tills keep the product under the zeroed code; a list taken over has those."""
    pattern = case["pattern"]
    span = (pattern.index("{"), pattern.index("}") - 1)
    layout = ScaleLayout(13, (case["code"][:2],), product=(2, 7), money=span)
    figure = figure_at(case["code"], span)

    assert base_code(case["code"], layout) == case["base_code"]
    assert figure is not None
    assert Decimal(figure).scaleb(-pattern.count("D")) == case["value"]


@pytest.mark.parametrize("case", WITHOUT_VALUE, ids=lambda case: str(case["code"]))
def test_eight_digits_are_a_product_only_with_their_check_digit(case: dict[str, Any]) -> None:
    """A misread eight-digit code must not be taken for a product."""
    found = has_check_digit(case["code"])

    assert found == (case["type"] == "product")


def _code(body: str) -> str:
    return body + check_digit(body)


def test_two_five_five_one_holds_product_and_money() -> None:
    """22, product 00123, 12.50 yuan."""
    found = read_scale_code(_code("220012301250"), SCALE_LAYOUTS["2551-money"])

    assert found == ScaleReading(
        codes=("00123", "123", "2200123", _code("220012300000")), money=Fen(1250), weight=None
    )


def test_two_five_five_one_holds_product_and_weight() -> None:
    """The same digits on a scale that prints grams are 1.250 kg."""
    found = read_scale_code(_code("220012301250"), SCALE_LAYOUTS["2551-weight"])

    assert found is not None
    assert (found.money, found.weight) == (None, Milli(1250))


def test_seven_five_one_takes_the_flag_into_the_product() -> None:
    """Scales with more than 100,000 goods use the flag's digits too."""
    found = read_scale_code(_code("220012301250"), SCALE_LAYOUTS["751-money"])

    assert found is not None
    assert (found.codes[0], found.money) == ("2200123", Fen(1250))


def test_eighteen_digits_hold_money_and_weight() -> None:
    """26, product 12345, 9.87 yuan, 0.456 kg."""
    found = read_scale_code(_code("26123450098700456"), EIGHTEEN)

    assert found is not None
    assert (found.codes[0], found.money, found.weight) == ("12345", Fen(987), Milli(456))


def test_a_figure_may_count_in_jiao_or_in_ten_grams() -> None:
    """Older scales print one digit less and leave it to the till to know."""
    jiao = replace(SCALE_LAYOUTS["2551-money"], fen_each=10)
    found = read_scale_code(_code("220012300125"), jiao)

    assert found is not None
    assert found.money == Fen(1250)


@pytest.mark.parametrize(
    "digits",
    ["2200123012501", "1200123012500", "220012301250", "6939729907793"],
    ids=["wrong check digit", "no flag", "too short", "a product"],
)
def test_other_codes_are_not_the_scales(digits: str) -> None:
    """A product's code must not turn into a price."""
    found = read_scale_code(digits, SCALE_LAYOUTS["2551-money"])

    assert found is None


def test_a_product_number_of_zeros_keeps_one() -> None:
    """A scale that was never set up prints 00000; the till must still name it."""
    found = read_scale_code(_code("200000000100"), SCALE_LAYOUTS["2551-money"])

    assert found is not None
    assert found.codes[:2] == ("00000", "0")
