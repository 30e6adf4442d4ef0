"""A first start without the sample.

Three panels by keys alone make a shop that opens.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pos_app.actions.shifts.sign_in import sign_in
from pos_app.clock import StoppedClock
from pos_app.shop import Shop
from pos_app.startup import open_shop
from tests import make
from tests.make import OPENING
from ui.background import Background
from ui.office.settings.code_form import CodePapers
from ui.office.settings.first_start import FirstStartScreen
from ui.office.settings.first_start_panels import CodePanel
from ui.wording import Language, LiveWording


def test_a_shop_is_made_by_keys_alone(qtbot: QtBot, tmp_path: Path) -> None:
    """The first minute decides whether the program is kept; no mouse may be needed."""
    background = Background()
    screen = FirstStartScreen(
        tmp_path / "new",
        background=background,
        words=LiveWording(Language.EN),
        clock=StoppedClock(OPENING),
    )
    qtbot.addWidget(screen)
    made: list[Shop] = []
    screen.made.connect(made.append)
    screen.resize(1280, 800)
    screen.show()
    screen.activateWindow()
    QCoreApplication.processEvents()
    screen.take_focus()
    qtbot.waitUntil(screen.shop_panel.name.field.edit.hasFocus)
    _type("Corner shop", "Main street 1", "0571")
    _type("Zhou")
    _type("jade", "jade")
    background.finish()
    QCoreApplication.processEvents()
    too_short = screen.owner_panel.sentence.text()
    screen.owner_panel.pin.set_text("")
    screen.owner_panel.again.set_text("")
    screen.owner_panel.pin.field.edit.setFocus()
    _type("jade-47-moon", "jade-47-moo")
    differs = screen.owner_panel.sentence.text()
    _type("n")
    background.finish()
    QCoreApplication.processEvents()
    background.finish()
    unasked = sorted((tmp_path / "new").rglob("*recovery*"))
    code = screen.code_panel.code.accessibleName()
    _press(Qt.Key.Key_F10)
    too_early = list(made)
    _press(Qt.Key.Key_Space)
    _press(Qt.Key.Key_F10)
    background.close()

    assert too_short == "An owner's PIN has eight signs or more. Nothing was made."
    assert differs == "The two PINs differ."
    assert unasked == []
    assert len(code) == 39
    assert not screen.code_panel.print.isVisible()
    assert too_early == []
    assert [(shop.settings.name, shop.settings.language) for shop in made] == [
        ("Corner shop", "en")
    ]
    made[0].close()
    again = open_shop(tmp_path / "new", clock=StoppedClock(OPENING))
    assert sign_in(again, 1, pin="jade-47-moon").role == "owner"
    again.close()


def test_the_code_is_saved_where_the_owner_says_and_deleted_by_a_key(
    qtbot: QtBot, tmp_path: Path
) -> None:
    """Beside the backups it would be the shop for whoever finds the folder."""
    shop, background = make.shop(tmp_path), Background()
    panel = CodePanel(LiveWording(Language.EN))
    qtbot.addWidget(panel)
    panel.show_words()
    panel.show()
    papers = CodePapers(panel, background)
    papers.take(shop, make.prepared()[1])

    def settle() -> None:
        background.finish()
        QCoreApplication.processEvents()

    papers.save_to(shop.folder / "papers" / "here.pdf")
    settle()
    refused = panel.sentence.text()
    stick = tmp_path / "stick.pdf"
    papers.save_to(stick)
    settle()
    told, was_written = panel.file.text(), stick.read_bytes()[:5]
    QTest.keyClick(panel, Qt.Key.Key_Delete)
    settle()
    background.close()
    shop.close()

    assert "the shop's own folder" in refused
    assert sorted(shop.folder.rglob("here.pdf")) == []
    assert "stick.pdf" in told
    assert (was_written, stick.exists()) == (b"%PDF-", False)
    assert panel.file.text() == "No paper with the code lies here any more."


def _type(*texts: str) -> None:
    """Type each text and press Enter."""
    for text in texts:
        QTest.keyClicks(_focus(), text)
        _press(Qt.Key.Key_Return)


def _press(key: Qt.Key) -> None:
    QTest.keyClick(_focus(), key)
    QCoreApplication.processEvents()


def _focus() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus
