"""List rows of two lines or more: a name, and softer below it what is known of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

ROW_PX = 48
LINE_PX = 20
"""How much higher a row is for each line after the second."""
_INSET = 8
_SOFT = 0.72  # of the ink: softer, and still over 4.5 to 1 on every ground


class TwoLines(QStyledItemDelegate):
    """Draws text of the form "name\\nmore\\nmore"; ground and selection are the style's own."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground first, then the lines."""
        name, *more = str(index.data(Qt.ItemDataRole.DisplayRole) or "").split("\n")
        self.initStyleOption(option, index)
        option.text = ""
        widget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        rect: QRect = option.rect.adjusted(_INSET, 4, -_INSET, -4)
        high = rect.height() // (1 + len(more))
        painter.save()
        font = option.font
        painter.setFont(font)
        painter.setPen(widget.palette().color(QPalette.ColorRole.Text))
        _line(painter, QRect(rect.x(), rect.y(), rect.width(), high), name)
        font.setPixelSize(max(11, font.pixelSize() - 2) if font.pixelSize() > 0 else 12)
        painter.setFont(font)
        painter.setOpacity(_SOFT)
        for number, line in enumerate(more, 1):
            _line(painter, QRect(rect.x(), rect.y() + number * high, rect.width(), high), line)
        painter.restore()


def _line(painter: QPainter, box: QRect, words: str) -> None:
    fitted = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitted)
