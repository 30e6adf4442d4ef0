"""How many digits of a PIN have been typed; never which."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.widgets.canvas import Canvas
from ui.widgets.painted import Painted

_DOT = 20
_PITCH = 40
_MOST = 12


class PinDots(Painted):
    """Full dots for digits typed, rings for those that may still come."""

    def __init__(self, name: str, *, places: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(name=name, wish=(_PITCH * places, _DOT), parent=parent)
        self._count = places
        self._typed = 0

    def set_typed(self, count: int) -> None:
        """Show so many digits; a long PIN has more dots, closer together."""
        self._typed = count
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        palette = canvas.palette
        count = min(max(self._count, self._typed), _MOST)
        pitch = min(_PITCH, (canvas.width - _DOT) / max(1, count - 1))
        x = (canvas.width - pitch * (count - 1) - _DOT) / 2
        top = (canvas.height - _DOT) / 2
        for number in range(count):
            box = (x + number * pitch, top, _DOT, _DOT)
            if number < self._typed:
                canvas.rounded(box, radius=_DOT / 2, fill=palette.ink)
            else:
                canvas.rounded(box, radius=_DOT / 2, edge=palette.edge, edge_width=2)
