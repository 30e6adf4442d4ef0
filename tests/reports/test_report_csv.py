"""Reports as CSV: read back as they were, and never run by a spreadsheet."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.reports.cell_text import cell_text
from pos_app.reports.report_csv import guarded, report_csv, table_csv
from pos_app.reports.table import Cell, Column, Figure, Kind, Report, ReportTable

TABLE = ReportTable(
    title="Tenders",
    columns=(
        Column("Kind"),
        Column("Amount", Kind.MONEY),
        Column("Share", Kind.RATE),
        Column("Count", Kind.COUNT),
    ),
    rows=(
        ("微信支付", 910430, 5039, 64),
        ('Cash, "loose"', -550, 50, -3),
        ("=1+1", 0, 0, None),
    ),
    total=("Sum", 909880, None, 61),
)


def rows_of(text: str) -> list[list[str]]:
    """Read a text back as another program would."""
    return list(csv.reader(io.StringIO(text, newline="")))


def test_figures_are_plain_numbers_and_text_is_quoted() -> None:
    """A figure with commas, or a true minus, is text to every other program."""
    assert table_csv(TABLE) == (
        '"Kind","Amount","Share","Count"\r\n'
        '"微信支付",9104.30,50.39%,64\r\n'
        '"Cash, ""loose""",-5.50,0.50%,-3\r\n'
        '"\'=1+1",0.00,0.00%,\r\n'
        '"Sum",9098.80,,61\r\n'
    )


def test_a_report_is_its_title_its_figures_and_its_tables() -> None:
    """One file holds the day; a spreadsheet reads its Chinese without being told how."""
    report = Report(
        title="奖励日结",
        subtitle="2026-11-21",
        figures=(Figure("拨入", 209442, Kind.MONEY, "M1"),),
        tables=(TABLE, TABLE),
        note="差 0.00",
    )
    written = report_csv(report)
    rows = rows_of(written.decode("utf-8-sig"))

    assert written.startswith(b"\xef\xbb\xbf")
    assert rows[:5] == [
        ["奖励日结", "2026-11-21"],
        ["差 0.00"],
        ["拨入", "2094.42", "M1"],
        [],
        ["Tenders"],
    ]
    assert rows.count(["Tenders"]) == 2


@pytest.mark.parametrize(
    "text", ["=1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x"]
)
def test_what_starts_a_formula_is_guarded(text: str) -> None:
    """The owner opens a report and the spreadsheet runs what a customer was named."""
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "1", "农夫山泉", "a=1", " =1", "'=1", "−5.50"])
def test_other_text_is_left_alone(text: str) -> None:
    """A guard on every name would stand in every export."""
    assert guarded(text) == text


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_any_text_comes_back_whole_or_guarded(texts: list[str]) -> None:
    """Quotes, commas and line ends inside a name must not move its row."""
    table = ReportTable(title="t", columns=tuple(Column("c") for _ in texts), rows=(tuple(texts),))
    back = rows_of(table_csv(table))[1:]

    assert back == [[guarded(text) for text in texts]]
    assert not any(cell[:1] in tuple("=+-@\t\r\n") for row in back for cell in row if cell)


def test_what_cannot_be_written_is_marked_not_fatal() -> None:
    """Half a character in an old record must not keep the owner from the report."""
    report = Report(title="\ud800", subtitle="", figures=(), tables=())

    assert report_csv(report).startswith(b'\xef\xbb\xbf"?"')


@pytest.mark.parametrize(
    ("cell", "kind", "text"),
    [
        (None, Kind.MONEY, ""),
        ("合计", Kind.MONEY, "合计"),
        (-550, Kind.MONEY, "−5.50"),
        (1088, Kind.COUNT, "1,088"),
        (5039, Kind.RATE, "50.39%"),
        (7, Kind.TEXT, "7"),
    ],
)
def test_people_read_figures_as_on_the_screen(cell: Cell, kind: Kind, text: str) -> None:
    """The PDF and the screen show one report, sign by sign."""
    assert cell_text(cell, kind) == text
