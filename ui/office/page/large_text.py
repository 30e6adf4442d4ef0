"""Where a page's parts stand when text is large: one column that scrolls.

A page lays itself out as ever, at its full width and its usual height; what would stand
side by side is then put one below the other (look.md 3).
"""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from ui.theme import theme
from ui.widgets.canvas import Box

LARGEST_BESIDE = 1.15
"""Up to this size of text cards stand side by side; at 130 % English no longer fits."""
_GAP = 16
_BETWEEN = 8
_TITLE = 60


def is_large() -> bool:
    """Whether text is so large that the office goes to one column."""
    return theme().text_scale > LARGEST_BESIDE


def one_column(
    places: Iterable[tuple[QWidget, Box]], *, width: float, head: float
) -> tuple[dict[QWidget, Box], float]:
    """Return where each part stands, and how high all of it is; sizes at unit 1.

    Parts that begin above `head` are the page's actions: they go into lines below the
    title, as much wider as the text is larger. A hidden part stands where the last one
    shown of its place stands, because it takes its turn there.
    """
    every = list(places)
    actions = [(part, box) for part, box in every if box[1] + box[3] <= head]
    cards = [(part, box) for part, box in every if box[1] + box[3] > head]
    found, top = _lines(actions, width=width)
    last: dict[float, Box] = {}
    for part, (_x, y, _w, tall) in sorted(cards, key=lambda each: each[1][1]):
        if part.isHidden():
            continue
        found[part] = last[y] = (0, top, width, tall)
        top += tall + _GAP
    for part, (_x, y, _w, tall) in cards:
        if part.isHidden():
            _left, at, _across, _tall = last.get(y, (0, _TITLE, width, tall))
            found[part] = (0, at, width, tall)
    return found, top


def _lines(actions: list[tuple[QWidget, Box]], *, width: float) -> tuple[dict[QWidget, Box], float]:
    """The page's actions in as many lines as they need."""
    found: dict[QWidget, Box] = {}
    left, top, tall = 0.0, float(_TITLE), 0.0
    for part, (x, y, wide, height) in sorted(actions, key=lambda each: each[1][0]):
        if part.isHidden():
            found[part] = (x, y, wide, height)
            continue
        room = min(width, wide * theme().text_scale)
        if left and left + room > width:
            left, top = 0.0, top + tall + _BETWEEN
        found[part] = (left, top, room, height)
        left += room + _BETWEEN
        tall = max(tall, height)
    return found, top + (tall + _GAP if found else 0)
