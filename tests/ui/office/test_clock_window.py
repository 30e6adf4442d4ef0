"""A clock that jumped is asked about before the till opens: by keys, with a PIN."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from pos_app.actions.premises.accept_time import time_doubt
from pos_app.shop import Shop
from tests import make
from ui.office.settings.clock_window import ClockWindow
from ui.wording import Language, LiveWording


@pytest.fixture
def doubted(tmp_path: Path) -> Iterator[Shop]:
    """A shop that somebody used, on a machine whose clock is a year ahead."""
    opened = make.shop(tmp_path)
    make.product(opened)
    make.clock_of(opened).is_told = False
    make.pass_time(opened, days=365)
    yield opened
    opened.close()


def typed(shop: Shop, pin: str) -> tuple[ClockWindow, str]:
    """Type a PIN and Enter into the window; what it says then."""
    doubt = time_doubt(shop)
    assert doubt is not None
    window = ClockWindow(shop, doubt, words=LiveWording(Language.EN))
    window.show()
    window.activateWindow()
    QCoreApplication.processEvents()
    window.panel.begin()
    focus: QWidget = window.panel.pin.field.edit
    QTest.keyClicks(focus, pin)
    QTest.keyClick(focus, Qt.Key.Key_Return)
    window.finish()
    QCoreApplication.processEvents()
    return window, window.panel.sentence.text()


def test_a_managers_pin_accepts_the_time(doubted: Shop) -> None:
    """Until then nobody can sign in, and after it everybody can."""
    window, _said = typed(doubted, make.MANAGER_PIN)

    assert window.is_accepted
    assert time_doubt(doubted) is None


def test_another_pin_is_refused_and_nothing_is_accepted(doubted: Shop) -> None:
    """A cashier does not decide that a year has passed."""
    window, said = typed(doubted, make.CASHIER_PIN)
    was_open = window.isVisible()
    QTest.keyClick(window.panel.pin.field.edit, Qt.Key.Key_Escape)

    assert said.startswith("This PIN is not right.")
    assert was_open
    assert not window.isVisible()
    assert not window.is_accepted
    assert time_doubt(doubted) is not None
