"""The slow course of a series in a plot: a strong line in its band of uncertainty."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem, QStyleOptionGraphicsItem, QWidget

from knotbook.analysis.smooth import Course
from knotbook.charts.shades import mixed
from knotbook.resources.theme import Theme

DAY_MS = 86_400_000
_PX_A_POINT = 4.0
_WIDTH_PX = 2.2
_SHARE = {False: 0.16, True: 0.24}  # of the colour in the band, by whether the theme is dark
_AMONG_OTHERS = 0.6


class _Ribbon(QGraphicsPathItem):
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Smooth at its edges."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        super().paint(painter, option, widget)


class CourseLine:
    """The graphics items of one course; `items` are to be added to a view box."""

    def __init__(self, course: Course, offset_ms: int, alone: bool) -> None:
        """`offset_ms`: milliseconds east of UTC, so that a day's value stands at its local noon."""
        self._alone = alone
        self._course = course
        self._at = course.day * DAY_MS + DAY_MS // 2 - offset_ms
        self.band = QGraphicsPathItem()
        self.line = _Ribbon()  # a filled ribbon: stroking a wide antialiased line is several times slower
        self.items = (self.band, self.line)

    @property
    def is_empty(self) -> bool:
        """True if there are too few rated days for a line."""
        return not len(self._course)

    def set_colour(self, theme: Theme, colour: str) -> None:
        """Draw in `colour`; bands that overlap let each other through."""
        soft = mixed(theme.surface, colour, _SHARE[theme.dark])
        if not self._alone:
            soft = QColor(colour)
            soft.setAlphaF(_SHARE[theme.dark] * _AMONG_OTHERS)
        self.band.setBrush(soft)
        self.band.setPen(QPen(Qt.PenStyle.NoPen))
        self.line.setBrush(QColor(colour))
        self.line.setPen(QPen(Qt.PenStyle.NoPen))

    def show(self, since_ms: float, until_ms: float, ms_per_px: float, level_per_px: float) -> None:
        """Draw the course in this time, no finer than the screen shows it."""
        first, last = np.searchsorted(self._at, np.array([since_ms, until_ms]).astype(np.int64))
        stride = max(1, round(ms_per_px * _PX_A_POINT / DAY_MS))
        inside = slice(int(first) // stride * stride, int(last) + 1)
        x, level, half, joined = _thinned(self._at[inside], self._course, inside, stride)
        half_px = _WIDTH_PX / 2 * level_per_px
        self.line.setPath(_outline(x, level - half_px, level + half_px, joined))
        self.band.setPath(_outline(x, np.clip(level - half, 0, 10), np.clip(level + half, 0, 10), joined))

    def level_at(self, moment: float) -> float | None:
        """The NRS level of the last day of the line up to a moment (UTC ms)."""
        index = int(np.searchsorted(self._at, round(moment), side="right")) - 1
        return float(self._course.level[index]) if index >= 0 else None


Floats = NDArray[np.float64]


def _thinned(
    at: NDArray[np.int64], course: Course, inside: slice, stride: int
) -> tuple[Floats, Floats, Floats, NDArray[np.bool_]]:
    """Every `stride`-th day and the last of each run; two that are kept are joined if all between them are."""
    joined = course.joined[inside].copy()
    if not len(joined):
        return np.empty(0), np.empty(0), np.empty(0), joined
    joined[-1] = False
    ends = np.flatnonzero(~joined)
    kept = np.unique(np.concatenate([np.arange(0, len(at), stride), ends]))
    return at[kept].astype(np.float64), course.level[inside][kept], course.half[inside][kept], joined[kept]


def _outline(x: Floats, low: Floats, high: Floats, joined: NDArray[np.bool_]) -> QPainterPath:
    if not len(x):
        return QPainterPath()
    ends = np.flatnonzero(~joined)
    starts = np.append(0, ends[:-1] + 1)
    xs, ys, closed = [], [], []
    for start, end in zip(starts, ends + 1, strict=True):
        if end - start < 2:
            continue
        xs += [x[start:end], x[start:end][::-1]]
        ys += [high[start:end], low[start:end][::-1]]
        closed.append(np.append(np.ones(2 * (end - start) - 1, np.bool_), False))
    if not xs:
        return QPainterPath()
    path: QPainterPath = pg.arrayToQPath(np.concatenate(xs), np.concatenate(ys), connect=np.concatenate(closed))
    return path
