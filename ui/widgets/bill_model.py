"""The lines of a bill as Qt's table sees them; only what changed is drawn again."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ui.widgets.money_label import money_text

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_NAME = 1
"""The column."""


@dataclass(frozen=True, slots=True)
class BillLine:
    """One line as shown; `quantity` is written out, `saved_fen` is below zero or 0."""

    number: int
    name: str
    code: str
    quantity: str
    price_fen: int
    amount_fen: int
    note: str = ""
    saved_fen: int = 0
    unit: str = ""
    """Of what is sold by weight."""

    @property
    def counted(self) -> str:
        """How much of it, with its unit."""
        return f"{self.quantity} {self.unit}".strip()

    @property
    def noted(self) -> str:
        """The note with what was saved, as it stands beside the code."""
        saved = money_text(self.saved_fen) if self.saved_fen else ""
        return f"{self.note}  {saved}".strip()


class BillModel(QAbstractTableModel):
    """Number, name, quantity, price and amount of each line, in the order rung up."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[BillLine, ...] = ()
        self._heads: tuple[str, ...] = ("", "", "", "", "")

    @property
    def lines(self) -> tuple[BillLine, ...]:
        """The lines shown."""
        return self._lines

    def set_heads(self, heads: Sequence[str]) -> None:
        """The five column heads, in the language of the moment."""
        self._heads = tuple(heads)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._heads) - 1)

    def set_lines(self, lines: Sequence[BillLine]) -> None:
        """Show these lines; rows that stayed the same are not touched."""
        new = tuple(lines)
        kept = min(len(self._lines), len(new))
        if len(new) < len(self._lines):
            self.beginRemoveRows(QModelIndex(), len(new), len(self._lines) - 1)
            self._lines = self._lines[: len(new)]
            self.endRemoveRows()
        changed = [row for row in range(kept) if self._lines[row] != new[row]]
        if len(new) > kept:
            self.beginInsertRows(QModelIndex(), kept, len(new) - 1)
            self._lines = new
            self.endInsertRows()
        self._lines = new
        if changed:
            first, last = self.index(changed[0], 0), self.index(changed[-1], 4)
            self.dataChanged.emit(first, last)

    @override
    def rowCount(self, parent: Index = _ROOT, /) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: Index = _ROOT, /) -> int:
        return 0 if parent.isValid() else len(self._heads)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        /,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._heads[section]
        return None

    @override
    def data(self, index: Index, /, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                str(line.number),
                line.name,
                line.counted,
                money_text(line.price_fen),
                money_text(line.amount_fen),
            )[index.column()]
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            # Drawn below the name, in no cell of its own.
            return f"{line.code} {line.noted}".strip() if index.column() == _NAME else None
        return None
