"""The table of the journal: whole rows, pixel-wise scrolling, columns that share the width."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from knotbook.journal.cells import Column
from knotbook.journal.delegate import RowDelegate, row_height
from knotbook.journal.model import JournalModel
from knotbook.resources.theme import Theme

WIDTHS = {Column.WHEN: 11.5, Column.WHAT: 9.5, Column.NUMBER: 5.5}
"""Widths of the columns that do not stretch, in heights of the font's line."""


class JournalTable(QTableView):
    """Shows a `JournalModel`. The width is shared out; nothing scrolls sideways."""

    def __init__(self, model: JournalModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = RowDelegate(model, theme, self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setAccessibleName(self.tr("Entries, newest first"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalScrollBar().valueChanged.connect(self._repaint_first_day)
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        self._delegate.set_theme(theme)
        self.viewport().update()

    def menu_point(self) -> QPoint:
        """Where a menu asked for by the keyboard opens: under the current row, in the viewport."""
        box = self.visualRect(self.currentIndex())
        return box.bottomLeft() + QPoint(box.height(), 0) if box.isValid() else QPoint(8, 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount(QModelIndex()):
            self.setCurrentIndex(self.model().index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()  # the frame goes around the whole row, Qt repaints one cell

    def _fit(self) -> None:
        line = self.fontMetrics().height()
        self.verticalHeader().setDefaultSectionSize(row_height(self.font()))
        for column, lines in WIDTHS.items():
            self.setColumnWidth(column, round(line * lines))
        rest = max(2, self.viewport().width() - sum(round(line * lines) for lines in WIDTHS.values()))
        self.setColumnWidth(Column.WHERE, round(rest * 0.44))
        self.setColumnWidth(Column.DETAILS, rest - round(rest * 0.44))

    def _repaint_first_day(self) -> None:
        """The topmost row shows its day, and so which row that is matters to what is painted."""
        row = row_height(self.font())
        self.viewport().update(0, 0, self.columnWidth(Column.WHEN), row * 3)
