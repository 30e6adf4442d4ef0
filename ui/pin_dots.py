"""How many digits of a PIN have been typed; never which."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.canvas import Canvas
from ui.painted import Painted

_DOT = 20
_PITCH = 40


class PinDots(Painted):
    """Full dots for digits typed, rings for those that may still come."""

    def __init__(self, name: str, *, places: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(name=name, wish=(_PITCH * places, _DOT), parent=parent)
        self._count = places
        self._typed = 0

    def set_typed(self, count: int) -> None:
        """Show so many digits."""
        self._typed = count
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        x = (canvas.width - _PITCH * (self._count - 1) - _DOT) / 2
        top = (canvas.height - _DOT) / 2
        for number in range(self._count):
            box = (x + number * _PITCH, top, _DOT, _DOT)
            if number < self._typed:
                canvas.rounded(box, radius=_DOT / 2, fill=palette.ink)
            else:
                canvas.rounded(box, radius=_DOT / 2, edge=palette.edge, edge_width=2)
