"""The quiet lines behind curves and before bands, so that levels can be read inside a band too."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from knotbook.charts.date_axis import DateAxis
from knotbook.charts.scale_axis import ScaleAxis
from knotbook.charts.shades import grid_colour
from knotbook.charts.strokes import laid_out
from knotbook.resources.theme import Theme


class Grid(QGraphicsObject):
    """Lines of a plot at the ticks of its two axes, in the plot's own coordinates (UTC ms, NRS)."""

    def __init__(self, box: pg.ViewBox, dates: DateAxis, scale: ScaleAxis, theme: Theme) -> None:
        super().__init__()
        self._box, self._dates, self._scale = box, dates, scale
        box.sigRangeChanged.connect(self.prepareGeometryChange)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours."""
        self._pen, self._base = QPen(grid_colour(theme), 1), QPen(QColor(theme.ink_faint), 1)
        for pen in (self._pen, self._base):
            pen.setCosmetic(True)
        self.update()

    def boundingRect(self) -> QRectF:
        """All that is seen."""
        return QRectF(self._box.viewRect())

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw levels and dates; the level 0 is a little stronger."""
        seen, lifts = self.boundingRect(), self._scale.lifts
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        dates = self._dates.ticks() if self._dates.isVisible() else []
        lines = [QLineF(tick.at, seen.top(), tick.at, seen.bottom()) for tick in dates]
        lines += [self._level(seen, level + lift) for lift in lifts for level in self._scale.levels() if level]
        with laid_out(painter) as place:
            painter.setPen(self._pen)
            painter.drawLines([place.map(line) for line in lines])
            painter.setPen(self._base)
            painter.drawLines([place.map(self._level(seen, lift)) for lift in lifts])

    def _level(self, seen: QRectF, level: float) -> QLineF:
        return QLineF(seen.left(), level, seen.right(), level)
