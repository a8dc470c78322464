"""The read-out beside what is pointed at in a figure: two lines on a small card."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from knotbook.charts.figure import Sheet, Spot

_DOT, _PAD_X, _PAD_Y, _AWAY, _CORNER = 9.0, 10.0, 7.0, 8.0, 8.0


def card_rect(spot: Spot, sheet: Sheet) -> QRectF:
    """Where the card of `spot` lies: above it, or where there is no room below, always wholly on the sheet."""
    metrics = sheet.metrics
    room = sheet.area.adjusted(2, 2, -2, -2)
    second = _DOT + 6 + QFontMetricsF(sheet.bold).horizontalAdvance(spot.words)
    wide = max(metrics.horizontalAdvance(spot.title), second) + 2 * _PAD_X + 2
    width, height = min(wide, room.width()), 2 * metrics.height() + 3 + 2 * _PAD_Y
    x = min(max(spot.area.center().x() - width / 2, room.left()), room.right() - width)
    y = spot.area.top() - height - _AWAY
    if y < room.top():
        y = min(spot.area.bottom() + _AWAY, room.bottom() - height)
    return QRectF(round(x), round(y), round(width), round(height))


def paint_card(painter: QPainter, spot: Spot, sheet: Sheet) -> None:
    """Draw it."""
    card, theme = card_rect(spot, sheet), sheet.theme
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.line), 1))
    painter.setBrush(QColor(theme.raised))
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER)
    inside = card.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
    painter.setFont(sheet.font)
    painter.setPen(QColor(theme.ink_soft))
    painter.drawText(inside, Qt.AlignmentFlag.AlignTop, spot.title)
    middle = inside.bottom() - sheet.metrics.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(spot.colour))
    painter.drawEllipse(QPointF(inside.left() + _DOT / 2, middle), _DOT / 2, _DOT / 2)
    painter.setPen(QColor(theme.ink))
    painter.setFont(sheet.bold)
    painter.drawText(inside.adjusted(_DOT + 6, 0, 0, 0), Qt.AlignmentFlag.AlignBottom, spot.words)
