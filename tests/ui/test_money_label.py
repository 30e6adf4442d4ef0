"""Money on the screen: a sum that is too wide steps down, it is never cut."""

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.money_label import MoneyLabel, total_size, yen_size


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
