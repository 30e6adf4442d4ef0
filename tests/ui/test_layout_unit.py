"""The till's places: the figures printed in the look, and sense in between."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from ui.layout_unit import till_places, unit_for

PLACES = {
    (1280, 800): {
        "scan": (16, 16, 808, 56),
        "bar": (16, 80, 808, 88),
        "table": (16, 176, 808, 520),
        "function_row": (16, 704, 808, 56),
        "member": (840, 16, 424, 456),
        "total": (840, 480, 424, 192),
        "pay": (840, 680, 424, 80),
        "change": (16, 80, 808, 616),
        "status": (0, 768, 1280, 32),
    },
    (1920, 1080): {
        "scan": (20, 20, 990, 70),
        "bar": (20, 100, 990, 110),
        "table": (20, 220, 990, 730),
        "function_row": (20, 960, 990, 70),
        "member": (1030, 20, 530, 570),
        "total": (1030, 600, 530, 320),
        "pay": (1030, 930, 870, 100),
        "quick": (1580, 20, 320, 570),
        "keypad": (1580, 600, 320, 320),
        "status": (0, 1040, 1920, 40),
    },
}
TABLE = [(size, part, place) for size, row in PLACES.items() for part, place in row.items()]


@pytest.mark.parametrize(("size", "part", "place"), TABLE)
def test_every_part_stands_where_the_look_prints_it(
    size: tuple[int, int], part: str, place: tuple[int, int, int, int]
) -> None:
    """Hands learn places: the same part is at the same place on every till."""
    assert getattr(till_places(QSize(*size)), part).getRect() == place


def test_a_small_window_has_no_third_column() -> None:
    """At 1280 quick products come by key, in the table's place."""
    places = till_places(QSize(1280, 800))

    assert (places.quick, places.keypad) == (None, None)


@pytest.mark.parametrize(
    ("size", "unit"),
    [((1280, 800), 1.0), ((1920, 1079), 1.0), ((1919, 1080), 1.0), ((1920, 1080), 1.25)],
)
def test_the_unit_grows_only_when_both_sides_allow_it(size: tuple[int, int], unit: float) -> None:
    """A wide but low window must not lose its last row to larger parts."""
    assert unit_for(QSize(*size)) == unit


@given(st.integers(1024, 3840), st.integers(768, 2160), st.sampled_from([1.0, 1.15, 1.3, 1.5, 2.0]))
def test_no_two_parts_ever_overlap_or_leave_the_window(
    width: int, height: int, text_scale: float
) -> None:
    """Whatever screen and size of text a shop has, nothing lies over the bill."""
    places = till_places(QSize(width, height), text_scale=text_scale)
    parts = [getattr(places, name) for name in places.__slots__]
    standing = [part for part in parts if isinstance(part, QRect)]
    window = QRect(0, 0, width, height)

    assert all(window.contains(part) for part in standing)
    assert [
        (one, two)
        for number, one in enumerate(standing)
        for two in standing[number + 1 :]
        if one.intersects(two)
    ] == []
