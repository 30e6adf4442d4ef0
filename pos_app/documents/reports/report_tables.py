"""A report's tables on sheets: figures at the right, heads again on every page.

Narrow tables stand two beside each other while they fit on the page; a wide one takes
the whole width, and its text columns break their lines before a figure is touched.
"""

from dataclasses import dataclass

from pos_app.documents.line_breaks import plain_text
from pos_app.documents.reports.report_sheet import (
    BODY,
    EDGE,
    HEAD,
    HEADING,
    LINE,
    WIDTH,
    Sheets,
    Style,
)
from pos_app.reports.cell_text import cell_text
from pos_app.reports.table import Cell, Column, Kind, ReportTable

GUTTER = 24.0
_CELL_GAP = 12.0
_HAIR = 0.05
"""So that a text is never found too wide for itself by a rounding."""
_ROW_AIR = 4.5
_AFTER_TABLE = 14.0
_KEPT_WHOLE = 240.0
"""A table lower than this goes to the next page rather than being parted."""
_NARROW_COLUMNS = 3
_LEAST_TEXT = 48.0
_LEAST_SIZE = 5.5


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the columns of one table stand, and how large its letters are."""

    edges: tuple[tuple[float, float], ...]
    """Left and right of each column."""
    body: Style
    head: Style


def put_tables(sheets: Sheets, tables: tuple[ReportTable, ...]) -> None:
    """Put all tables, narrow neighbours side by side."""
    waiting = [_cleaned(table) for table in tables]
    while waiting:
        first = waiting.pop(0)
        if waiting and _fit_beside(first, waiting[0]):
            _put_pair(sheets, first, waiting.pop(0))
        else:
            _put(sheets, first, x=0, width=WIDTH)
        sheets.y += _AFTER_TABLE


def _cleaned(table: ReportTable) -> ReportTable:
    """The table with nothing in its texts but letters."""
    return ReportTable(
        title=plain_text(table.title),
        columns=tuple(Column(plain_text(each.title), each.kind) for each in table.columns),
        rows=tuple(tuple(_plain(cell) for cell in row) for row in table.rows),
        total=tuple(_plain(cell) for cell in table.total),
    )


def _plain(cell: Cell) -> Cell:
    return plain_text(cell) if isinstance(cell, str) else cell


def _fit_beside(one: ReportTable, other: ReportTable) -> bool:
    half = (WIDTH - GUTTER) / 2
    return all(
        len(table.columns) <= _NARROW_COLUMNS and sum(_natural(table, BODY)) <= half
        for table in (one, other)
    )


def _put_pair(sheets: Sheets, one: ReportTable, other: ReportTable) -> None:
    half = (WIDTH - GUTTER) / 2
    tallest = max(_height(table, half) for table in (one, other))
    sheets.need(tallest)
    if tallest > sheets.room:
        # Longer than a page: then one below the other, each with its heads on every page.
        _put(sheets, one, x=0, width=WIDTH)
        sheets.y += _AFTER_TABLE
        _put(sheets, other, x=0, width=WIDTH)
        return
    top = sheets.y
    _put(sheets, one, x=0, width=half)
    after_one = sheets.y
    sheets.y = top
    _put(sheets, other, x=half + GUTTER, width=half)
    sheets.y = max(sheets.y, after_one)


def _height(table: ReportTable, width: float) -> float:
    grid = _grid(table, x=0, width=width)
    rows = sum(_row_height(row, table, grid) for row in (*table.rows, table.total) if row)
    return _heads_height(table, grid) + rows


def _heads_height(table: ReportTable, grid: _Grid) -> float:
    return HEADING.leading + _ROW_AIR + _title_row_height(table, grid)


def _title_row_height(table: ReportTable, grid: _Grid) -> float:
    return max(len(lines) for lines in _head_lines(table, grid)) * grid.head.leading + _ROW_AIR


def _put(sheets: Sheets, table: ReportTable, *, x: float, width: float) -> None:
    grid = _grid(table, x=x, width=width)
    whole = _height(table, width)
    first_row = _row_height(table.rows[0], table, grid) if table.rows else 0
    sheets.need(whole if whole <= _KEPT_WHOLE else _heads_height(table, grid) + first_row)
    sheets.text(table.title, HEADING, x=x)
    sheets.y += HEADING.leading + _ROW_AIR
    _put_heads(sheets, table, grid=grid, x=x, width=width)
    for place, row in enumerate(table.rows):
        if sheets.need(_row_height(row, table, grid)):
            _put_heads(sheets, table, grid=grid, x=x, width=width)
        elif place:
            sheets.rule(LINE, x=x, width=width)
        _put_row(sheets, row, table=table, grid=grid)
    if table.total:
        # A sum line alone on a page would belong to nothing.
        if sheets.need(_row_height(table.total, table, grid)):
            _put_heads(sheets, table, grid=grid, x=x, width=width)
        else:
            sheets.rule(EDGE, x=x, width=width)
        _put_row(sheets, table.total, table=table, grid=grid)


def _put_heads(sheets: Sheets, table: ReportTable, *, grid: _Grid, x: float, width: float) -> None:
    height = _title_row_height(table, grid)
    for lines, column, (left, right) in zip(
        _head_lines(table, grid), table.columns, grid.edges, strict=True
    ):
        top = sheets.y + height - _ROW_AIR - len(lines) * grid.head.leading
        for place, line in enumerate(lines):
            y = top + place * grid.head.leading
            _write(sheets, line, kind=column.kind, style=grid.head, left=left, right=right, y=y)
    sheets.y += height
    sheets.rule(EDGE, x=x, width=width)


def _put_row(sheets: Sheets, row: tuple[Cell, ...], *, table: ReportTable, grid: _Grid) -> None:
    for cell, column, (left, right) in zip(row, table.columns, grid.edges, strict=True):
        text = cell_text(cell, column.kind)
        for place, line in enumerate(_lines(text, column, style=grid.body, width=right - left)):
            y = sheets.y + _ROW_AIR / 2 + place * grid.body.leading
            _write(sheets, line, kind=column.kind, style=grid.body, left=left, right=right, y=y)
    sheets.y += _row_height(row, table, grid)


def _write(
    sheets: Sheets,
    line: str,
    *,
    kind: Kind,
    style: Style,
    left: float,
    right: float,
    y: float,
) -> None:
    if kind is Kind.TEXT:
        sheets.text(line, style, x=left, y=y)
    else:
        sheets.text_right(line, style, x=right, y=y)


def _row_height(row: tuple[Cell, ...], table: ReportTable, grid: _Grid) -> float:
    most = max(
        len(_lines(cell_text(cell, column.kind), column, style=grid.body, width=right - left))
        for cell, column, (left, right) in zip(row, table.columns, grid.edges, strict=True)
    )
    return most * grid.body.leading + _ROW_AIR


def _lines(text: str, column: Column, *, style: Style, width: float) -> list[str]:
    return style.lines(text, width) if column.kind is Kind.TEXT else [text]


def _head_lines(table: ReportTable, grid: _Grid) -> list[list[str]]:
    return [
        grid.head.lines(column.title, right - left)
        for column, (left, right) in zip(table.columns, grid.edges, strict=True)
    ]


def _grid(table: ReportTable, *, x: float, width: float) -> _Grid:
    body, head = BODY, HEAD
    while _least(table, body) > width and body.size > _LEAST_SIZE:
        # Figures are never broken: rather smaller letters for the whole table.
        body, head = Style(body.size - 0.5), Style(head.size - 0.5, head.colour)
    widths = _spread(table, _natural(table, body), width=width)
    edges: list[tuple[float, float]] = []
    at = x
    for column_width in widths:
        edges.append((at, at + column_width - _CELL_GAP))
        at += column_width
    # The last figure ends where the rule below it ends.
    edges[-1] = (edges[-1][0], x + width)
    return _Grid(edges=tuple(edges), body=body, head=head)


def _least(table: ReportTable, style: Style) -> float:
    natural = zip(table.columns, _natural(table, style), strict=True)
    return sum(min(w, _LEAST_TEXT) if c.kind is Kind.TEXT else w for c, w in natural)


def _natural(table: ReportTable, style: Style) -> list[float]:
    """How wide each column would be if nothing were broken but the heads of figures."""
    rows = [row for row in (*table.rows, table.total) if row]
    widths = []
    for place, column in enumerate(table.columns):
        cells = [cell_text(row[place], column.kind) for row in rows]
        words = [column.title] if column.kind is Kind.TEXT else column.title.split()
        texts = [*cells, *words, "0.00"]
        widths.append(max(style.width(text) for text in texts) + _CELL_GAP + _HAIR)
    return widths


def _spread(table: ReportTable, natural: list[float], *, width: float) -> list[float]:
    """Make the columns fill the width: text columns give first and take first."""
    texts = [place for place, c in enumerate(table.columns) if c.kind is Kind.TEXT]
    spare = width - sum(natural)
    if not texts:
        return [each + spare / len(natural) for each in natural]
    if spare >= 0:
        # Half to the text, half between the figures: neither crowded nor torn apart.
        shares = [spare / 2 / len(natural)] * len(natural)
        for place in texts:
            shares[place] += spare / 2 / len(texts)
        return [each + share for each, share in zip(natural, shares, strict=True)]
    widest = _widest_text([natural[place] for place in texts], spare)
    return [min(each, widest) if place in texts else each for place, each in enumerate(natural)]


def _widest_text(widths: list[float], spare: float) -> float:
    """How wide the wide ones may be, when they alone give up what is missing."""
    room = sum(widths) + spare
    share = room
    for narrower, width in enumerate(sorted(widths)):
        share = room / (len(widths) - narrower)
        if width > share:
            break
        room -= width
    return share
