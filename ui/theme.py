"""The theme now applied: palette, unit, text scale, and the fonts made from them.

Widgets ask `theme()` whenever they draw, so a change of light, size or text reaches
all of them at once. The figures themselves are in `theme_tokens`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from pos_app.domain.settings import ShopSettings
from ui.theme_tokens import BOLD_FROM, BOLD_TO, DARK, LIGHT, TYPE, Palette

_FONT_FILE = "NotoSansSC_400Regular.ttf"
_scale: ContextVar[float] = ContextVar("scale of the text in the part drawn now", default=0.0)


@dataclass(frozen=True, slots=True)
class Theme:
    """How the program looks now.

    `unit` multiplies every size, `text_scale` multiplies type and row heights on top.
    `shows_keys` is false on a till without a keyboard; places stay, keycaps go.
    """

    palette: Palette = LIGHT
    dark: bool = False
    unit: float = 1.0
    text_scale: float = 1.0
    shows_keys: bool = True
    family: str = "Noto Sans SC"

    def px(self, length: float) -> int:
        """A width or a space, given at unit 1, in device-independent pixels."""
        return round(length * self.unit)

    def row(self, length: float) -> int:
        """A height that holds text, given at unit 1 and text scale 1, in pixels."""
        return round(length * self.unit * self.text_scale)

    def font(self, size: float, *, bold: bool = False, spacing: float = 0) -> QFont:
        """The face at a size given at unit 1; bold only where look.md 2.2 has it.

        Raises:
            ValueError: bold outside 18 to 40 px: it is drawn by thickening.
        """
        if bold and not BOLD_FROM <= size <= BOLD_TO:
            raise ValueError(f"bold exists only from {BOLD_FROM} to {BOLD_TO} px, not at {size}")
        return face(self.family, pixels=self.row(size), bold=bold, spacing=spacing * self.unit)


_LIGHT = Theme()
_applied: ContextVar[Theme] = ContextVar("theme last applied", default=_LIGHT)


def theme() -> Theme:
    """The theme last applied to the running application, else the light one.

    Within `text_scaled` its text is of that scale.
    """
    whole, scale = _applied.get(), _scale.get()
    return whole if not scale or scale == whole.text_scale else _at_scale(whole, scale)


def wished_text_scale() -> float:
    """The scale of text that the settings ask for, whatever there is room for."""
    return _applied.get().text_scale


@contextmanager
def text_scaled(scale: float) -> Iterator[None]:
    """Let the theme have text of this scale inside the block."""
    token = _scale.set(scale)
    try:
        yield
    finally:
        _scale.reset(token)


@lru_cache(maxsize=64)
def _at_scale(whole: Theme, scale: float) -> Theme:
    return replace(whole, text_scale=scale)


def apply_theme(
    app: QApplication,
    *,
    dark: bool,
    unit: float = 1.0,
    text_scale: float = 1.0,
    shows_keys: bool = True,
) -> Theme:
    """Make every widget of the application look so, now and from here on.

    Each widget gets a `StyleChange` event, whether or not the colours differ, because
    a change of unit alone must also reach its sizes.
    """
    applied = Theme(
        palette=DARK if dark else LIGHT,
        dark=dark,
        unit=unit,
        text_scale=text_scale,
        shows_keys=shows_keys,
        family=load_font(),
    )
    if app.style().name() != "fusion":
        # The platform's own style would draw the few stock widgets differently on each system.
        app.setStyle("Fusion")
    _applied.set(applied)
    app.setPalette(_stock_palette(applied.palette))
    app.setFont(applied.font(TYPE.body))
    app.setCursorFlashTime(0)
    for widget in app.allWidgets():
        QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
    return applied


def wear(app: QApplication, settings: ShopSettings, *, unit: float = 1.0) -> Theme:
    """Make every widget look as the shop's settings say."""
    return apply_theme(
        app,
        dark=settings.dark,
        unit=unit,
        text_scale=settings.text_percent / 100,
        shows_keys=settings.shows_keys,
    )


@lru_cache(maxsize=1)
def load_font() -> str:
    """Register the bundled face, once, and return its family name.

    Raises:
        FileNotFoundError: the program was installed without its font.
    """
    path = files("resources") / "fonts" / _FONT_FILE
    number = QFontDatabase.addApplicationFont(str(path))
    if number < 0:
        raise FileNotFoundError(str(path))
    return QFontDatabase.applicationFontFamilies(number)[0]


@lru_cache(maxsize=256)
def face(family: str, *, pixels: int, bold: bool, spacing: float) -> QFont:
    """The face at a size in pixels, made once for each."""
    font = QFont(family)
    font.setPixelSize(max(1, pixels))
    font.setBold(bold)
    # The same widths on every system and in every test picture.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    return font


def _stock_palette(palette: Palette) -> QPalette:
    """Qt's own roles, for the few stock widgets and for what a theme change redraws."""
    roles = QPalette.ColorRole
    stock = QPalette()
    for role, colour in (
        (roles.Window, palette.paper),
        (roles.WindowText, palette.ink),
        (roles.Base, palette.surface),
        (roles.AlternateBase, palette.surface),
        (roles.Text, palette.ink),
        (roles.PlaceholderText, palette.ink3),
        (roles.Button, palette.surface),
        (roles.ButtonText, palette.ink),
        (roles.ToolTipBase, palette.surface),
        (roles.ToolTipText, palette.ink),
        (roles.Highlight, palette.cobalt_fill),
        (roles.HighlightedText, palette.on_fill),
        (roles.Accent, palette.cobalt_fill),
        (roles.Link, palette.cobalt),
        (roles.Mid, palette.line),
        (roles.Dark, palette.edge),
    ):
        stock.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        stock.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.edge))
    return stock
