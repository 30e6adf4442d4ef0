"""Where things lie: a total steps down before it breaks, whatever its length."""

import pytest

from pos_app.documents.receipts.receipt import Bar, Columns, Gap, Pair, Receipt, Size, Text
from pos_app.documents.receipts.receipt_layout import Box, Letters, lay_out
from pos_app.domain.papers.paper import Roll


def width(text: str, size: float) -> float:
    """Measure as if every sign were as wide as it is high."""
    return len(text) * size


def letters(*rows: Text | Pair | Columns) -> list[tuple[str, float]]:
    """Return the texts of a receipt with their sizes, in the order they were put."""
    page = lay_out(Receipt("", rows), Roll.MM_80, measure=width)
    return [(mark.text, mark.size) for mark in page.marks if isinstance(mark, Letters)]


@pytest.mark.parametrize(
    ("total", "sizes"),
    [
        ("9.99", (13.5, 20.0)),
        ("999,999.99", (9.2, 13.5)),
        ("9,999,999,999.99", (7.6, 7.6)),
    ],
)
def test_a_long_total_steps_down(total: str, sizes: tuple[float, float]) -> None:
    """Nothing is ever cut; a total that does not fit is drawn smaller (look.md 2.2)."""
    placed = letters(Pair("Pay", total, Size.HUGE))

    assert placed == [("Pay", sizes[0]), (total, sizes[1])]


def test_a_figure_as_wide_as_the_paper_goes_below_its_label() -> None:
    """A label of one letter a line is no label."""
    placed = letters(Pair("A long label", "1" * 20))

    assert placed == [("A long label", 9.2), ("1" * 20, 9.2)]


def test_figures_too_wide_for_their_columns_follow_each_other() -> None:
    """A thousand kilograms at a million yuan must still be readable."""
    placed = letters(Columns("1,000", "1,000,000.00", "9", label="Gold"))

    assert [text for text, _ in placed] == ["Gold", "1,000 × 1,000,000.00", "9"]


def test_a_bar_is_as_full_as_its_ticket() -> None:
    """Half received is half black; more than whole never runs off the paper."""
    for part, share in ((0, 0.0), (50, 0.5), (100, 1.0), (250, 1.0)):
        page = lay_out(Receipt("", (Bar(part, 100),)), Roll.MM_58, measure=width)
        filled = page.marks[-1]

        assert isinstance(filled, Box)
        assert filled.width == pytest.approx(page.width * share)


def test_a_bar_without_a_whole_is_empty() -> None:
    """A target of nothing must not divide by nothing."""
    page = lay_out(Receipt("", (Bar(0, 0),)), Roll.MM_58, measure=width)

    filled = page.marks[-1]

    assert isinstance(filled, Box)
    assert filled.width == 0


def test_a_thin_gap_is_thinner() -> None:
    """Products stand apart a little, parts of the receipt more."""
    heights = [
        lay_out(Receipt("", (gap,)), Roll.MM_80, measure=width).height
        for gap in (Gap(is_thin=True), Gap())
    ]

    assert heights == [2.0, 5.0]
