"""An office on a real shop: twelve days of the sample's trade.

Copied for each test.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_app.actions.replays.make_sample_shop import make_sample_shop
from pos_app.clock import StoppedClock
from pos_app.devices.printer import RecordingPrinter
from pos_app.domain.moment import read_instant
from pos_app.domain.seat import Seat
from pos_app.domain.staff import OWNER
from pos_app.shop import Shop
from pos_app.startup import open_shop
from tests.ui.office.office_hands import OfficeHands
from ui.background import Background
from ui.change_feed import ChangeFeed
from ui.office.office_screen import OfficeScreen
from ui.theme import apply_theme
from ui.wording import Language, LiveWording

MADE = read_instant("2026-11-21T07:00:00+08:00")
EVENING = read_instant("2026-11-20T21:46:00+08:00")
"""Of the last day of trade: the shop is looked at before the next one begins."""
OWNER_SEAT = Seat(1, "何老板", OWNER, store="S1", till="1")

MakeOffice = Callable[..., OfficeHands]


@cache
def traded() -> Path:
    """The folder every office is copied from; made once for each process."""
    folder = Path(tempfile.mkdtemp(prefix="traded-shop-")) / "shop"
    make_sample_shop(folder, clock=StoppedClock(MADE), days=12).close()
    return folder


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A shop on the evening of its last day of trade; the first sales have settled."""
    folder = tmp_path / "shop"
    folder.mkdir()
    for name in ("shop.sqlite", "keys.json"):
        if (traded() / name).exists():
            shutil.copyfile(traded() / name, folder / name)
    opened = open_shop(folder, clock=StoppedClock(EVENING))
    opened.printer = RecordingPrinter()
    yield opened
    opened.close()


@pytest.fixture
def office(qtbot: QtBot, qapp: QApplication, shop: Shop) -> Iterator[MakeOffice]:
    """Opens the office on a page, in a language, light or dark."""
    made: list[OfficeHands] = []

    def make(
        page: str, *, language: Language = Language.EN, dark: bool = False, unit: float = 1.0
    ) -> OfficeHands:
        apply_theme(qapp, dark=dark, unit=unit)
        background = Background()
        feed = ChangeFeed()
        shop.storage.committed.append(feed.announce)
        words = LiveWording(language)
        screen = OfficeScreen(shop, OWNER_SEAT, background=background, words=words, feed=feed)
        qtbot.addWidget(screen)
        screen.resize(round(1280 * unit) if unit == 1 else 1920, 800 if unit == 1 else 1080)
        screen.begin(page=page)
        screen.show()
        screen.activateWindow()
        hands = OfficeHands(qtbot, screen, background)
        screen.open_page(page)
        hands.wait()
        made.append(hands)
        return hands

    yield make
    for hands in made:
        hands.wait()
        hands.background.close()
