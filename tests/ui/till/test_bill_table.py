"""The bill's table: rows as rung up, the newest in view, no needless redraw."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from ui.till.widgets.bill_table import BillTable
from ui.widgets.bill_model import BillLine, BillModel

LINES = tuple(
    BillLine(number, f"商品 {number}", f"69000000000{number:02d}", "1", 250, 250)
    for number in range(1, 31)
)


@pytest.fixture
def table(qtbot: QtBot) -> BillTable:
    """A table of the size it has on the small till."""
    made = BillTable()
    made.set_words(("#", "Product", "Qty", "Price", "Amount"), name="Bill")
    made.resize(808, 520)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_row_reads_as_number_name_quantity_price_amount(table: BillTable) -> None:
    """A screen reader and a test read the cells; the painting says the same."""
    line = BillLine(4, "可口可乐 2L 瓶", "6954767413877", "2", 800, 1200, "第 2 件半价", -400)
    table.show_lines([line], current=0)
    row = [table.model.index(0, column) for column in range(5)]
    below = row[1].data(Qt.ItemDataRole.AccessibleDescriptionRole)

    assert [cell.data() for cell in row] == ["4", "可口可乐 2L 瓶", "2", "8.00", "12.00"]
    assert below == "6954767413877 第 2 件半价  \u22124.00"


def test_ten_lines_are_in_view_on_the_small_till(table: BillTable) -> None:
    """The look promises ten lines at 1280 x 800."""
    table.show_lines(LINES[:10], current=9)

    assert table.view.verticalScrollBar().maximum() == 0

    table.show_lines(LINES[:11], current=10)

    assert table.view.verticalScrollBar().maximum() == 1


def test_the_newest_line_of_a_long_bill_is_in_view(table: BillTable) -> None:
    """What was rung up last is what the cashier and the customer look for."""
    table.show_lines(LINES, current=29)

    assert table.view.verticalScrollBar().value() == 20
    assert table.current_row == 29


def test_a_touch_says_which_line_and_leaves_the_focus_where_it_is(
    qtbot: QtBot, table: BillTable
) -> None:
    """The next scan must still arrive in the scan field."""
    table.show_lines(LINES[:5], current=4)

    with qtbot.waitSignal(table.line_chosen) as chosen:
        qtbot.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 60))

    assert chosen.args == [1]
    assert not table.view.hasFocus()


def test_only_rows_that_changed_are_drawn_again(qtbot: QtBot) -> None:
    """A scan is painted within one frame, however long the bill is."""
    model = BillModel()
    model.set_lines(LINES[:3])
    changed: list[tuple[int, int]] = []
    inserted: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))

    model.set_lines((LINES[0], replace(LINES[1], quantity="2"), LINES[2], LINES[3]))

    assert (changed, inserted) == ([(1, 1)], [(3, 3)])


def test_a_deleted_line_leaves_and_the_rest_moves_up() -> None:
    """The bill on the screen is the bill that will be paid, nothing crossed out."""
    model = BillModel()
    model.set_lines(LINES[:4])

    model.set_lines((LINES[0], LINES[2]))

    assert model.rowCount() == 2
    assert model.lines == (LINES[0], LINES[2])
