"""Small marks on the axis of a chart: releases, exercises, notes and check-ins, a lane each."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsWidget, QStyleOptionGraphicsItem, QWidget

from knotbook.analysis.marks import MarkKind, Marks
from knotbook.charts.shades import grid_colour
from knotbook.controls.icons import icon
from knotbook.resources.theme import Theme

LANE_PX = 14
ICONS = {MarkKind.RELEASE: "release", MarkKind.EXERCISE: "exercise", MarkKind.NOTE: "edit", MarkKind.DAY: "day"}
_ICON_PX = 12
_CELL_PX = 6.0
_LEAST_PX, _MOST_PX = 3.0, 11.0
_TOP_PX = 6


class MarkLanes(QGraphicsWidget):
    """A lane for each kind that has any mark: a dot for one, a bar as high as there are many at one place.

    What belongs to the series shown is in the accent, everything else is quiet.
    """

    def __init__(self, box: pg.ViewBox, theme: Theme) -> None:
        super().__init__()
        self._box = box
        self.marks: tuple[Marks, ...] = ()
        box.sigXRangeChanged.connect(self._moved)
        self.set_theme(theme)
        self.show_marks(())

    def _moved(self, *_range: object) -> None:
        if self.marks:
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours."""
        self._own, self._other = QColor(theme.accent), QColor(theme.ink_faint)
        self._line = grid_colour(theme)
        self.update()

    def show_marks(self, marks: Sequence[Marks]) -> None:
        """Show these kinds; the lanes take no room without any mark."""
        self.marks = tuple(lane for lane in marks if len(lane))
        self._own_upto = {lane.kind: np.append(0, np.cumsum(lane.own)) for lane in self.marks}
        height = _TOP_PX + LANE_PX * len(self.marks) if self.marks else 0
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setMinimumHeight(height)
            self.setMaximumHeight(height)
            self.updateGeometry()
        self.update()

    def cells(self, lane: Marks) -> list[tuple[float, int, bool]]:
        """(pixel from the left, how many, whether one of them belongs to the chart) of the lane's marks in sight."""
        start, end = self._box.viewRange()[0]
        width = max(1.0, self.size().width())
        cell_ms = max(1.0, _CELL_PX * (end - start) / width)
        first, last = math.floor(start / cell_ms), math.ceil(end / cell_ms)  # whole multiples: a pan moves, not mixes
        edges = (np.arange(first, last + 1) * cell_ms).astype(np.int64)
        at = np.searchsorted(lane.utc_ms, edges)
        used = np.flatnonzero(np.diff(at))
        starts, ends = at[:-1][used], at[1:][used]
        middle = (lane.utc_ms[starts] + lane.utc_ms[ends - 1]) / 2
        x = (middle - start) / (end - start) * width
        upto = self._own_upto[lane.kind]
        own = upto[ends] > upto[starts]
        seen = (x >= 0) & (x <= width)
        return list(zip(x[seen].tolist(), (ends - starts)[seen].tolist(), own[seen].tolist(), strict=True))

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw the lanes from the top."""
        painter.setPen(Qt.PenStyle.NoPen)
        for number, lane in enumerate(self.marks):
            bottom = _TOP_PX + LANE_PX * (number + 1) - 1.0
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.fillRect(QRectF(0, bottom, self.size().width(), 1), self._line)
            self._paint_lane(painter, self.cells(lane), bottom)

    def _paint_lane(self, painter: QPainter, cells: list[tuple[float, int, bool]], bottom: float) -> None:
        most = max((many for _x, many, _own in cells), default=1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, most == 1)
        for belongs, colour in ((False, self._other), (True, self._own)):
            painter.setBrush(colour)
            shown = [(x, many) for x, many, own in cells if own is belongs]
            if most == 1:
                for x, _many in shown:
                    painter.drawEllipse(QPointF(x, bottom - 5.5), 3, 3)
            else:
                heights = [round(_LEAST_PX + (_MOST_PX - _LEAST_PX) * many / most) for _x, many in shown]
                bars = zip(shown, heights, strict=True)
                painter.drawRects([QRectF(round(x) - 2, bottom - height, 4, height) for (x, _many), height in bars])


class LaneIcons(QGraphicsWidget):
    """What each lane is, beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._kinds: tuple[MarkKind, ...] = ()
        self.set_theme(theme)
        self.show_kinds(())

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours."""
        self._ink = theme.ink_soft
        self.update()

    def show_kinds(self, kinds: Sequence[MarkKind]) -> None:
        """Show an icon for each lane, from the top."""
        self._kinds = tuple(kinds)
        height = _TOP_PX + LANE_PX * len(self._kinds) if self._kinds else 0
        self.setMinimumHeight(height)
        self.setMaximumHeight(height)
        self.update()

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw the icons at the right end, where the lanes begin."""
        for number, kind in enumerate(self._kinds):
            x = self.size().width() - _ICON_PX - 6
            box = QRectF(x, _TOP_PX + LANE_PX * number, _ICON_PX, _ICON_PX)
            icon(ICONS[kind], self._ink, _ICON_PX).paint(painter, box.toRect())
