"""Hands on the office: keys go where the focus is, answers are waited for."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.background import Background
from ui.office.office_screen import OfficeScreen

T = TypeVar("T")
ROUNDS = 3
"""An answer may ask for more: a list, then the sale chosen in it."""


class OfficeHands:
    """What a person does at the office's keyboard."""

    def __init__(self, qtbot: QtBot, screen: OfficeScreen, background: Background) -> None:
        self.qtbot = qtbot
        self.screen = screen
        self.background = background

    def wait(self) -> None:
        """Let everything asked of the shop be answered and shown."""
        for _ in range(ROUNDS):
            QCoreApplication.processEvents()
            self.background.finish()
            QCoreApplication.processEvents()

    def press(self, *keys: Qt.Key) -> None:
        """Press keys where the focus is."""
        for key in keys:
            QTest.keyClick(self.focus, key)
            self.wait()

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        QTest.keyClicks(self.focus, text)
        self.wait()

    @property
    def focus(self) -> QWidget:
        """Where keys go."""
        return QApplication.focusWidget() or self.screen


def page_of(hands: OfficeHands, kind: type[T]) -> T:
    """The page shown, which must be of this kind."""
    page = hands.screen.page
    assert isinstance(page, kind)
    return page
