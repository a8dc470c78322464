"""The read-out beside what is pointed at in a figure: a title and what is there, on a small card."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from knotbook.charts.figure import Sheet, Spot

_DOT, _PAD_X, _PAD_Y, _AWAY, _CORNER = 9.0, 10.0, 7.0, 8.0, 8.0
_BESIDE = _DOT + 6  # where the words begin, right of the dot
_WIDEST = 420.0
_WRAPPED = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


def card_rect(spot: Spot, sheet: Sheet) -> QRectF:
    """Where the card of `spot` lies: above it, or, without room there, below; always wholly on the sheet.

    As wide as its words up to a point, then in several lines.
    """
    room = sheet.area.adjusted(2, 2, -2, -2)
    most = min(_WIDEST, room.width()) - 2 * _PAD_X
    words = QFontMetricsF(sheet.bold).boundingRect(QRectF(0, 0, most - _BESIDE, 10_000), _WRAPPED, spot.words)
    title = QFontMetricsF(sheet.font).boundingRect(QRectF(0, 0, most, 10_000), _WRAPPED, spot.title)
    width = min(most, max(title.width(), words.width() + _BESIDE) + 2) + 2 * _PAD_X
    height = min(title.height() + words.height() + 3 + 2 * _PAD_Y, room.height())
    x = min(max(spot.area.center().x() - width / 2, room.left()), room.right() - width)
    y = spot.area.top() - height - _AWAY
    if y < room.top():
        y = max(room.top(), min(spot.area.bottom() + _AWAY, room.bottom() - height))
    return QRectF(round(x), round(y), round(width), round(height))


def paint_card(painter: QPainter, spot: Spot, sheet: Sheet) -> None:
    """Draw it."""
    card, theme = card_rect(spot, sheet), sheet.theme
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.line), 1))
    painter.setBrush(QColor(theme.raised))
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER)
    inside = card.adjusted(_PAD_X, _PAD_Y, -_PAD_X + 1, -_PAD_Y + 1)
    painter.setFont(sheet.font)
    painter.setPen(QColor(theme.ink_soft))
    title = painter.boundingRect(inside, _WRAPPED, spot.title)
    painter.drawText(inside, _WRAPPED, spot.title)
    words = QRectF(inside.left() + _BESIDE, title.bottom() + 3, inside.width() - _BESIDE, inside.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(spot.colour))
    painter.drawEllipse(QPointF(inside.left() + _DOT / 2, words.top() + sheet.metrics.height() / 2), _DOT / 2, _DOT / 2)
    painter.setPen(QColor(theme.ink))
    painter.setFont(sheet.bold)
    painter.drawText(words, _WRAPPED, spot.words)
