"""One product has one code, however many zeros a scanner adds."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.codes.barcode import (
    CodeUnusable,
    canonical_code,
    check_digit,
    code_candidates,
    has_check_digit,
    upc_a_of,
)

FIGURES = json.loads(
    (Path(__file__).parents[2] / "data/barcode/upce.json").read_text(encoding="utf-8")
)
DIGITS = st.text("0123456789", min_size=1, max_size=48)


def test_a_leading_zero_makes_no_second_product() -> None:
    """The sample shop holds 06939729907793 and 6939729907793: one pack, sold twice."""
    found = {canonical_code(printed) for printed in ("06939729907793", "6939729907793")}

    assert found == {"6939729907793"}


def test_a_upc_a_is_the_ean_13_with_a_zero_in_front() -> None:
    """A scanner's setting decides which of the three it sends."""
    found = {
        canonical_code(printed) for printed in ("036000291452", "0036000291452", "00036000291452")
    }

    assert found == {"036000291452"}


def test_an_ean_8_is_not_the_upc_a_with_the_same_digits() -> None:
    """EAN-8 numbers are given out apart; filled up with zeros they would collide."""
    short, long = canonical_code("40170725"), canonical_code("000040170725")

    assert (short, long) == ("40170725", "000040170725")


def test_an_ean_8_that_a_scanner_filled_up_is_found_second() -> None:
    """Some scanners are set to send thirteen digits always."""
    found = code_candidates("0000040170725")

    assert found == ("000040170725", "40170725")


@pytest.mark.parametrize("figures", FIGURES["upce_only"], ids=lambda each: each["upce"])
def test_eight_digits_that_only_upc_e_prints_are_the_upc_a(figures: dict[str, str]) -> None:
    """The short and the long form stand on the same drink in two sizes of print."""
    found = code_candidates(figures["upce"])

    assert found == (figures["upca"], figures["upce"])
    assert canonical_code(figures["upce"]) == figures["upca"]


@pytest.mark.parametrize(
    "figures", FIGURES["ambiguous_ean8_or_upce"], ids=lambda each: each["code"]
)
def test_eight_digits_that_are_both_are_looked_up_as_ean_8_first(figures: dict[str, str]) -> None:
    """In China an eight-digit code is an EAN-8 far more often than a UPC-E."""
    found = code_candidates(figures["code"])

    assert found == (figures["code"], figures["as_upca"])


def test_eight_digits_that_are_neither_stay_as_they_are() -> None:
    """A shop's own number may have eight digits and no check digit."""
    found = code_candidates("12345678")

    assert found == ("12345678",)


def test_upc_e_begins_with_zero_or_one() -> None:
    """Other number systems have no short form."""
    found = upc_a_of("21048522")

    assert found is None


def test_a_trade_number_inside_a_longer_code_is_found_second() -> None:
    """Cartons carry (01) and the number in a GS1-128 code."""
    found = code_candidates("0106939729907793")

    assert found == ("0106939729907793", "6939729907793")


def test_a_web_address_on_goods_names_its_product() -> None:
    """New packs carry a QR code with a GS1 Digital Link in place of the bars."""
    found = code_candidates("https://id.gs1.org.cn/01/06939729907793?17=270101")

    assert found[0] == "6939729907793"


@pytest.mark.parametrize(
    ("printed", "why"),
    [
        ("", "empty"),
        ("  \u3000 ", "empty"),
        ("1" * 49, "too_long"),
        ("69 01", "signs"),
        ("69\x0001", "signs"),
        ("69\ud80001", "signs"),
        ("948" + "0" * 24, "reserved"),
        ("947" + "1" * 30, "reserved"),
    ],
)
def test_a_code_that_no_pack_can_carry_is_refused(printed: str, why: str) -> None:
    """A product kept under such a code could never be scanned."""
    with pytest.raises(CodeUnusable) as refused:
        canonical_code(printed)

    assert refused.value.why == why


def test_full_width_digits_are_digits() -> None:
    """An input method left on full width types them."""
    found = canonical_code("６９３９７２９９０７７９３")

    assert found == "6939729907793"


@given(digits=DIGITS)
def test_the_code_of_a_code_is_itself(digits: str) -> None:
    """What is kept must be found again under what was kept."""
    try:
        once = canonical_code(digits)
    except CodeUnusable:
        return

    assert canonical_code(once) == once
    assert once in code_candidates(digits)


@given(body=st.text("0123456789", min_size=13, max_size=13))
def test_a_number_with_its_check_digit_is_valid_and_with_another_is_not(body: str) -> None:
    """One misread digit must not pass for another product."""
    right = check_digit(body)
    valid = [digit for digit in "0123456789" if has_check_digit(body + digit)]

    assert valid == [right]
