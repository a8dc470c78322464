"""The read-out of a chart: when, what every series was then, and what else happened."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QStaticText

from knotbook.controls.icons import icon
from knotbook.resources.theme import Theme

_DOT_PX, _ICON_PX = 9.0, 12
_PAD_X, _PAD_Y, _AWAY, _CORNER, _LEAD = 10.0, 7.0, 12.0, 8.0, 3.0
_WIDEST_PX = 340.0
_MOST_TEXTS = 256


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
        self._plain_metrics = QFontMetricsF(self._font)
        self._step = self._plain_metrics.height() + _LEAD
        self._texts: dict[tuple[str, bool], QStaticText] = {}

    def rect(self, reading: Reading, area: QRectF) -> QRectF:
        """Where the card lies: beside the rating, always wholly inside `area`."""
        widest = max(self._wanted(line) for line in reading.lines)
        width = max(self._plain_metrics.horizontalAdvance(reading.when), min(widest, _WIDEST_PX)) + 2 * _PAD_X
        width = min(width, area.width())
        height = min(self._step * (1 + len(reading.lines)) - _LEAD + 2 * _PAD_Y, area.height())
        x = reading.at.x() + _AWAY
        if x + width > area.right():
            x = reading.at.x() - _AWAY - width
        x = min(max(x, area.left()), area.right() - width)
        y = reading.at.y() - height - _AWAY
        if y < area.top():
            y = max(area.top(), min(reading.at.y() + _AWAY, area.bottom() - height))
        return QRectF(round(x), round(y), round(width), round(height))

    def _wanted(self, line: Line) -> float:
        return _DOT_PX + 6 + self._width(line.name) + 14 + self._width(line.level, bold=True)

    def _width(self, words: str, *, bold: bool = False) -> float:
        return self._text(words, bold=bold).size().width() if words else 0.0

    def _text(self, words: str, *, bold: bool = False) -> QStaticText:
        """Laid out once: the same few are asked for again and again while the pointer moves."""
        if (words, bold) not in self._texts:
            if len(self._texts) >= _MOST_TEXTS:
                self._texts.clear()
            text = QStaticText(words)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            text.prepare(font=self._bold if bold else self._font)
            self._texts[words, bold] = text
        return self._texts[words, bold]

    def paint(self, painter: QPainter, reading: Reading, card: QRectF) -> None:
        """Draw it; lines that do not fit are left out from the bottom."""
        painter.setPen(QPen(QColor(self.theme.line), 1))
        painter.setBrush(QColor(self.theme.raised))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER)
        inside = card.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
        painter.setFont(self._font)
        painter.setPen(QColor(self.theme.ink_soft))
        painter.drawStaticText(inside.topLeft(), self._text(reading.when))
        room = math.floor((card.bottom() + _PAD_Y - inside.top()) / self._step) - 1
        lines = list(enumerate(reading.lines[:room], 1))
        for number, line in lines:
            self._paint_name(painter, line, inside, inside.top() + self._step * number)
        painter.setFont(self._bold)
        painter.setPen(QColor(self.theme.ink))
        for number, line in lines:
            if line.level:
                level = self._text(line.level, bold=True)
                at = QPointF(inside.right() - level.size().width(), inside.top() + self._step * number)
                painter.drawStaticText(at, level)

    def _paint_name(self, painter: QPainter, line: Line, inside: QRectF, top: float) -> None:
        middle = top + self._plain_metrics.height() / 2
        if line.icon:
            box = QRectF(inside.left() - 1.5, middle - _ICON_PX / 2, _ICON_PX, _ICON_PX)
            icon(line.icon, self.theme.ink_soft, _ICON_PX).paint(painter, box.toRect())
        elif line.colour:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(line.colour))
            painter.drawEllipse(QPointF(inside.left() + _DOT_PX / 2, middle), _DOT_PX / 2, _DOT_PX / 2)
        painter.setPen(QColor(self.theme.ink if line.colour else self.theme.ink_soft))
        room, name = inside.width() - _DOT_PX - 5, line.name
        if line.level:
            room -= 14 + self._width(line.level, bold=True)
        if self._width(name) > room:
            name = self._plain_metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        painter.drawStaticText(QPointF(inside.left() + _DOT_PX + 6, top), self._text(name))
