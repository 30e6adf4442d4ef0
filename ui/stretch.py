"""How far larger text may stretch a part of the window.

As far as there is room: most parts grow with the setting. One that fills its place
already, such as a panel with a keypad, says in `ROOM` how high it must be at unit 1; it
grows with what it gets beyond.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget

from ui.theme import text_scaled, theme, wished_text_scale

LARGE_TEXT = 1.3
"""Above it the till folds: keys in two rows, tickets behind one line (look.md 3)."""


def stretch_of(widget: QWidget) -> float:
    """The scale of text and rows within a widget; 1 at least, the setting at most."""
    wished = wished_text_scale()
    part: QWidget | None = widget
    while wished > 1 and part is not None:
        room = _room_of(part)
        if room:
            return max(1.0, min(wished, part.height() / (theme().unit * room)))
        part = part.parentWidget()
    return wished


def _room_of(part: QWidget) -> float:
    # Painted asks this file how it is stretched; asking by its type would go in a circle.
    asked = getattr(part, "room", None)
    return float(asked()) if asked is not None else 0.0


@contextmanager
def stretched(widget: QWidget) -> Iterator[None]:
    """Measure and place as this widget is drawn."""
    with text_scaled(stretch_of(widget)):
        yield
