"""The table of the journal: whole rows, pixel-wise scrolling, columns that share the width."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView, QWidget

from knotbook.journal.cells import Column
from knotbook.journal.delegate import RowDelegate, row_height
from knotbook.journal.model import JournalModel
from knotbook.resources.theme import Theme

Index = QModelIndex | QPersistentModelIndex

WIDTHS = {Column.WHEN: 10.5, Column.WHAT: 8.5, Column.NUMBER: 5}
"""Widths of the columns that do not stretch, in heights of the font's line."""


WHERE_SHARE = 0.47
"""How much of the rest goes to the place; the details have what is left."""


class JournalTable(QTableView):
    """Shows a `JournalModel`. The width is shared out; nothing scrolls sideways.

    `refused(str)`: what was typed into a cell is not taken; what to say of it.
    """

    refused = Signal(str)

    def __init__(self, model: JournalModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = RowDelegate(model, theme, self)
        self._delegate.refused.connect(self.refused)
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
        head.setStyleSheet(
            "QHeaderView::section:first { border-top-left-radius: 7px; }"
            "QHeaderView::section:last { border-top-right-radius: 7px; }"
        )
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

    def change(self, index: Index) -> bool:
        """Change a cell in place; whether it can be."""
        if not index.isValid() or not self.model().flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        self.edit(index)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit begins a new number, a letter goes on with the note; Enter saves it, Escape gives up."""
        text = event.text()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if plain and text.isprintable() and not text.isspace() and self._begin(text):
            return
        super().keyPressEvent(event)

    def _begin(self, text: str) -> bool:
        if not text or len(self.selectionModel().selectedRows()) != 1:
            return False
        is_digit = text in set("0123456789")
        column = Column.NUMBER if is_digit else Column.DETAILS
        index = self.currentIndex().siblingAtColumn(column)
        if not self.change(index):
            return is_digit
        line = self.indexWidget(index) or self.findChild(QLineEdit)
        if isinstance(line, QLineEdit):
            before = "" if is_digit else line.text()
            line.setText(f"{before} {text}" if before and not before.endswith(" ") else before + text)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the keyboard on a row, and choose it: what has the frame is what the keys and buttons are about."""
        is_new = not self.currentIndex().isValid()
        super().focusInEvent(event)
        if is_new and self.model().rowCount(QModelIndex()):
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(self.model().index(0, 0), flags)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Move the frame that goes around the whole row; Qt repaints one cell."""
        super().currentChanged(current, previous)
        self.viewport().update()

    def _fit(self) -> None:
        line = self.fontMetrics().height()
        self.verticalHeader().setDefaultSectionSize(row_height(self.font()))
        for column, lines in WIDTHS.items():
            self.setColumnWidth(column, round(line * lines))
        rest = max(2, self.viewport().width() - sum(round(line * lines) for lines in WIDTHS.values()))
        self.setColumnWidth(Column.WHERE, round(rest * WHERE_SHARE))
        self.setColumnWidth(Column.DETAILS, rest - round(rest * WHERE_SHARE))

    def _repaint_first_day(self) -> None:
        """The topmost row shows its day, and so which row that is matters to what is painted."""
        row = row_height(self.font())
        self.viewport().update(0, 0, self.columnWidth(Column.WHEN), row * 3)
