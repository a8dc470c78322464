"""The library as a list: name, and how it was done last."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from knotbook.controls.two_lines import ROW_PX, TwoLines
from knotbook.domain.clock import Instant
from knotbook.logbook.amounts import DOT, ago_words, amount_words, kind_words
from knotbook.logbook.known_exercises import LibraryRow

_ROW = Qt.ItemDataRole.UserRole


class ExerciseList(QListWidget):
    """`row_changed(LibraryRow | None)`: another row is current. `again_wished`: Enter or a double click."""

    row_changed = Signal(object)
    again_wished = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "plain")
        self.setAccessibleName(self.tr("Exercises"))
        self.setUniformItemSizes(True)
        self.setItemDelegate(TwoLines(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(lambda _now, _before: self.row_changed.emit(self.row_here()))
        self.itemActivated.connect(lambda _item: self.again_wished.emit())

    def show_rows(self, rows: Sequence[LibraryRow], now: Instant, keep: str = "") -> None:
        """Show these; the one named `keep`, else the first, is current."""
        self.blockSignals(True)
        self.clear()
        for row in rows:
            self._add(row, now)
        names = [row.name for row in rows]
        self.setCurrentRow(names.index(keep) if keep in names else 0 if rows else -1)
        self.blockSignals(False)
        self.row_changed.emit(self.row_here())

    def row_here(self) -> LibraryRow | None:
        """The current row."""
        item = self.currentItem()
        row: LibraryRow | None = item.data(_ROW) if item is not None else None
        return row

    def step_by(self, step: int) -> None:
        """Make the next or the one before current."""
        if self.count():
            self.setCurrentRow(max(0, min(self.count() - 1, self.currentRow() + step)))

    def _add(self, row: LibraryRow, now: Instant) -> None:
        words = self._told(row, now)
        item = QListWidgetItem(f"{row.name}\n{words}", self)
        item.setData(_ROW, row)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.name}, {words}")
        item.setSizeHint(QSize(0, ROW_PX))

    def _told(self, row: LibraryRow, now: Instant) -> str:
        if row.is_new:
            return self.tr("New exercise")
        if row.last is None:
            return kind_words(row.kind)
        ago = ago_words((now.day() - row.last.when.day()).days)
        return DOT.join(part for part in (amount_words(row.last) or kind_words(row.kind), ago) if part)
