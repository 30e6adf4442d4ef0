"""Icons: each one is drawn, on its grid, in the colour that carries the meaning."""

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor

from ui.theme import Theme
from ui.widgets.icon_strokes import STROKES
from ui.widgets.icons import GRID, STROKE, icon_path, icon_picture


@pytest.mark.parametrize("name", sorted(STROKES))
def test_every_icon_stays_on_its_grid(name: str) -> None:
    """A stroke that leaves the grid is cut off where the icon is drawn small."""
    room = QRectF(0, 0, GRID, GRID).adjusted(STROKE / 2, STROKE / 2, -STROKE / 2, -STROKE / 2)

    strokes = icon_path(name).boundingRect()

    assert room.contains(strokes.topLeft())
    assert room.contains(strokes.bottomRight())


def test_an_icon_is_drawn_in_the_colour_asked_for(light: Theme) -> None:
    """Red is refused and amber is a warning: an icon's colour is a meaning."""
    picture = icon_picture("plus", size=48, colour=light.palette.cinnabar).pixmap(QSize(48, 48))

    assert picture.toImage().pixelColor(24, 24) == QColor(light.palette.cinnabar)
    assert picture.toImage().pixelColor(2, 2).alpha() == 0


def test_a_name_without_an_icon_is_a_bug() -> None:
    """A screen that names no icon of ours must fail in its own test, not show nothing."""
    with pytest.raises(KeyError):
        icon_path("nothing of ours")
