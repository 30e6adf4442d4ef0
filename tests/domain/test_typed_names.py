"""What people type: names and telephone numbers, as they are kept or refused."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.names import LONGEST_NAME, clean_name
from pos_app.domain.phone import read_phone
from pos_app.domain.refusals.catalogue import NameUnusable
from pos_app.domain.refusals.member import PhoneMalformed


def kept_or_why(typed: str) -> tuple[str, str]:
    """The name as it is kept, and why not."""
    try:
        return clean_name(typed, of="product"), ""
    except NameUnusable as refused:
        refused.name.encode("utf-8")
        return "", refused.why


@given(st.text(max_size=300))
def test_a_name_is_kept_as_typed_or_refused(typed: str) -> None:
    """Nothing is repaired in silence; what is kept fits paper, journal and UTF-8."""
    name, why = kept_or_why(typed)
    cannot_be_shown = {unicodedata.category(sign) for sign in name} & {"Cc", "Cs"}

    assert why in {"", "empty", "too_long", "signs"}
    assert name == ("" if why else typed.strip())
    assert len(name) <= LONGEST_NAME
    assert cannot_be_shown == set()


def test_an_empty_name_is_allowed_only_where_said() -> None:
    """A member needs no name, a product does."""
    assert clean_name("  ", of="member", may_be_empty=True) == ""
    with pytest.raises(NameUnusable):
        clean_name("  ", of="product")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("13800001234", "13800001234"),
        ("138 0000 1234", "13800001234"),
        ("138-0000-1234", "13800001234"),
        ("+86 138 0000 1234", "13800001234"),
        ("86 13800001234", "13800001234"),
        ("１３８００００１２３４", "13800001234"),
        ("(0571) 8800.0000", "057188000000"),
        ("12345", "12345"),
        ("  ", ""),
        ("", ""),
    ],
)
def test_one_number_is_kept_one_way(typed: str, kept: str) -> None:
    """However it is written, the same telephone is the same member (rulebook 1.10)."""
    assert read_phone(typed) == kept


@pytest.mark.parametrize("typed", ["1234", "1" * 16, "138x0000", "一三八", "138\ud800", "()"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    """A number nobody can call is found by nobody."""
    with pytest.raises(PhoneMalformed):
        read_phone(typed)


@given(st.text("0123456789０１２ +-()（）.", max_size=24))
def test_a_phone_reads_the_same_twice(typed: str) -> None:
    """What is kept can be typed again and finds the same member."""
    try:
        kept = read_phone(typed)
    except PhoneMalformed:
        return

    assert read_phone(kept) == kept
