"""The read-out of a chart: when, what every series was then, and what else happened."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from knotbook.controls.icons import icon
from knotbook.resources.theme import Theme

_DOT_PX, _ICON_PX = 9.0, 12
_PAD_X, _PAD_Y, _AWAY, _CORNER, _LEAD = 10.0, 7.0, 12.0, 8.0, 3.0
_WIDEST_PX = 340.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the card. `colour`: of its dot, or empty; `icon`: instead of the dot. `level` stands at the right."""

    name: str
    level: str = ""
    colour: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A rating to point at: where it is on the pane, its colour, what the card says, and `more` lines under it."""

    at: QPointF
    colour: str
    when: str
    name: str
    level: str
    more: tuple[Line, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines but the time: the rating itself first."""
        return (Line(self.name, self.level, self.colour), *self.more)


class Card:
    """Lays out and paints a `Reading`."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        self.theme = theme
        self._font, self._bold = font, QFont(font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._plain_metrics, self._bold_metrics = QFontMetricsF(self._font), QFontMetricsF(self._bold)

    def rect(self, reading: Reading, area: QRectF) -> QRectF:
        """Where the card lies: beside the rating, always wholly inside `area`."""
        widest = max(self._wanted(line) for line in reading.lines)
        width = max(self._plain_metrics.horizontalAdvance(reading.when), min(widest, _WIDEST_PX)) + 2 * _PAD_X
        width = min(width, area.width())
        step = self._plain_metrics.height() + _LEAD
        height = min(step * (1 + len(reading.lines)) - _LEAD + 2 * _PAD_Y, area.height())
        x = reading.at.x() + _AWAY
        if x + width > area.right():
            x = reading.at.x() - _AWAY - width
        x = min(max(x, area.left()), area.right() - width)
        y = reading.at.y() - height - _AWAY
        if y < area.top():
            y = max(area.top(), min(reading.at.y() + _AWAY, area.bottom() - height))
        return QRectF(round(x), round(y), round(width), round(height))

    def _wanted(self, line: Line) -> float:
        plain, bold = self._plain_metrics, self._bold_metrics
        return _DOT_PX + 6 + plain.horizontalAdvance(line.name) + 14 + bold.horizontalAdvance(line.level)

    def paint(self, painter: QPainter, reading: Reading, card: QRectF) -> None:
        """Draw it; lines that do not fit are left out from the bottom."""
        painter.setPen(QPen(QColor(self.theme.line), 1))
        painter.setBrush(QColor(self.theme.raised))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER)
        inside = card.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
        painter.setFont(self._font)
        painter.setPen(QColor(self.theme.ink_soft))
        painter.drawText(inside, Qt.AlignmentFlag.AlignTop, reading.when)
        step = self._plain_metrics.height() + _LEAD
        for number, line in enumerate(reading.lines, 1):
            top = inside.top() + step * number
            if top + step <= card.bottom() + _PAD_Y:
                self._paint_line(painter, line, QRectF(inside.left(), top, inside.width(), step - _LEAD))

    def _paint_line(self, painter: QPainter, line: Line, box: QRectF) -> None:
        plain, bold = self._plain_metrics, self._bold_metrics
        if line.icon:
            box_of_icon = QRectF(box.left() - 1.5, box.center().y() - _ICON_PX / 2, _ICON_PX, _ICON_PX)
            icon(line.icon, self.theme.ink_soft, _ICON_PX).paint(painter, box_of_icon.toRect())
        elif line.colour:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(line.colour))
            painter.drawEllipse(QPointF(box.left() + _DOT_PX / 2, box.center().y()), _DOT_PX / 2, _DOT_PX / 2)
        painter.setPen(QColor(self.theme.ink if line.colour else self.theme.ink_soft))
        painter.setFont(self._font)
        room = box.width() - _DOT_PX - 6 - (14 + bold.horizontalAdvance(line.level) if line.level else 0)
        name = plain.elidedText(line.name, Qt.TextElideMode.ElideRight, room + 1)
        painter.drawText(box.adjusted(_DOT_PX + 6, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(self._bold)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, line.level)
