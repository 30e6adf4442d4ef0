"""A sheet of facts shows whole lines only, and every one of them can be reached."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ui.office.page.sheet_view import SheetLine, SheetNote, SheetPart, SheetView

LONG = "退货时，对应的积分也要退回。" * 12


def shown(qtbot: QtBot, *parts: SheetPart, height: int) -> SheetView:
    """A sheet of so many pixels with these parts, drawn once."""
    view = SheetView()
    qtbot.addWidget(view)
    view.resize(300, height)
    view.show_parts(parts, name="Program")
    view.show()
    view.grab()
    return view


def inked_rows(picture: QImage) -> list[int]:
    """Rows of the picture where anything but paper stands, left of the scroll mark."""
    paper = picture.pixelColor(280, 0)
    return [
        y
        for y in range(picture.height())
        if any(picture.pixelColor(x, y) != paper for x in range(0, 280, 2))
    ]


@pytest.mark.parametrize("height", [150, 160, 167])
def test_no_line_is_cut_at_the_foot(qtbot: QtBot, height: int) -> None:
    """Half a line of figures was read as a whole one (lines are 28 high)."""
    view = shown(qtbot, *(SheetLine(f"Line {n}", f"{n}") for n in range(20)), height=height)
    whole = height // 28 * 28

    rows = inked_rows(view.grab().toImage())

    assert max(rows) < whole
    assert max(rows) > whole - 28


def test_the_last_line_comes_into_view_whole(qtbot: QtBot) -> None:
    """Whatever does not fit is still reachable, by keys alone."""
    view = shown(qtbot, *(SheetLine(f"Line {n}", f"{n}") for n in range(9)), height=100)
    before = view.grab().toImage()
    for _ in range(20):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    at_end = view.grab().toImage()
    for _ in range(20):
        qtbot.keyClick(view, Qt.Key.Key_Up)

    assert max(inked_rows(at_end)) < 3 * 28
    assert at_end != before
    assert view.grab().toImage() == before


def test_a_part_higher_than_the_sheet_is_walked_through(qtbot: QtBot) -> None:
    """A long sentence of the rules must be read to its end."""
    view = shown(qtbot, SheetNote(LONG), SheetLine("Last", "1"), height=60)
    pictures = []
    for _ in range(40):
        qtbot.keyClick(view, Qt.Key.Key_Down)
        pictures.append(view.grab().toImage())

    assert len(inked_rows(pictures[0])) > 0
    assert pictures[-1] == pictures[-2]
    assert max(inked_rows(pictures[-1])) < 28
