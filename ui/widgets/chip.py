"""A chip: one fact in a small box. It is not a button."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme import theme
from ui.theme_tokens import RADII, TYPE
from ui.widgets.canvas import Canvas
from ui.widgets.painted import Painted
from ui.widgets.text_measure import text_width

_PADDING = 8
_ICON = 16
_HEIGHT = 26


class Chip(Painted):
    """26 high, `sunken`, in grey; an icon such as `check` may stand before."""

    def __init__(
        self,
        text: str = "",
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name=text, wish=(0, _HEIGHT), parent=parent)
        self._text = text
        self._icon_name = icon

    def set_text(self, text: str, *, icon: str | None = None) -> None:
        """Show another fact."""
        self._text = text
        self._icon_name = self._icon_name if icon is None else icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width = chip_width(self._text, size=TYPE.small, icon=self._icon_name)
        return QSize(theme().px(width), theme().row(self._wish[1]))

    @override
    def draw(self, canvas: Canvas) -> None:
        draw_chip(
            canvas,
            (0, canvas.height / 2),
            self._text,
            size=TYPE.small,
            height=canvas.height,
            icon=self._icon_name,
        )


def chip_width(text: str, *, size: float = TYPE.micro, icon: str = "") -> float:
    """How wide a chip will be, at unit 1."""
    return text_width(text, size) + 2 * _PADDING + (_ICON + 4 if icon else 0)


def draw_chip(
    canvas: Canvas,
    at: tuple[float, float],
    text: str,
    *,
    size: float = TYPE.micro,
    height: float = 22,
    icon: str = "",
) -> float:
    """Draw a chip around a middle line; returns its width."""
    width = chip_width(text, size=size, icon=icon)
    x, middle = at
    palette = canvas.palette
    box = (x, middle - height / 2, width, height)
    canvas.rounded(box, radius=RADII.keycap, fill=palette.sunken)
    lead = x + _PADDING
    if icon:
        canvas.icon(icon, (x + 6, middle - _ICON / 2), size=_ICON, colour=palette.ink2)
        lead += _ICON + 2
    words = (lead, middle - height / 2, width, height)
    canvas.text(words, text, size=size, colour=palette.ink2)
    return width
