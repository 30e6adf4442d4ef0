"""Office tables: texts in columns, a sum line, rows one can open by keys."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.office.widgets.office_model import Column, OfficeRow
from ui.office.widgets.office_table import HEAD, ROW, SUM, OfficeTable
from ui.office.widgets.share_bar import percent_text
from ui.widgets.canvas import watching_cut_texts

COLUMNS = (Column("账户"), Column("期初", 120, is_figure=True), Column("期末", 120, is_figure=True))
ROWS = tuple(OfficeRow((f"账户 {n}", "0.00", f"{n}.00"), key=f"a{n}") for n in range(1, 6))


@pytest.fixture
def table(qtbot: QtBot) -> OfficeTable:
    """Five rows and their sum."""
    made = OfficeTable("各账户今日变化")
    made.resize(700, 400)
    made.show_table(COLUMNS, ROWS, sum_row=OfficeRow(("合计", "0.00", "15.00")))
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_first_column_takes_what_the_figures_leave(table: OfficeTable) -> None:
    """Names vary in length, sums do not: columns of money line up on every screen."""
    assert [table.view.columnWidth(column) for column in range(3)] == [460, 120, 120]


def test_every_row_is_in_view_at_the_height_asked_for(table: OfficeTable) -> None:
    """A report of a few rows never scrolls."""
    wanted = table.wanted_height()
    table.resize(700, round(wanted))

    assert wanted == HEAD + 1 + 5 * ROW + SUM
    assert table.view.verticalScrollBar().maximum() == 0


def test_arrows_choose_a_row_and_enter_opens_it(qtbot: QtBot, table: OfficeTable) -> None:
    """The office works without a mouse too."""
    chosen: list[int] = []
    opened: list[int] = []
    table.row_chosen.connect(chosen.append)
    table.row_opened.connect(opened.append)
    table.view.setCurrentIndex(table.model.index(0, 0))
    chosen.clear()

    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(table.view, key)

    assert (chosen, opened, table.current_row) == ([1, 2], [2], 2)


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (910430, 1864250, "48.8%"),
        (1, 3, "33.3%"),
        (1, 2000, "0.1%"),
        (0, 5, "0.0%"),
        (5, 0, "0.0%"),
    ],
)
def test_a_share_is_rounded_half_up_to_one_decimal(part: int, whole: int, shown: str) -> None:
    """A percentage on the screen equals the one on paper."""
    assert percent_text(part, whole) == shown


def test_a_table_without_rows_says_so_above_its_sum(table: OfficeTable) -> None:
    """On a shop's first day there is a total of nothing; neither may cover the other."""
    table.show_table(COLUMNS, (), sum_row=OfficeRow(("合计", "0.00", "0.00")), empty="这天没有")

    assert table.wanted_height() == HEAD + 1 + ROW + SUM
    assert table.view.height() == ROW


@pytest.mark.parametrize(("is_name", "noticed"), [(True, 0), (False, 1)])
def test_only_a_name_may_end_in_dots_unnoticed(
    table: OfficeTable, *, is_name: bool, noticed: int
) -> None:
    """A word of ours that is cut fails the pictures; a typed name may be long."""
    columns = (Column("A", 60, is_name=is_name), Column("B"))
    table.show_table(columns, (OfficeRow(("Started or changed a reward program", "x")),))
    with watching_cut_texts() as cut:
        table.grab()

    assert len(set(cut)) == noticed


def test_a_title_within_a_table_has_the_room_of_the_empty_cells(table: OfficeTable) -> None:
    """Sections of a month's statement are named in the first, narrow column."""
    columns = (Column("A", 60), Column("B", 400), Column("C", 90, is_figure=True))
    table.show_table(columns, (OfficeRow(("Started or changed a reward program", "", "1")),))
    with watching_cut_texts() as cut:
        table.grab()

    assert list(cut) == []
