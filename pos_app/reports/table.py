"""The one shape every report is read in: by screen, PDF, XLSX and CSV alike.

Titles and labels arrive in the reader's language already; figures stay numbers until
they are drawn, so that nothing is rounded or parsed on the way.
"""

from dataclasses import dataclass
from enum import Enum

Cell = str | int | None


class Kind(Enum):
    """What a column or figure holds, and so how it is written."""

    TEXT = "text"
    MONEY = "money"
    """Whole fen, shown as yuan."""
    COUNT = "count"
    RATE = "rate"
    """Basis points, shown as per cent."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head and what its cells are."""

    title: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A titled table; `total` is its sum line, one cell a column, or empty."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure on a card, with what it is made of below."""

    label: str
    value: int
    kind: Kind
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar chart: one group of bars a label, one bar a series, whole fen."""

    title: str
    labels: tuple[str, ...]
    series: tuple[tuple[str, tuple[int, ...]], ...]

    @property
    def has_bars(self) -> bool:
        """Whether anything is not nothing."""
        return any(amount for _name, amounts in self.series for amount in amounts)


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report."""

    title: str
    subtitle: str
    figures: tuple[Figure, ...]
    tables: tuple[ReportTable, ...]
    chart: Bars | None = None
    note: str = ""
    """Whether it equals the books, or by how much it does not."""
    shop: str = ""
    """Whose it is; written where the report leaves the shop, on paper and in files."""
