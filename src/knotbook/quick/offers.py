"""How a line may go on, as a list beneath it: what, and at the right what that is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from knotbook.grammar.parsed import Completion
from knotbook.resources.theme import Theme

ROW_PX = 32
_DETAIL = Qt.ItemDataRole.UserRole + 1


class Offers(QListWidget):
    """Rows to choose from. The keyboard stays in the line above; `step` moves the choice."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "plain")
        self.setAccessibleName(self.tr("Ways to go on"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self._rows = _Rows(theme, self)
        self.setItemDelegate(self._rows)

    def show_rows(self, rows: Sequence[Completion]) -> None:
        """Show `rows`, none chosen."""
        self.clear()
        for row in rows:
            item = QListWidgetItem(row.shown, self)
            item.setData(Qt.ItemDataRole.UserRole, row.text)
            item.setData(_DETAIL, row.detail)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.shown}, {row.detail}" if row.detail else row.shown)
        self.setCurrentRow(-1)
        self.setFixedHeight(len(rows) * ROW_PX + 2)
        self.setVisible(bool(rows))

    def step(self, by: int) -> None:
        """Choose the next or the row before; above the first one none is chosen."""
        self.setCurrentRow(max(-1, min(self.count() - 1, self.currentRow() + by)))

    def chosen(self) -> str | None:
        """The line that the chosen row makes; None if none is chosen."""
        item = self.currentItem()
        return None if item is None or self.currentRow() < 0 else str(item.data(Qt.ItemDataRole.UserRole))

    def first(self) -> str | None:
        """The line that the first row makes; None if there is none."""
        item = self.item(0)
        return None if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._rows.theme = theme
        self.viewport().update()


class _Rows(QStyledItemDelegate):
    """Paints a row: its words in ink, what it is in softer ink at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, ROW_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        lit = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
        if option.state & lit:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.accent_soft))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 6, 6)
        inner = rect.adjusted(12, 0, -12, 0)
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        painter.setFont(option.font)
        painter.setPen(QColor(self.theme.ink))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        taken = option.fontMetrics.horizontalAdvance(words) + 24
        detail = option.fontMetrics.elidedText(
            str(index.data(_DETAIL) or ""), Qt.TextElideMode.ElideRight, max(0, inner.width() - taken)
        )
        painter.setPen(QColor(self.theme.ink_soft))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, detail)
        painter.restore()
