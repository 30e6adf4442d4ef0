"""The first start makes the sample shop before anybody's eyes."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from pos_app.clock import StoppedClock
from pos_app.domain.catalogue import Product
from tests import make
from ui.windows.sample_window import SampleWindow
from ui.wording import Language, LiveWording


def test_the_sample_shop_is_made_with_its_progress_shown(qtbot: QtBot, tmp_path: Path) -> None:
    """Fifteen seconds without a word would look like a hang."""
    window = SampleWindow(words=LiveWording(Language.EN))
    qtbot.addWidget(window)

    shop = window.make(tmp_path / "shop", clock=StoppedClock(make.OPENING), days=2)

    with shop.storage.read() as view:
        assert view.last_number(Product) == 260
    assert window.said == "Making the sample shop: day 2 of 2"
    assert not window.isVisible()
    shop.close()
