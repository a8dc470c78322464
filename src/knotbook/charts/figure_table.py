"""The numbers of a figure as a table, for eyes and for screen readers."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt

from knotbook.analysis.tabular import Cell, Table

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class FigureTable(QAbstractTableModel):
    """Shows a `Table`; numbers in the language of the application, no data as a dash."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._table = Table(())

    def show_table(self, table: Table) -> None:
        """Show another one."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._table.head)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell; numbers stand to the right."""
        if not index.isValid():
            return None
        cell = self._table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _shown(cell)
        if role == Qt.ItemDataRole.TextAlignmentRole and not isinstance(cell, str):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The names of the columns, the numbers of the rows."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._table.head[section] if orientation is Qt.Orientation.Horizontal else section + 1


def _shown(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell
    if cell is None or cell != cell:
        return "–"
    return QLocale().toString(cell, "f", 1) if isinstance(cell, float) else str(cell)
