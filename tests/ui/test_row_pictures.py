"""A row that is copied looks as one that is drawn, in every light."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.theme import apply_theme
from ui.till.widgets.bill_table import BillTable
from ui.widgets.bill_model import BillLine
from ui.widgets.canvas import watching_cut_texts

LINES = tuple(
    BillLine(number, f"商品 {number}", f"69000000000{number:02d}", "1", 250, 250 + number)
    for number in range(1, 13)
)


def _copied(table: BillTable) -> QImage:
    """The second picture of the same rows, which are copies by then."""
    table.grab()
    return table.grab().toImage()


def _drawn(table: BillTable) -> QImage:
    """The same with every row drawn, as for whoever watches the texts."""
    with watching_cut_texts():
        return table.grab().toImage()


def _table(qtbot: QtBot) -> BillTable:
    table = BillTable()
    table.resize(808, 520)
    qtbot.addWidget(table)
    table.show_lines(LINES, current=11)
    return table


def _difference(one: QImage, other: QImage) -> int:
    """The largest distance of a colour between two pictures of one size."""
    assert one.size() == other.size()
    first, second = (
        bytes(each.convertToFormat(QImage.Format.Format_RGB32).constBits()) for each in (one, other)
    )
    return max(abs(a - b) for a, b in zip(first, second, strict=True))


def test_a_copied_row_looks_as_a_drawn_one(qtbot: QtBot) -> None:
    """Else a line would change its looks when the mark leaves it.

    Letters laid on a ground in two steps may round a colour differently, by a hair.
    """
    table = _table(qtbot)

    assert _difference(_copied(table), _drawn(table)) <= 2


def test_copies_follow_the_light(qtbot: QtBot, qapp: QApplication) -> None:
    """Black letters on a dark screen would be a bill that nobody reads."""
    table = _table(qtbot)
    before = _copied(table)
    apply_theme(qapp, dark=True)
    after = _copied(table)

    assert _difference(after, _drawn(table)) <= 2
    assert _difference(before, after) > 100


def test_a_line_that_changed_is_drawn_anew(qtbot: QtBot) -> None:
    """A copy of what was true before is a lie."""
    table = _table(qtbot)
    _copied(table)
    table.show_lines((BillLine(1, "别的商品", "690", "9", 1, 9), *LINES[1:]), current=11)
    table.view.scrollToTop()

    assert _difference(_copied(table), _drawn(table)) <= 2
