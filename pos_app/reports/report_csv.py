"""A report as CSV, for spreadsheets and for other programs.

Figures are plain numbers, 1234.50 and -5.50, so that they can be added up. Text that a
spreadsheet would take for a formula gets an apostrophe in front: a product may be called
=HYPERLINK(...), and opening the owner's own report must not run it (faults.md section 2;
OWASP, CSV injection).
"""

import unicodedata

from pos_app.reports.table import Cell, Column, Kind, Report, ReportTable

UTF8_MARK = "\ufeff"
"""Without it the most used spreadsheet reads Chinese in the machine's old encoding."""

_STARTS_FORMULA = frozenset("=+-@\t\r\n")
_END = "\r\n"


def report_csv(report: Report) -> bytes:
    """Return the report in UTF-8: its title, its figures, then table below table."""
    head = (report.title, report.subtitle, *filter(None, (report.shop,)))
    parts = [_row(head), _row((report.note,))]
    parts += [
        _row((figure.label, _number(figure.value, figure.kind), figure.note))
        for figure in report.figures
    ]
    for table in report.tables:
        parts += [_END, _row((table.title,)), table_csv(table)]
    return (UTF8_MARK + "".join(parts)).encode("utf-8", "replace")


def table_csv(table: ReportTable) -> str:
    """Return a table with its heads and its sum line, without its title."""
    rows = [table.rows, (table.total,) if table.total else ()]
    heads = _row(tuple(column.title for column in table.columns))
    return heads + "".join(_cells(row, table.columns) for each in rows for row in each)


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula, full-width or not."""
    first = unicodedata.normalize("NFKC", text[:1])
    return f"'{text}" if first in _STARTS_FORMULA and first else text


def _cells(row: tuple[Cell, ...], columns: tuple[Column, ...]) -> str:
    pairs = zip(row, columns, strict=True)
    return _row(tuple(_plain(cell, column.kind) for cell, column in pairs))


class _Number(str):
    """A figure that was written by us and needs neither guard nor quotes."""

    __slots__ = ()


def _plain(cell: Cell, kind: Kind) -> str:
    if cell is None:
        return _Number()
    if isinstance(cell, str):
        return cell
    return str(cell) if kind is Kind.TEXT else _number(cell, kind)


def _number(value: int, kind: Kind) -> _Number:
    if kind is Kind.COUNT or kind is Kind.TEXT:
        return _Number(value)
    sign = "-" if value < 0 else ""
    whole, hundredths = divmod(abs(value), 100)
    percent = "%" if kind is Kind.RATE else ""
    return _Number(f"{sign}{whole}.{hundredths:02}{percent}")


def _row(cells: tuple[str, ...]) -> str:
    return ",".join(_quoted(cell) for cell in cells) + _END


def _quoted(cell: str) -> str:
    if isinstance(cell, _Number):
        return cell
    escaped = guarded(cell).replace('"', '""')
    return f'"{escaped}"'
