"""What tests of screens share: the theme of a morning, and nothing left behind."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from ui.garbage import sweep
from ui.theme import Theme, apply_theme


@pytest.fixture(autouse=True)
def no_screens_left() -> Iterator[None]:
    """A window closed by one test must not be taken down in the middle of the next."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    sweep()
    gc.enable()


@pytest.fixture
def light(qapp: QApplication) -> Theme:
    """The light theme at unit 1, whatever a test before has left behind."""
    return apply_theme(qapp, dark=False)
