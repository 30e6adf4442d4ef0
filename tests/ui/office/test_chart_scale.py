"""The axis of a chart: round marks, and every value below its top."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.office.widgets.chart_scale import scale_for


@pytest.mark.parametrize(
    ("largest", "unit", "marks"),
    [
        (2237, 1, (0, 600, 1200, 1800, 2400)),
        (223_700, 100, (0, 60_000, 120_000, 180_000, 240_000)),
        (262, 1, (0, 80, 160, 240, 320)),
        (0, 1, (0, 1, 2, 3, 4)),
        (400, 1, (0, 100, 200, 300, 400)),
        (401, 1, (0, 150, 300, 450, 600)),
    ],
)
def test_an_axis_has_four_round_steps(largest: int, unit: int, marks: tuple[int, ...]) -> None:
    """A manager reads a bar against marks that can be added in the head."""
    assert scale_for(largest, unit=unit).marks == marks


@given(st.integers(0, 10**14), st.sampled_from([1, 100]))
def test_no_bar_ever_leaves_the_axis_and_marks_are_whole_units(largest: int, unit: int) -> None:
    """A cut bar is a wrong figure; a mark of half a yuan could not be written."""
    scale = scale_for(largest, unit=unit)

    assert scale.top >= largest
    assert scale.step % unit == 0


@given(st.integers(0, 10**14), st.integers(-(10**14), 0), st.sampled_from([1, 100]))
def test_an_axis_reaches_below_zero_where_a_bar_does(
    largest: int, smallest: int, unit: int
) -> None:
    """An hour in which more came back than was sold must be seen, and zero has a line."""
    scale = scale_for(largest, smallest=smallest, unit=unit)

    assert scale.lowest <= smallest
    assert (scale.lowest == 0) == (smallest == 0)
    assert 0 in scale.marks
    assert (scale.marks[0], scale.marks[-1]) == (scale.lowest, scale.top)
