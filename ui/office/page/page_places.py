"""Where the cards of a page stand: columns and rows that share what is there."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.office.page.large_text import is_large
from ui.office.widgets.office_model import Column
from ui.office.widgets.office_table import HEAD as TABLE_HEAD
from ui.office.widgets.office_table import ROW as TABLE_ROW
from ui.theme_tokens import TYPE
from ui.widgets.buttons import Button
from ui.widgets.canvas import Box
from ui.widgets.painted import Painted
from ui.widgets.text_measure import keycap_width, text_width

GUTTER = 16
_BETWEEN = 8
HEAD = 60
"""The page's head, with the space below it."""

MARK = Column("", 12, is_figure=True)
"""The last column of a list that scrolls: the mark stands there, not over a figure."""


def whole_rows(room: float) -> float:
    """The height of a list that shows no row cut in two."""
    return TABLE_HEAD + 1 + TABLE_ROW * max(1, int((room - TABLE_HEAD - 1) // TABLE_ROW))


def columns(width: float, *shares: float) -> list[tuple[float, float]]:
    """Left edge and width of cards side by side, whole, in proportion to the shares.

    The shares are the widths at 1280, so that there they come out as printed (look.md 3).
    """
    if is_large():
        # One column: each has the whole width, and stands below the one before.
        return [(0, width)] * len(shares)
    return _cut(width, shares)


def place_as_is(page: Painted, part: QWidget, box: Box) -> None:
    """Place a part of a page; one that is hidden stays so."""
    hidden = part.isHidden()
    page.place(part, box)
    part.setVisible(not hidden)


def in_a_row(buttons: Sequence[Button], width: float) -> list[tuple[float, float]]:
    """Left edge and width of buttons side by side; a longer word gets more room."""
    needs = [text_width(each.text(), TYPE.body) + keycap_width(each.key) for each in buttons]
    spare = (width - _BETWEEN * (len(buttons) - 1) - sum(needs)) / len(buttons)
    places: list[tuple[float, float]] = []
    left = 0.0
    for need in needs:
        places.append((left, need + spare))
        left += need + spare + _BETWEEN
    return places


def rows(height: float, *shares: float, top: float = HEAD) -> list[tuple[float, float]]:
    """Top and height of cards one above the other, below the page's head."""
    return [(top + at, size) for at, size in _cut(height - top, shares)]


def _cut(whole: float, shares: Sequence[float]) -> list[tuple[float, float]]:
    room = whole - GUTTER * (len(shares) - 1)
    total = sum(shares)
    places: list[tuple[float, float]] = []
    at, used = 0.0, 0.0
    for number, share in enumerate(shares):
        used += share
        end = round(room * used / total) + GUTTER * number
        places.append((at, end - at))
        at = end + GUTTER
    return places
