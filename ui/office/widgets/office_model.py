"""Rows of an office table as Qt sees them: finished texts, nothing worked out."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: head, width at unit 1 (0 takes what is left), figures at the right."""

    head: str
    width: float = 0
    is_figure: bool = False
    is_name: bool = False
    """What a person or a product is called: as long as somebody typed it, it may end in dots."""


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """A row: one text per column, the token of its colour if not `ink`, and a key.

    `key` is what the screen knows the row by; it is never shown.
    """

    cells: tuple[str, ...]
    colours: tuple[str, ...] = ()
    key: str = ""


class OfficeModel(QAbstractTableModel):
    """Columns and rows; replaced as a whole, because a report is, or paged on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[Column, ...] = ()
        self.rows: tuple[OfficeRow, ...] = ()

    def show_rows(self, columns: Sequence[Column], rows: Sequence[OfficeRow]) -> None:
        """Show these rows under these heads."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.rows = tuple(rows)
        self.endResetModel()

    def add_rows(self, rows: Sequence[OfficeRow]) -> None:
        """Put the next page below what is there; what is chosen stays chosen."""
        first = len(self.rows)
        self.beginInsertRows(_ROOT, first, first + len(rows) - 1)
        self.rows += tuple(rows)
        self.endInsertRows()

    @override
    def rowCount(self, parent: Index = _ROOT, /) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = _ROOT, /) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        /,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self.columns[section].head
        return None

    @override
    def data(self, index: Index, /, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows[index.row()].cells[index.column()]
        return None
