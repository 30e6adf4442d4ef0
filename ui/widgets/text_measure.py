"""How wide a text will be, without drawing it; and the part of it that fits."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from ui.theme import Theme, face, theme
from ui.theme_tokens import TYPE

_CAP_PADDING = 6


def text_width(text: str, size: float, *, bold: bool = False, spacing: float = 0) -> float:
    """The width of one line of text at unit 1."""
    now = theme()
    return pixel_width(text, now, size=size, bold=bold, spacing=spacing) / now.unit


def pixel_width(
    text: str, now: Theme, *, size: float, bold: bool = False, spacing: float = 0
) -> float:
    """The width of one line of text in pixels."""
    return _width(text, now.family, pixels=now.row(size), bold=bold, spacing=spacing * now.unit)


def elided(text: str, font: QFont, *, room: float) -> str:
    """The text with dots at its end, in so many pixels."""
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)


def keycap_width(key: str) -> float:
    """The width of a keycap at unit 1; 0 on a till without a keyboard."""
    if not key or not theme().shows_keys:
        return 0
    return text_width(key, TYPE.micro) + 2 * _CAP_PADDING


# A screen draws the same texts again and again, and measuring costs as much as drawing.
@lru_cache(maxsize=4096)
def _width(text: str, family: str, *, pixels: int, bold: bool, spacing: float) -> float:
    font = face(family, pixels=pixels, bold=bold, spacing=spacing)
    return QFontMetricsF(font).horizontalAdvance(text)
