"""What tests of the screens share: the theme as it is at the start of a day."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.theme import Theme, apply_theme


@pytest.fixture
def light(qapp: QApplication) -> Theme:
    """The light theme at unit 1, whatever a test before has left behind."""
    return apply_theme(qapp, dark=False)
