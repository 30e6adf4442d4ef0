"""Every component is drawn in both themes, uncut, and everything has a name.

The pictures lie in docs/screens, for people to look at beside those of the look.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.gallery import MESSAGES, gallery
from tests.ui.till_mock import till_mock
from ui.theme import apply_theme
from ui.till.widgets.money_field import MoneyField
from ui.widgets.canvas import watching_cut_texts

SCREENS = Path(__file__).resolve().parents[2] / "docs" / "screens"
FEWEST_COLOURS = 200


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_component_is_drawn_whole_in_both_themes(
    qtbot: QtBot, qapp: QApplication, *, dark: bool
) -> None:
    """What no test draws is found broken by a cashier; the picture shows it to people."""
    apply_theme(qapp, dark=dark)
    page = gallery()
    qtbot.addWidget(page)
    (field,) = page.findChildren(MoneyField, "asked")
    qtbot.waitUntil(field.edit.hasFocus)

    picture, cut = _drawn(page)
    SCREENS.mkdir(parents=True, exist_ok=True)
    picture.save(str(SCREENS / f"components-{'dark' if dark else 'light'}.png"))

    assert cut == []
    assert _colours(picture) > FEWEST_COLOURS


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)
@pytest.mark.parametrize(
    ("size", "unit"), [(QSize(1280, 800), 1.0), (QSize(1920, 1080), 1.25)], ids=["1280", "1920"]
)
def test_the_components_compose_to_a_till(
    qtbot: QtBot, qapp: QApplication, *, size: QSize, unit: float, message: object
) -> None:
    """Each part fits its printed place at both sizes, whatever has just happened."""
    apply_theme(qapp, dark=False, unit=unit)
    till = till_mock(size, message=message)  # type: ignore[arg-type]
    qtbot.addWidget(till)

    picture, cut = _drawn(till)

    assert cut == []
    assert _colours(picture) > FEWEST_COLOURS
    assert (picture.width(), picture.height()) == (size.width(), size.height())


def test_a_text_that_does_not_fit_is_noticed(qtbot: QtBot) -> None:
    """The test above would be worth nothing if the watch slept."""
    till = till_mock(QSize(640, 480))
    qtbot.addWidget(till)

    _, cut = _drawn(till)

    assert "扫码" not in cut
    assert cut != []


def test_everything_that_can_have_the_focus_has_a_name(qtbot: QtBot) -> None:
    """A screen reader says nothing about a box without a name."""
    page, till = gallery(), till_mock(QSize(1920, 1080))
    qtbot.addWidget(page)
    qtbot.addWidget(till)
    reachable = [
        widget
        for widget in (*page.findChildren(QWidget), *till.findChildren(QWidget))
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    nameless = [widget for widget in reachable if not _name(widget)]

    assert len(reachable) > 40
    assert nameless == []


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def _drawn(window: QWidget) -> tuple[QImage, list[str]]:
    with watching_cut_texts() as cut:
        picture = window.grab().toImage()
    return picture, list(cut)


def _colours(picture: QImage) -> int:
    """How many colours are in it; a blank page has one."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(plain.constBits()).cast("B").cast("I")
    return len(set(pixels[::7]))
