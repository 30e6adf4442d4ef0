"""A report as a workbook: one sheet for the figures, one for each table.

Text is always written as text: a name that looks like a formula or an address stays a
name. Amounts are numbers with two decimals, so that the sheet can be worked with.
"""

import re
from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING

from pos_app.documents.line_breaks import plain_text
from pos_app.domain.moment import Instant, shop_time
from pos_app.reports.cell_text import cell_text
from pos_app.reports.table import Cell, Figure, Kind, Report, ReportTable

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
_LONGEST_SHEET_NAME = 31
_LONGEST_CELL = 32_767
_NARROWEST, _WIDEST = 8, 48
_HUNDREDTHS = 100
_NUMBER_FORMS = {Kind.MONEY: "#,##0.00", Kind.COUNT: "#,##0", Kind.RATE: "0.00%"}
_RULE: dict[str, object] = {"bold": True, "bottom": 1}
_SUM: dict[str, object] = {"bold": True, "top": 1}


def draw_report_xlsx(report: Report, *, made_at: Instant) -> bytes:
    """Return the workbook; the same report made at the same time is the same file."""
    from xlsxwriter.workbook import Workbook

    paper = BytesIO()
    book = Workbook(
        paper,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    made = shop_time(made_at).replace(tzinfo=None)
    book.set_properties({"title": _text(report.title), "created": made})
    names = _sheet_names([report.title, *(table.title for table in report.tables)])
    _front(book, report, name=names[0])
    for table, name in zip(report.tables, names[1:], strict=True):
        _table(book, table, name=name)
    book.close()
    return paper.getvalue()


def _front(book: "Workbook", report: Report, *, name: str) -> None:
    sheet = book.add_worksheet(name)
    large = book.add_format({"bold": True, "font_size": 16})
    sheet.write_string(0, 0, _text(report.title), large)
    sheet.write_string(1, 0, _text(report.subtitle))
    if report.shop:
        sheet.write_string(1, 1, _text(report.shop))
    sheet.write_string(2, 0, _text(report.note))
    formats = _formats(book, {})
    for row, figure in enumerate(report.figures, start=4):
        sheet.write_string(row, 0, _text(figure.label))
        _number(sheet, (row, 1), value=figure.value, kind=figure.kind, formats=formats)
        sheet.write_string(row, 2, _text(figure.note))
    for column, texts in enumerate(_front_columns(report.figures)):
        sheet.set_column(column, column, _width(texts))


def _front_columns(figures: tuple[Figure, ...]) -> tuple[list[str], list[str], list[str]]:
    return (
        [figure.label for figure in figures],
        [cell_text(figure.value, figure.kind) for figure in figures],
        [figure.note for figure in figures],
    )


def _table(book: "Workbook", table: ReportTable, *, name: str) -> None:
    sheet = book.add_worksheet(name)
    head = {kind: book.add_format(_RULE | _aligned(kind)) for kind in Kind}
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, _text(column.title), head[column.kind])
        texts = [
            column.title,
            *(cell_text(row[place], column.kind) for row in (*table.rows, table.total) if row),
        ]
        sheet.set_column(place, place, _width(texts))
    usual, summed = _formats(book, {}), _formats(book, _SUM)
    for number, row in enumerate(table.rows, start=1):
        _row(sheet, number, row=row, table=table, formats=usual)
    if table.total:
        _row(sheet, len(table.rows) + 1, row=table.total, table=table, formats=summed)
    sheet.freeze_panes(1, 0)


def _row(
    sheet: "Worksheet",
    number: int,
    *,
    row: tuple[Cell, ...],
    table: ReportTable,
    formats: dict[Kind, "Format"],
) -> None:
    for place, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
        if cell is None:
            sheet.write_blank(number, place, None, formats[column.kind])
        elif isinstance(cell, str) or column.kind is Kind.TEXT:
            sheet.write_string(number, place, _text(str(cell)), formats[Kind.TEXT])
        else:
            _number(sheet, (number, place), value=cell, kind=column.kind, formats=formats)


def _number(
    sheet: "Worksheet",
    at: tuple[int, int],
    *,
    value: int,
    kind: Kind,
    formats: dict[Kind, "Format"],
) -> None:
    # A spreadsheet knows doubles only. Up to 10^12 fen they hold both decimals exactly
    # enough to be shown and added, and no figure of the books is ever read back from here.
    shown = {Kind.MONEY: value / _HUNDREDTHS, Kind.RATE: value / _HUNDREDTHS**2}
    sheet.write_number(*at, shown.get(kind, value), formats[kind])


def _formats(book: "Workbook", style: dict[str, object]) -> dict[Kind, "Format"]:
    return {kind: book.add_format(style | _aligned(kind) | _written(kind)) for kind in Kind}


def _aligned(kind: Kind) -> dict[str, object]:
    return {"align": "left" if kind is Kind.TEXT else "right"}


def _written(kind: Kind) -> dict[str, object]:
    return {"num_format": _NUMBER_FORMS[kind]} if kind in _NUMBER_FORMS else {}


def _text(text: str) -> str:
    return plain_text(text)[:_LONGEST_CELL]


def _sheet_names(titles: list[str]) -> list[str]:
    """Names that the format allows: short, without its own signs, none twice."""
    names: list[str] = []
    for title in titles:
        name = _cut(_NO_SHEET_NAME.sub(" ", plain_text(title)).strip()) or "1"
        taken = {each.casefold() for each in names}
        count = 2
        fresh = name
        while fresh.casefold() in taken or fresh.casefold() == "history":
            tail = f" {count}"
            fresh = _cut(name, room=len(tail)) + tail
            count += 1
        names.append(fresh)
    return names


def _cut(name: str, *, room: int = 0) -> str:
    """The start of a name that fits; a sign beyond the first plane counts twice."""
    units = name.encode("utf-16-le")[: 2 * (_LONGEST_SHEET_NAME - room)]
    return units.decode("utf-16-le", errors="ignore").strip()


def _width(texts: Iterable[str]) -> int:
    """Columns as wide as what stands in them; Chinese takes two."""
    widest = max((sum(1 if each.isascii() else 2 for each in text) for text in texts), default=0)
    return min(max(widest + 2, _NARROWEST), _WIDEST)
