"""Money on the screen: whole fen become figures, never rounded, never cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from ui.widgets.money_label import MoneyLabel, money_text, total_size, yen_size


@pytest.mark.parametrize(
    ("fen", "shown"),
    [
        (0, "0.00"),
        (5, "0.05"),
        (20550, "205.50"),
        (-550, "−5.50"),
        (-5, "−0.05"),
        (123456789, "1,234,567.89"),
    ],
)
def test_a_figure_has_two_decimals_commas_and_a_true_minus(fen: int, shown: str) -> None:
    """The same sum reads the same everywhere, whatever the system's locale."""
    assert money_text(fen) == shown


@given(st.integers(-(10**15), 10**15))
def test_a_figure_reads_back_as_the_same_fen(fen: int) -> None:
    """No fen is lost or made on the way to the eye."""
    digits = money_text(fen).replace(",", "").replace(".", "").replace("−", "-")

    assert int(digits) == fen


@pytest.mark.parametrize(
    ("fen", "size"),
    [
        (99_999, 96),
        (100_000, 84),
        (999_999, 84),
        (1_000_000, 72),
        (9_999_999, 72),
        (10_000_000, 60),
        (99_999_999, 60),
    ],
)
def test_a_total_steps_down_before_it_would_not_fit(fen: int, size: int) -> None:
    """What to pay is never cut: 96, 84, 72 and 60 px, each up to its printed limit."""
    assert total_size(fen) == size


@pytest.mark.parametrize(
    ("size", "yen"), [(232, 79), (96, 40), (56, 31), (44, 25), (34, 20), (28, 17), (22, 15)]
)
def test_the_yen_sign_is_small_before_its_figure(size: int, yen: int) -> None:
    """The figure is what is read; its sign only says that it is money."""
    assert yen_size(size) == yen


def test_a_money_label_tells_its_sum_to_a_screen_reader(qtbot: QtBot) -> None:
    """A figure that is painted would otherwise be silent."""
    label = MoneyLabel(100)
    qtbot.addWidget(label)

    label.set_fen(-1250)

    assert label.fen == -1250
    assert label.accessibleName() == "−12.50"
