"""How wide a text will be, at unit 1, without drawing it."""

from PySide6.QtGui import QFontMetricsF

from ui.theme import theme
from ui.theme_tokens import TYPE

_CAP_PADDING = 6


def text_width(text: str, size: float, *, bold: bool = False, spacing: float = 0) -> float:
    """The width of one line of text at unit 1."""
    now = theme()
    font = now.font(size, bold=bold, spacing=spacing)
    return QFontMetricsF(font).horizontalAdvance(text) / now.unit


def keycap_width(key: str) -> float:
    """The width of a keycap at unit 1; 0 on a till without a keyboard."""
    if not key or not theme().shows_keys:
        return 0
    return text_width(key, TYPE.micro) + 2 * _CAP_PADDING
