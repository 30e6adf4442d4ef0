"""How long a scan takes to its line, and a typed letter to what it finds."""

from collections.abc import Iterator
from functools import partial
from itertools import cycle, islice

from PySide6.QtCore import Qt

from pos_app.bench.figures import Figures, tell, within
from pos_app.bench.shops import Workplace, code_of
from ui.bench.hands import PaintWatch, QuickHands, at_the_bench
from ui.till.panels.choice_list import ChoiceList

ONE_FRAME_MS = 16
_LINES_ON_A_BILL = 20
_UNMEASURED = 5
_TYPED = ("nfkqs", "ksf", "20000000", "hjl", "wahaha", "89", "yl50", "0000012", "bssgz", "qd")
"""Initials of names, parts of codes and of sizes, and what nothing is called."""


def scan_to_line(workplace: Workplace) -> Figures:
    """Row `scan`: from a scanner's last key to the painted line, bill after bill."""
    sizes = workplace.sizes
    folder = workplace.copy_of(workplace.with_goods(sizes.scan_products), "scanned")
    tell("scanning")
    with at_the_bench(folder) as hands:
        watch = PaintWatch(hands.window.till.screen.table.view.viewport())
        taken = []
        for number in range(sizes.scans + _UNMEASURED):
            if number and number % _LINES_ON_A_BILL == 0:
                _throw_away(hands)
            product = number * 7919 % sizes.scan_products + 1
            hands.scan(code_of(product), ends=False)
            taken.append(watch.time_until_painted(hands.end_scan))
            hands.settle()
    what = f"scan to painted line, {sizes.scan_products} products"
    return within("scan", what, taken=taken[_UNMEASURED:], bound=ONE_FRAME_MS)


def key_to_found(workplace: Workplace) -> Figures:
    """Row `search`: from a key in the product search to the painted result."""
    sizes = workplace.sizes
    folder = workplace.copy_of(workplace.with_goods(sizes.search_products), "searched")
    tell("searching")
    with at_the_bench(folder) as hands:
        taken: list[int] = []
        for text in islice(cycle(_TYPED), sizes.keys):
            if len(taken) >= sizes.keys + _UNMEASURED:
                break
            taken += _typed(hands, text)
    what = f"key to painted result, {sizes.search_products} products"
    return within("search", what, taken=taken[_UNMEASURED:], bound=ONE_FRAME_MS)


def _typed(hands: QuickHands, text: str) -> Iterator[int]:
    """Open the search, type, and leave it; time each key."""
    hands.press(Qt.Key.Key_F2)
    (found,) = hands.window.till.screen.findChildren(ChoiceList)
    watch = PaintWatch(found)
    for letter in text:
        yield watch.time_until_painted(partial(hands.type_alone, letter))
    hands.press(Qt.Key.Key_Escape)


def _throw_away(hands: QuickHands) -> None:
    hands.press(Qt.Key.Key_Escape)
    hands.press(Qt.Key.Key_Delete)
