"""Who is who in a chart: a dot in the colour of each place and its name, in one line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from knotbook.resources.theme import Theme

_DOT_PX, _AFTER_DOT, _BETWEEN = 8.0, 6.0, 16.0


class Legend(QWidget):
    """Names share the width; those too long for their share are shortened and said in full in the tool tip."""

    def __init__(self, theme: Theme, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._font = theme, font
        self._places: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(24)

    def sizeHint(self) -> QSize:
        """Room for all names in full."""
        return QSize(round(sum(self._wanted(name) for name, _colour in self._places)), 24)

    @property
    def count(self) -> int:
        """How many places are named."""
        return len(self._places)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours."""
        self._theme = theme
        self.update()

    def show_places(self, places: Sequence[tuple[str, str]]) -> None:
        """Show (name, colour) in this order."""
        self._places = tuple(places)
        self.setToolTip("\n".join(name for name, _colour in self._places))
        self.updateGeometry()
        self.update()

    def _wanted(self, name: str) -> float:
        return _DOT_PX + _AFTER_DOT + QFontMetricsF(self._font).horizontalAdvance(name) + _BETWEEN

    def widths(self) -> list[float]:
        """Pixels for each name: what it wants, or an even share of what the shorter ones leave."""
        left, result = float(self.width()), [0.0] * len(self._places)
        order = sorted(range(len(self._places)), key=lambda i: self._wanted(self._places[i][0]))
        for done, number in enumerate(order):
            result[number] = min(self._wanted(self._places[number][0]), left / (len(order) - done))
            left -= result[number]
        return result

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw dots and names from the left."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        metrics = QFontMetricsF(self._font)
        x = 0.0
        for (name, colour), width in zip(self._places, self.widths(), strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawEllipse(QPointF(x + _DOT_PX / 2, self.height() / 2), _DOT_PX / 2, _DOT_PX / 2)
            painter.setPen(QColor(self._theme.ink))
            text_x = x + _DOT_PX + _AFTER_DOT
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, width - _DOT_PX - _AFTER_DOT - 4)
            baseline = (self.height() + metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(text_x, baseline), text)
            x += width
        painter.end()
