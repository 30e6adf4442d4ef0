"""What is typed in a search must meet what was stored."""

from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.search_text import MOST_READINGS, initials, normal


def test_full_width_letters_are_the_plain_ones() -> None:
    """An input method left on full width must not hide a product."""
    found = normal("  ＫＫＫＬ　５００ｍＬ ")

    assert found == "kkkl 500ml"


def test_controls_part_words_and_vanish() -> None:
    """A name pasted with a tab or a line break is found as if typed with a space."""
    found = normal("苹果\t\x00红\r\n大")

    assert found == "苹果 红 大"


@given(text=st.text(st.characters(exclude_categories=())))
def test_a_normal_text_stays_as_it_is(text: str) -> None:
    """Stored texts pass here more than once and must not drift."""
    once = normal(text)

    assert normal(once) == once


def test_initials_follow_the_usual_reading_of_the_words() -> None:
    """重 in 重庆 is read chong; a cashier types cq before anything else."""
    found = initials("重庆火锅底料").split()

    assert found == ["cqhgdl", "zqhgdl"]


def test_a_name_of_many_readings_is_kept_under_eight() -> None:
    """Seven signs with two readings each would be 128; the usual one stays first."""
    found = initials("乐乐乐长长重重").split()

    assert len(found) == MOST_READINGS
    assert found[0] == "lllcccc"


def test_latin_letters_and_digits_stand_among_the_initials() -> None:
    """Sizes tell bottles apart, so they can be typed after the initials."""
    found = initials("可口可乐 500mL 瓶（大）").split()

    assert found == ["kkkl500mlpd", "kkky500mlpd"]


def test_a_name_without_anything_to_type_has_no_initials() -> None:
    """A picture or a line of signs must not match every search."""
    found = initials("★ — 😀")

    assert not found


@given(name=st.text(st.characters(exclude_categories=()), max_size=40))
def test_any_name_has_few_readings_of_plain_keys(name: str) -> None:
    """The index holds what a keyboard can type and cannot be blown up by one name."""
    found = initials(name).split()

    assert len(found) <= MOST_READINGS
    assert all(reading.isascii() and reading.isalnum() for reading in found)
    assert len(set(found)) == len(found)
