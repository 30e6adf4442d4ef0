"""A report's tables as rows of one office table: a title, its heads, its lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from pos_app.reports.cell_text import cell_text
from pos_app.reports.table import Cell, Kind, ReportTable
from ui.office.page.page_places import MARK
from ui.office.widgets.office_model import Column, OfficeRow

_FIGURE = 100
_WIDE_FIGURE = 160
_MANY = 5
"""From so many figures side by side on they stand as close as their widest sum allows."""
_BESIDE = 16
"""There a second name begins; it has the room of the figures that its line has not."""


@dataclass(frozen=True, slots=True)
class ShownReport:
    """What an `OfficeTable` is handed."""

    columns: tuple[Column, ...]
    rows: tuple[OfficeRow, ...]


def shown_report(tables: Sequence[ReportTable], *, unit: str) -> ShownReport:
    """Return the tables one below the other; names stand left, figures right.

    `unit` is the head over the names: what the figures are counted in.
    """
    names = max((_names(table) for table in tables), default=1)
    figures = max((len(table.columns) - _names(table) for table in tables), default=0)
    is_full = figures >= _MANY
    width = _FIGURE if is_full else _WIDE_FIGURE
    columns = (
        Column(unit, is_name=True),
        *(Column("", _BESIDE if is_full else 0, is_name=True) for _each in range(1, names)),
        *(Column("", width, is_figure=True) for _each in range(figures)),
        MARK,
    )
    rows = [row for table in tables for row in _rows(table, names=names, figures=figures)]
    return ShownReport(columns, tuple(rows))


def _names(table: ReportTable) -> int:
    """How many columns stand left; a report has its figures after them."""
    return sum(column.kind is Kind.TEXT for column in table.columns)


def _rows(table: ReportTable, *, names: int, figures: int) -> list[OfficeRow]:
    own, kinds = _names(table), [column.kind for column in table.columns]

    def line(cells: Sequence[str], *colours: str) -> OfficeRow:
        left = [*cells[:own], *[""] * (names - own)]
        right = [*[""] * (figures - len(cells) + own), *cells[own:]]
        return OfficeRow((*left, *right, ""), colours)

    def written(row: Sequence[Cell]) -> list[str]:
        return [cell_text(cell, kind) for cell, kind in zip(row, kinds, strict=True)]

    heads = [column.title for column in table.columns]
    if own == 1:
        # The title says what is named below it, and has the line to itself and the heads.
        told = [line([table.title, *heads[1:]], "cobalt", *["ink2"] * figures)]
    else:
        told = [line([table.title, *[""] * (len(heads) - 1)], "cobalt")]
        told.append(line(heads, *["ink2"] * (names + figures)))
    return told + [line(written(row)) for row in (*table.rows, *_total(table))]


def _total(table: ReportTable) -> tuple[tuple[Cell, ...], ...]:
    return (table.total,) if table.total else ()
