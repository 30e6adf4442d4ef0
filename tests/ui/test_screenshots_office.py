"""Pictures of every page of the office, made by a test, for people to look at.

They lie in docs/screens. A text that did not fit its place fails the test.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from pos_app.actions.safekeeping.office_status import office_status
from tests.ui.office.conftest import MakeOffice, office, shop
from ui.office.office_pages import PAGES, PageName
from ui.office.reports.queue_page import QueuePage
from ui.office.settings.settings_page import SettingsPage
from ui.widgets.canvas import watching_cut_texts
from ui.wording import Language

__all__ = ["office", "shop"]

SCREENS = Path(__file__).resolve().parents[2] / "docs" / "screens"
FEWEST_COLOURS = 100
LOOKS = (
    (Language.ZH_CN, False, 1.0, ""),
    (Language.EN, False, 1.0, "-english"),
    (Language.ZH_CN, True, 1.0, "-dark"),
)


@pytest.mark.parametrize("name", list(PAGES))
@pytest.mark.parametrize(
    ("language", "dark", "unit", "ending"), LOOKS, ids=["zh-light", "en-light", "zh-dark"]
)
def test_every_page_is_drawn_whole(
    office: MakeOffice, name: str, *, language: Language, dark: bool, unit: float, ending: str
) -> None:
    """What no test draws is found broken by an owner; nothing may be cut off."""
    hands = office(name, language=language, dark=dark, unit=unit)
    if isinstance(hands.screen.page, SettingsPage):
        # The page names its folder whole; the picture is of no machine of ours.
        shop = hands.screen.desk.shop
        status, now = office_status(shop), shop.clock.now()
        hands.screen.page.backup.show_status(status, now, folder=Path("/srv/corner-shop"))

    picture, cut = _drawn(hands.screen)
    picture.save(str(SCREENS / f"office-{name}{ending}.png"))

    assert cut == []
    assert _colours(picture) > FEWEST_COLOURS


@pytest.mark.parametrize("name", [PageName.TODAY, PageName.REPORTS])
def test_a_large_screen_shows_the_same_larger(office: MakeOffice, name: str) -> None:
    """At 1920 x 1080 everything is a quarter larger and still whole."""
    hands = office(name, language=Language.ZH_CN, unit=1.25)

    picture, cut = _drawn(hands.screen)
    picture.save(str(SCREENS / f"office-{name}-1920x1080.png"))

    assert cut == []
    assert (picture.width(), picture.height()) == (1920, 1080)


def test_the_board_is_dark_and_whole(office: MakeOffice) -> None:
    """The board hangs in the shop: it is read from afar, in any light of the office."""
    hands = office("queue", language=Language.ZH_CN)
    page = hands.screen.page
    assert isinstance(page, QueuePage)
    page.open_board()
    # The machine's own screen may be of another size, and comes after a while.
    page.board.showNormal()
    page.board.resize(1280, 800)
    hands.wait()

    picture, cut = _drawn(page.board)
    picture.save(str(SCREENS / "office-queue-board.png"))
    page.close_board()

    assert (picture.width(), picture.height()) == (1280, 800)
    assert cut == []
    assert picture.pixelColor(2, 2).name() == "#0f1217"


def _drawn(widget: QWidget) -> tuple[QImage, list[str]]:
    with watching_cut_texts() as cut:
        picture = widget.grab().toImage()
    return picture, list(cut)


def _colours(picture: QImage) -> int:
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(plain.constBits()).cast("B").cast("I")
    return len(set(pixels[::7]))
