"""A receipt finds its own sale, and never another one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.codes.receipt_code import (
    LENGTH,
    ReceiptCode,
    ReceiptCodeGarbled,
    build_receipt_code,
    is_receipt_code,
    read_receipt_code,
)

CODES = st.builds(
    ReceiptCode,
    sale=st.integers(1, 10**12 - 1),
    check=st.text("0123456789abcdef", min_size=8, max_size=8),
)


@given(code=CODES)
def test_what_is_printed_is_what_is_read(code: ReceiptCode) -> None:
    """Goods come back with the paper alone."""
    digits = build_receipt_code(code)

    assert len(digits) == LENGTH
    assert is_receipt_code(digits)
    assert read_receipt_code(digits) == code


@given(code=CODES, place=st.integers(3, LENGTH - 1), digit=st.integers(1, 9))
def test_one_misread_digit_is_noticed(code: ReceiptCode, place: int, digit: int) -> None:
    """Money would be paid back for another customer's sale."""
    digits = build_receipt_code(code)
    other = str((int(digits[place]) + digit) % 10)

    with pytest.raises(ReceiptCodeGarbled):
        read_receipt_code(digits[:place] + other + digits[place + 1 :])


def test_a_code_looks_as_it_is_described() -> None:
    """Receipts already printed must be read by every later version."""
    digits = build_receipt_code(ReceiptCode(sale=1024, check="0badcafe"))

    assert digits == "948000000001024019593907092"


@pytest.mark.parametrize(
    "digits", ["", "948", "6939729907793", "9" * LENGTH, "948" + "٣" * 24, "948" + "0" * 24]
)
def test_other_texts_are_no_receipt(digits: str) -> None:
    """A wrong code says so; it does not bring up sale 0."""
    with pytest.raises(ReceiptCodeGarbled):
        read_receipt_code(digits)


def test_a_hash_of_more_than_32_bits_is_garbled() -> None:
    """Ten digits can hold more than eight hexadecimal characters do."""
    body = f"948{1:012d}{1 << 32:010d}"
    made_up = [f"{body}{check:02d}" for check in range(100)]
    refused = 0
    for digits in made_up:
        try:
            read_receipt_code(digits)
        except ReceiptCodeGarbled:
            refused += 1

    assert refused == len(made_up)
