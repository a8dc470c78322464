"""The pain axis: 0 to 10, always."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from knotbook.resources.theme import Theme

_LEVELS = (0, 2, 4, 6, 8, 10)
_COARSE = (0, 5, 10)
_ENDS = (0, 10)
_ROOM_PX = 22


class ScaleAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph ships no types
    """A left axis for NRS 0 to 10; fewer numbers where there is little height."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        super().__init__("left")
        self._font = font
        self._lifts = [0.0]
        self._shares = False
        self._metrics = QFontMetricsF(font)
        self.enableAutoSIPrefix(False)
        self.setWidth(round(self._metrics.horizontalAdvance("10")) + 12)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours."""
        self._ink = QColor(theme.ink_soft)
        self.update()

    def set_rows(self, lifts: Sequence[float]) -> None:
        """Where the 0 of each row is."""
        self._lifts = list(lifts)
        self.update()

    def set_shares(self, shares: bool) -> None:
        """Write shares of days, 0 to 100 %, instead of levels."""
        self._shares = shares
        widest = "100 %" if shares else "10"
        self.setWidth(round(self._metrics.horizontalAdvance(widest)) + 12)
        self.update()

    @property
    def lifts(self) -> list[float]:
        """Where the 0 of each row is."""
        return self._lifts

    def levels(self) -> tuple[int, ...]:
        """The NRS levels of a row that carry a number."""
        height = self.height() / len(self._lifts)
        return _LEVELS if height / 5.5 >= _ROOM_PX else _COARSE if height >= 3 * _ROOM_PX else _ENDS

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Write the numbers."""
        painter.setFont(self._font)
        painter.setPen(self._ink)
        for lift in self._lifts:
            for level in self.levels():
                y = round(self._y(level + lift))
                box = QRectF(0, y - 10, self.width() - 8, 20)
                text = f"{10 * level} %" if self._shares else str(level)
                painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _y(self, level: float) -> float:
        low, high = self.range
        return float((high - level) / (high - low) * self.height())
