"""What tests of screens share: the look of a morning, and nothing left behind."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from ui.garbage import sweep
from ui.theme import Theme, apply_theme
from ui.wording import Language, LiveWording


@pytest.fixture(autouse=True)
def no_screens_left() -> Iterator[None]:
    """A window closed by one test must not be taken down in the middle of the next."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    sweep()
    gc.enable()


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Theme:
    """Every test begins in the light, at size 1, with Qt's own dialogs in English.

    These belong to the application: one test would hand them on to the next.
    """
    LiveWording(Language.EN)
    return apply_theme(qapp, dark=False)
