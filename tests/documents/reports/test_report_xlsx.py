"""Workbooks, read back by another library: text stays text, figures stay figures."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pos_app.documents.reports.report_xlsx import draw_report_xlsx
from pos_app.domain.moment import read_instant
from pos_app.reports.table import Column, Kind, Report, ReportTable
from tests.documents.sample_report import DAY, HOSTILE

MADE = read_instant("2026-11-21T22:00:00+08:00")


def book_of(report: Report) -> Any:
    """Open the workbook of a report as a spreadsheet would."""
    return openpyxl.load_workbook(BytesIO(draw_report_xlsx(report, made_at=MADE)))


def test_amounts_are_numbers_with_two_decimals() -> None:
    """An owner adds the column up; a column of texts adds up to nothing."""
    sheet = book_of(DAY)["销售，按收款方式"]
    cells = [sheet.cell(row, 2) for row in range(2, 8)]

    assert [cell.value for cell in cells] == [9104.3, 4286, 3612.2, 1255.4, 384.6, 18642.5]
    assert {(cell.data_type, cell.number_format) for cell in cells} == {("n", "#,##0.00")}


def test_the_front_sheet_names_the_report_and_its_figures() -> None:
    """A workbook in an attachment must say what it is."""
    sheet = book_of(DAY).worksheets[0]
    shown = [[cell.value for cell in row] for row in sheet.iter_rows(max_row=6, max_col=3)]

    assert shown == [
        ["奖励日结", None, None],
        ["2026-11-21 周六 好邻居超市", None, None],
        ["与账本一致，差 0.00", None, None],
        [None, None, None],
        ["拨入奖励", 2094.42, "排队 1,972 · 积分 122.42"],
        ["已返还", 1871.9, "64 位会员"],
    ]


def test_the_front_sheet_names_the_shop() -> None:
    """The same report of two shops lies side by side in the accountant's folder."""
    sheet = book_of(replace(DAY, shop="好邻居超市")).worksheets[0]

    assert sheet["B2"].value == "好邻居超市"


def test_heads_stay_in_view_and_rates_are_per_cent() -> None:
    """A list of a thousand rows is read with its heads above it."""
    sheet = book_of(DAY)["没有加入排队"]

    assert sheet.freeze_panes == "A2"
    assert (sheet["C2"].value, sheet["C2"].number_format) == (0.5039, "0.00%")


def test_no_text_of_a_hostile_report_is_a_formula_or_a_link() -> None:
    """A product called =HYPERLINK must not run in the owner's office."""
    kinds = {
        cell.data_type for sheet in book_of(HOSTILE) for row in sheet.iter_rows() for cell in row
    }
    links = [cell for sheet in book_of(HOSTILE) for row in sheet for cell in row if cell.hyperlink]

    assert kinds == {"s", "n"}
    assert links == []


def test_sheets_have_names_that_the_format_allows() -> None:
    """Two tables of one name, or a name full of the format's own signs, still open."""
    names = book_of(HOSTILE).sheetnames

    assert len(names) == len({name.casefold() for name in names}) == 3
    assert all(0 < len(name) <= 31 for name in names)


@settings(max_examples=40)
@given(st.text(max_size=80))
def test_any_text_comes_back_as_text(text: str) -> None:
    """Whatever a product, member or reason is called, it is never a formula."""
    table = ReportTable(title=text, columns=(Column(text),), rows=((text,), (text,)), total=(text,))
    report = Report(title=text, subtitle=text, figures=(), tables=(table,), note=text)
    kinds = {
        cell.data_type for sheet in book_of(report) for row in sheet.iter_rows() for cell in row
    }

    assert "f" not in kinds


@pytest.mark.parametrize("value", [0, 1, -1, 10**12, -(10**12)])
def test_the_largest_amounts_keep_their_fen(value: int) -> None:
    """A double holds both decimals of every amount that the shop allows."""
    table = ReportTable(title="t", columns=(Column("n", Kind.MONEY),), rows=((value,),))
    cell = book_of(Report("r", "", (), (table,)))["t"]["A2"]

    assert round(cell.value * 100) == value


def test_the_same_report_is_the_same_file() -> None:
    """Nothing of the machine or the moment gets into the file but when it was made."""
    assert draw_report_xlsx(DAY, made_at=MADE) == draw_report_xlsx(DAY, made_at=MADE)
