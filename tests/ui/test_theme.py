"""The tokens keep what the look promises: contrast, bold, units, one face."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from ui.theme import Theme, apply_theme, theme
from ui.theme_tokens import DARK, KEYCAP_SHADE_PERCENT, LIGHT, TYPE, Palette
from ui.widgets.buttons import Button

CONTRASTS = """
ink / surface                          17.6  14.7
ink / paper                            15.7  16.3
ink / sunken                           14.2  12.1
ink / cobalt_soft                      14.9  12.5
ink / jade_soft                        15.3  12.3
ink / amber_soft                       15.6  12.3
ink2 / surface                          7.6   8.3
ink2 / paper                            6.8   9.2
ink2 / sunken                           6.1   6.8
ink2 / cobalt_soft                      6.4   7.0
ink2 / jade_soft                        6.6   6.9
ink2 / amber_soft                       6.7   6.9
ink3 / surface                          5.5   6.0
cobalt / surface                        8.1   8.4
cobalt / cobalt_soft                    6.9   7.1
cobalt_fill / surface                   8.1   3.2
on_fill / cobalt_fill                   8.1   5.3
on_fill / cinnabar_fill                 6.6   5.9
on_fill / plum_fill                     7.4   5.9
on_fill / keycap on cobalt_fill        11.2   8.0
on_fill / keycap on cinnabar_fill       9.6   8.7
jade / surface                          6.6   8.6
jade / jade_soft                        5.7   7.2
jade_fill / sunken                      4.0   4.4
amber / amber_soft                      5.9   7.6
amber_fill / sunken                     3.1   4.7
cinnabar / surface                      6.6   8.0
cinnabar / cinnabar_soft                5.6   7.1
plum / plum_soft                        6.3   7.5
plum_fill / paper                       6.6   3.2
edge / surface                          3.8   3.9
edge / paper                            3.4   4.3
edge / sunken                           3.1   3.2
"""
"""The contrast of each pair in light and in dark, as the look prints it (WCAG 2.2)."""

ROWS = [line.rsplit(maxsplit=2) for line in CONTRASTS.strip().splitlines()]


@pytest.mark.parametrize(("pair", "light", "dark"), ROWS, ids=[row[0] for row in ROWS])
def test_every_pair_of_colours_has_its_printed_contrast(pair: str, light: str, dark: str) -> None:
    """A cashier with weak eyes, or in the sun, reads every text in both themes."""
    front, ground = pair.split(" / ")

    assert contrast_in(LIGHT, front, ground=ground) == pytest.approx(float(light), abs=0.1)
    assert contrast_in(DARK, front, ground=ground) == pytest.approx(float(dark), abs=0.1)


@pytest.mark.parametrize("size", [13, 16, 56, 96])
def test_bold_is_refused_where_it_blurs_or_does_nothing(size: int, light: Theme) -> None:
    """Bold is drawn by thickening: small Chinese blurs, large figures do not change."""
    with pytest.raises(ValueError, match="bold exists only from 18 to 40 px"):
        light.font(size, bold=True)


def test_the_face_is_the_one_that_is_shipped(light: Theme) -> None:
    """A till without any Chinese font of its own must still show every product."""
    assert QFontInfo(light.font(TYPE.row)).family() == "Noto Sans SC"


def test_unit_and_text_scale_multiply_sizes(qapp: QApplication) -> None:
    """The large screen shows the same till a quarter larger, and text larger on top."""
    large = apply_theme(qapp, dark=False, unit=1.25, text_scale=1.5)

    assert [large.px(16), large.row(48), large.font(16).pixelSize()] == [20, 90, 30]


def test_the_theme_applied_last_is_the_theme(qapp: QApplication) -> None:
    """Widgets ask when they draw; what they are told must be what was chosen last."""
    dark = apply_theme(qapp, dark=True)

    assert theme() == dark
    assert theme().palette == DARK


class _StyleChanges(QObject):
    """Counts how often a widget was told that its style has changed."""

    count = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.StyleChange
        return False


def test_a_change_of_unit_alone_reaches_every_widget(qtbot: QtBot, qapp: QApplication) -> None:
    """The window grew over 1920 x 1080: colours stay, sizes must follow at once."""
    button = Button("收款")
    qtbot.addWidget(button)
    changes = _StyleChanges()
    button.installEventFilter(changes)
    before = button.sizeHint().height()

    apply_theme(qapp, dark=False, unit=1.25)

    assert [before, button.sizeHint().height()] == [52, 65]
    assert changes.count == 1


def contrast_in(palette: Palette, front: str, *, ground: str) -> float:
    """The contrast of two tokens; `keycap on X` is X under the keycap's shade."""
    below = luminance(_channels(palette, ground))
    above = luminance(_channels(palette, front))
    return (max(above, below) + 0.05) / (min(above, below) + 0.05)


def luminance(channels: tuple[float, ...]) -> float:
    """Relative luminance of red, green and blue, each 0 to 255 (WCAG 2.2)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in channels)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(palette: Palette, token: str) -> tuple[float, ...]:
    shade = 1.0
    if token.startswith("keycap on "):
        token = token.removeprefix("keycap on ")
        shade = 1 - KEYCAP_SHADE_PERCENT / 100
    colour = getattr(palette, token)
    return tuple(int(colour[at : at + 2], 16) * shade for at in (1, 3, 5))
