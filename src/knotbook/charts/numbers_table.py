"""A table of numbers to look at and to be read aloud."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from knotbook.analysis.tabular import Table
from knotbook.charts.figure_table import FigureTable

_LOOKED_AT = 60  # rows that say how wide a column is


class NumbersTable(QTableView):
    """Columns as wide as what is in them."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name`: for assistive technology."""
        super().__init__(parent)
        self.numbers = FigureTable(self)
        self.setModel(self.numbers)
        self.setAccessibleName(name)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)  # Tab leaves the table, arrows walk in it
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setResizeContentsPrecision(_LOOKED_AT)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def show_table(self, table: Table) -> None:
        """Show another one."""
        self.numbers.show_table(table)
