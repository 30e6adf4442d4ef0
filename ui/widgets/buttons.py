"""Buttons: the main action, plain, chosen, dangerous, and a mere word."""

from enum import Enum

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme_tokens import PRESSED_SHADE_PERCENT, RADII, TYPE
from ui.widgets.canvas import Align, Canvas
from ui.widgets.painted import PaintedButton
from ui.widgets.text_measure import keycap_width, text_width

_GAP = 8
_ICON = 20


class ButtonKind(Enum):
    """What a button means; there is one `PRIMARY` per screen."""

    PRIMARY = "primary"
    TRAINING = "training"
    SECONDARY = "secondary"
    DANGER = "danger"
    TEXT = "text"
    DIGIT = "digit"
    READY = "ready"


_FILLED = (ButtonKind.PRIMARY, ButtonKind.TRAINING)


class Button(PaintedButton):
    """A button with its key; a checkable one that is checked is drawn as chosen.

    `stacked` sets the keycap below the label, as on the keypad's Enter.
    """

    def __init__(
        self,
        text: str,
        *,
        kind: ButtonKind = ButtonKind.SECONDARY,
        key: str = "",
        icon: str = "",
        size: float = TYPE.row,
        stacked: bool = False,
        height: float = 52,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, wish=(0, height), parent=parent)
        self._kind = kind
        self._key = key
        self._icon_name = icon
        self._size = size
        self._stacked = stacked

    @property
    def kind(self) -> ButtonKind:
        """What the button means now."""
        return self._kind

    @property
    def key(self) -> str:
        """The printed name of its key, or nothing."""
        return self._key

    def set_kind(self, kind: ButtonKind) -> None:
        """Give the button another meaning: Pay turns plum in training."""
        self._kind = kind
        self.update()

    def set_key(self, key: str) -> None:
        """Show another key; a key that was re-bound shows its new name everywhere."""
        self._key = key
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        whole = (0, 0, canvas.width, canvas.height)
        draw_ground(canvas, self, kind=self._kind)
        colour = label_colour(canvas, self, kind=self._kind)
        bold = self._kind in _FILLED and self.isEnabled()
        if self._stacked:
            middle = canvas.height / 2
            canvas.text(
                (8, middle - 36, canvas.width - 16, 40),
                self.text(),
                size=self._size,
                colour=colour,
                align=Align.CENTRE,
                bold=bold,
            )
            self._cap(canvas, (canvas.width - keycap_width(self._key)) / 2, middle + 25)
            return
        cap = keycap_width(self._key) if self.isEnabled() else 0
        icon = _ICON + _GAP if self._icon_name else 0
        padding = 0 if self._kind is ButtonKind.TEXT else 2 * _GAP
        room = canvas.width - padding - icon - (cap + _GAP if cap else 0)
        label = min(text_width(self.text(), self._size, bold=bold), room)
        x = (canvas.width - icon - label - (cap + _GAP if cap else 0)) / 2
        if self._kind is ButtonKind.TEXT:
            x = 0
        if icon:
            at = (x, canvas.height / 2 - _ICON / 2)
            canvas.icon(self._icon_name, at, size=_ICON, colour=colour)
            x += icon
        box = (x, 0, label, whole[3])
        canvas.text(box, self.text(), size=self._size, colour=colour, bold=bold)
        self._cap(canvas, x + label + _GAP, canvas.height / 2)

    def _cap(self, canvas: Canvas, x: float, middle: float) -> None:
        if self.isEnabled():
            canvas.keycap((x, middle), self._key, on_fill=self._kind in _FILLED)


def draw_ground(canvas: Canvas, button: PaintedButton, *, kind: ButtonKind) -> None:
    """The box of a button in its present state; nothing moves when the state changes."""
    palette = canvas.palette
    box = (0, 0, canvas.width, canvas.height)
    fills = {
        ButtonKind.PRIMARY: (palette.cobalt_fill, "", 1.0),
        ButtonKind.TRAINING: (palette.plum_fill, "", 1.0),
        ButtonKind.SECONDARY: (palette.surface, palette.line, 1.0),
        ButtonKind.DANGER: (palette.surface, palette.cinnabar, 1.0),
        ButtonKind.TEXT: ("", "", 1.0),
        ButtonKind.DIGIT: (palette.sunken, "", 1.0),
        ButtonKind.READY: (palette.cobalt_soft, "", 1.0),
    }
    fill, edge, width = fills[kind]
    filled = kind in _FILLED
    if not button.isEnabled():
        fill, edge = ("" if kind is ButtonKind.TEXT else palette.sunken), ""
    elif button.isChecked():
        fill, edge, width = palette.cobalt_soft, palette.cobalt, 2.0
    elif button.isDown() and not filled:
        fill = palette.line if kind is ButtonKind.DIGIT else palette.sunken
    elif button.underMouse() and edge == palette.line:
        edge = palette.edge
    if button.hasFocus():
        edge, width = (palette.on_fill if filled else palette.cobalt), 2.0
    canvas.rounded(box, radius=RADII.button, fill=fill, edge=edge, edge_width=width)
    if filled and button.isDown():
        canvas.shade(box, radius=RADII.button, percent=PRESSED_SHADE_PERCENT)


def label_colour(canvas: Canvas, button: PaintedButton, *, kind: ButtonKind) -> str:
    """The colour of a button's label in its present state."""
    palette = canvas.palette
    if not button.isEnabled():
        return palette.edge
    if button.isChecked() or kind in (ButtonKind.TEXT, ButtonKind.READY):
        return palette.cobalt
    if kind in _FILLED:
        return palette.on_fill
    return palette.cinnabar if kind is ButtonKind.DANGER else palette.ink
