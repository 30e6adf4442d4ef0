"""The language changes while the program runs, and every screen hears of it."""

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from ui.wording import Language, LiveWording


def test_a_change_of_language_is_said_once(qtbot: QtBot) -> None:
    """Screens set their texts anew when told; told for nothing, they would flicker."""
    words = LiveWording(Language.EN)

    with qtbot.waitSignal(words.changed):
        words.speak(Language.ZH_CN)
    with qtbot.assertNotEmitted(words.changed):
        words.speak(Language.ZH_CN)

    assert words.language is Language.ZH_CN
    words.speak(Language.EN)


def test_stock_dialogs_speak_the_language_too(qtbot: QtBot) -> None:
    """A file dialog in English in a Chinese program looks broken."""
    words = LiveWording(Language.ZH_CN)
    chinese = QCoreApplication.translate("QPlatformTheme", "Cancel")
    words.speak(Language.EN)

    assert chinese == "取消"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_window_left_behind_does_not_go_on_speaking(qtbot: QtBot) -> None:
    """After the first start the till speaks, and its dialogs with it."""
    left_behind = LiveWording(Language.ZH_CN)
    till = LiveWording(Language.ZH_CN)
    till.speak(Language.EN)

    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert left_behind.language is Language.ZH_CN
