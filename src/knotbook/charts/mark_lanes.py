"""Small marks on the axis of a chart: releases, exercises, notes and check-ins, a lane each."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsWidget, QStyleOptionGraphicsItem, QWidget

from knotbook.analysis.marks import Mark, MarkKind, Marks
from knotbook.charts.shades import grid_colour, mixed
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

    What belongs to the series shown is in strong ink (an accent could be a place's colour), everything else is quiet.
    """

    def __init__(self, box: pg.ViewBox, theme: Theme) -> None:
        super().__init__()
        self._box = box
        self.marks: tuple[Marks, ...] = ()
        self._ready = (0.0, 0.0, 0.0)
        self._shapes: dict[Marks, _Shapes] = {}
        self.set_theme(theme)
        self.show_marks(())

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours."""
        self._own, self._other = QColor(theme.ink), QColor(mixed(theme.surface, theme.ink_faint, 0.75))
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
        self._shapes = {lane: self._shapes[lane] for lane in self.marks if lane in self._shapes}

    def mark_at(self, at: QPointF) -> Mark | None:
        """The mark nearest to a point of this item, in its lane and at most as far from it as a bar is wide."""
        number = math.floor((at.y() - _TOP_PX) / LANE_PX)
        if not (0 <= number < len(self.marks) and self.rect().contains(at)):
            return None
        lane, (start, end) = self.marks[number], self._box.viewRange()[0]
        a_px = (end - start) / max(1.0, self.size().width())
        moment = start + at.x() * a_px
        near = int(np.searchsorted(lane.utc_ms, round(moment)))
        found = min((i for i in (near - 1, near) if 0 <= i < len(lane)), key=lambda i: abs(lane.utc_ms[i] - moment))
        return lane.mark(found) if abs(lane.utc_ms[found] - moment) <= _CELL_PX * a_px else None

    def cells(self, lane: Marks) -> list[tuple[float, int, bool]]:
        """(pixel from the left, how many, whether one of them belongs to the chart) of the lane's marks in sight."""
        start, end = self._box.viewRange()[0]
        a_px = (end - start) / max(1.0, self.size().width())
        middle, many, own = self._cells(lane, start, end, a_px)
        seen = (middle >= start) & (middle <= end)
        x = (middle[seen] - start) / a_px
        return list(zip(x.tolist(), many[seen].tolist(), own[seen].tolist(), strict=True))

    def _cells(
        self, lane: Marks, start: float, end: float, a_px: float
    ) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.bool_]]:
        """As `cells`, as arrays, and with the moment (UTC ms) instead of the pixel."""
        cell_ms = max(1.0, _CELL_PX * a_px)
        first, last = math.floor(start / cell_ms), math.ceil(end / cell_ms)  # whole multiples: a pan moves, not mixes
        edges = (np.arange(first, last + 1) * cell_ms).astype(np.int64)
        at = np.searchsorted(lane.utc_ms, edges)
        used = np.flatnonzero(np.diff(at))
        starts, ends = at[:-1][used], at[1:][used]
        upto = self._own_upto[lane.kind]
        return (lane.utc_ms[starts] + lane.utc_ms[ends - 1]) / 2, ends - starts, upto[ends] > upto[starts]

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw the lanes from the top."""
        start, end = self._box.viewRange()[0]
        a_px = (end - start) / max(1.0, self.size().width())
        self._make_ready(start, end, a_px)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setClipRect(self.rect())
        for number, lane in enumerate(self.marks):
            bottom = _TOP_PX + LANE_PX * (number + 1) - 1.0
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.fillRect(QRectF(0, bottom, self.size().width(), 1), self._line)
            painter.translate(round((self._ready[0] - start) / a_px), bottom)
            self._shapes[lane].paint(painter, self._other, self._own)
            painter.translate(-round((self._ready[0] - start) / a_px), -bottom)

    def _make_ready(self, start: float, end: float, a_px: float) -> None:
        """Reckon what is seen and half as much again to either side, unless that has been done."""
        since, until, known_px = self._ready
        if since > start or end > until or abs(known_px - a_px) > 1e-9 * a_px:
            self._ready, self._shapes = (start - (end - start) / 2, end + (end - start) / 2, a_px), {}
        since, until, _px = self._ready
        for lane in self.marks:
            if lane not in self._shapes:
                middle, many, own = self._cells(lane, since, until, a_px)
                self._shapes[lane] = _Shapes((middle - since) / a_px, many, own)


class _Shapes:
    """The marks of a lane: discs where there is never more than one, else bars as high as there are many.

    `x`: (n,) pixels from where they begin; `own`: (n,) True where one of them belongs to what the chart shows.
    """

    def __init__(self, x: NDArray[np.float64], many: NDArray[np.int64], own: NDArray[np.bool_]) -> None:
        most = int(many.max(initial=1))
        self._discs = most == 1
        self._drawn: list[list[QRectF]] = []
        height = np.round(_LEAST_PX + (_MOST_PX - _LEAST_PX) * many / most)
        for which in (~own, own):
            if self._discs:
                self._drawn.append([QRectF(at - 3, -8.5, 6, 6) for at in x[which].tolist()])
            else:
                sizes = zip(np.round(x[which]).tolist(), height[which].tolist(), strict=True)
                self._drawn.append([QRectF(at - 2, -high, 4, high) for at, high in sizes])

    def paint(self, painter: QPainter, other: QColor, own: QColor) -> None:
        """Draw them up from 0; what is `own` over what is not."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self._discs)
        for colour, rects in zip((other, own), self._drawn, strict=True):
            painter.setBrush(colour)
            if not self._discs:
                painter.drawRects(rects)
            else:
                for rect in rects:
                    painter.drawEllipse(rect)


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
