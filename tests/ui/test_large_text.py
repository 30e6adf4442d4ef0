"""Text set larger: nothing is cut, nothing lies outside its place."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from pos_app.actions.replays.make_sample_shop import make_sample_shop
from pos_app.clock import StoppedClock
from pos_app.devices.printer import RecordingPrinter
from tests.ui import test_screenshots_till as day
from tests.ui.till.hands import Hands, at_the_till
from ui.layout_unit import till_places
from ui.widgets.canvas import watching_cut_texts
from ui.widgets.painted import Painted, PaintedButton

DAYS = 3


class Reader:
    """Looks at each state as the camera does, and notes what cannot be read whole."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self.found: dict[str, list[str]] = {}

    def take(self, state: str) -> None:
        """Look at one state of the till."""
        with watching_cut_texts() as cut:
            self._hands.window.grab()
        wrong = sorted({*cut, *self._outside()})
        if wrong:
            self.found[state] = wrong

    def _outside(self) -> list[str]:
        """What is shown beyond the edges of what it lies in."""
        parts = [
            each
            for kind in (Painted, PaintedButton)
            for each in self._hands.window.findChildren(kind)
            if each.isVisible()
        ]
        return [_told(each) for each in parts if not _lies_inside(each)]


def _lies_inside(part: QWidget) -> bool:
    around = part.parentWidget()
    if around is None or isinstance(around.parentWidget(), QScrollArea):
        return True
    # A rounded edge may lie a pixel beyond; half a line of text may not.
    return around.rect().adjusted(-2, -2, 2, 2).contains(part.geometry())


def _told(part: QWidget) -> str:
    return f"{type(part).__name__} {part.accessibleName()}"


@pytest.fixture(params=[("zh_CN", 150), ("en", 150), ("en", 200)], ids=str)
def till(qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Hands]:
    """The sample shop with its text set larger, in the smallest window."""
    language, percent = request.param
    shop = make_sample_shop(tmp_path / "shop", clock=StoppedClock(day.NOW), days=DAYS)
    shop.settings = replace(shop.settings, language=language, text_percent=percent)
    shop.printer = RecordingPrinter()
    with at_the_till(qapp, shop) as hands:
        yield hands


def test_larger_text_is_whole_in_every_state_of_the_till(till: Hands) -> None:
    """Whoever needs larger text needs all of it: half a price is a wrong price."""
    reader = Reader(till)
    day.begin(till, reader)
    day.change_lines(till, reader)
    day.meet_member(till, reader)
    day.pay(till, reader)
    day.take_back(till, reader)
    day.go_home(till, reader)

    assert reader.found == {}


def test_above_130_per_cent_the_keys_fold_into_two_rows() -> None:
    """Eight labels in one row would be cut, and the bill keeps at least three lines."""
    usual = till_places(day.SMALL, text_scale=1.3)
    large = till_places(day.SMALL, text_scale=1.5)
    room = large.table.height() - round(36 * 1.5) - 2

    assert (usual.is_folded, large.is_folded) == (False, True)
    assert usual.table_panel == usual.table
    assert large.table_panel == large.table.united(large.function_row)
    assert room // round(48 * 1.5) >= 3
