"""The read-out of a figure: a small card beside what is pointed at."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from knotbook.charts.figure import Sheet, Spot

_DOT_PX, _PAD_X, _PAD_Y, _AWAY, _CORNER = 9.0, 10.0, 7.0, 8.0, 8.0


def paint_card(painter: QPainter, spot: Spot, sheet: Sheet) -> None:
    """Draw title and words of `spot` beside it, always wholly inside the sheet."""
    card = _card_rect(spot, sheet)
    painter.setPen(QPen(QColor(sheet.theme.line), 1))
    painter.setBrush(QColor(sheet.theme.raised))
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER)
    inside = card.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
    painter.setFont(sheet.font)
    painter.setPen(QColor(sheet.theme.ink_soft))
    painter.drawText(inside, Qt.AlignmentFlag.AlignTop, spot.title)
    words = inside.adjusted(0, sheet.metrics.height() + 3, 0, 0)
    if spot.colour:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(spot.colour))
        middle = QPointF(words.left() + _DOT_PX / 2, words.top() + sheet.metrics.height() / 2)
        painter.drawEllipse(middle, _DOT_PX / 2, _DOT_PX / 2)
        words.setLeft(words.left() + _DOT_PX + 6)
    painter.setFont(sheet.bold)
    painter.setPen(QColor(sheet.theme.ink))
    painter.drawText(words, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, spot.words)


def _card_rect(spot: Spot, sheet: Sheet) -> QRectF:
    bold = QFontMetricsF(sheet.bold)
    dot = _DOT_PX + 6 if spot.colour else 0.0
    most = max(80.0, min(320.0, sheet.size.width() - 2 * _PAD_X))
    wrapped = bold.boundingRect(QRectF(0, 0, most - dot, 1000), Qt.TextFlag.TextWordWrap, spot.words)
    width = max(sheet.metrics.horizontalAdvance(spot.title), wrapped.width() + 1 + dot) + 2 * _PAD_X
    height = sheet.metrics.height() + 3 + wrapped.height() + 2 * _PAD_Y
    x = spot.area.right() + _AWAY
    if x + width > sheet.size.width():
        x = spot.area.left() - _AWAY - width
    y = spot.area.top() - height - _AWAY
    if y < 0:
        y = spot.area.bottom() + _AWAY
    x = min(max(x, 0.0), max(0.0, sheet.size.width() - width))
    return QRectF(round(x), round(min(y, sheet.size.height() - height)), round(width), round(height))
