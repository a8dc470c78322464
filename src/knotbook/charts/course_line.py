"""The slow course of a series in a plot: a strong line in its band of uncertainty."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

from knotbook.analysis.smooth import Course
from knotbook.charts.shades import mixed
from knotbook.charts.strokes import Band, Stroke, joined_path
from knotbook.resources.theme import Theme

DAY_MS = 86_400_000
_PX_A_POINT = 4.0
_FEW = 1000  # points over all the years, up to which none is left out
_WIDTH_PX = 2.2
_SHARE = {False: 0.16, True: 0.24}  # of the colour in the band, by whether the theme is dark
_AMONG_OTHERS = 0.6


class CourseLine:
    """The graphics items of one course; `items` are to be added to a view box."""

    def __init__(self, course: Course, offset_ms: int, alone: bool) -> None:
        """`offset_ms`: milliseconds east of UTC, so that a day's value stands at its local noon."""
        self._alone = alone
        self._course = course
        self._at = course.day * DAY_MS + DAY_MS // 2 - offset_ms
        self.band = Band()
        self.line = Stroke(_WIDTH_PX)
        self.items = (self.band, self.line)
        self._shown: tuple[int, int, int] | None = None

    def set_colour(self, theme: Theme, colour: str) -> None:
        """Draw in `colour`; bands that overlap let each other through."""
        soft = mixed(theme.surface, colour, _SHARE[theme.dark])
        if not self._alone:
            soft = QColor(colour)
            soft.setAlphaF(_SHARE[theme.dark] * _AMONG_OTHERS)
        self.band.setBrush(soft)
        self.band.setPen(QPen(Qt.PenStyle.NoPen))
        self.line.set_colour(QColor(colour))

    def show(self, since_ms: float, until_ms: float, ms_per_px: float) -> None:
        """Draw the course in this time, no finer than the screen shows it; nothing is done if that is drawn already."""
        stride = max(1, round(ms_per_px * _PX_A_POINT / DAY_MS))
        first, last = 0, len(self._at)
        if last / stride > _FEW:
            first, last = np.searchsorted(self._at, np.array([since_ms, until_ms]).astype(np.int64)).tolist()
        shown = (stride, first // stride * stride, last + 1)
        if shown != self._shown:
            self._shown = shown
            self._draw(slice(*shown[1:]), stride)

    def _draw(self, inside: slice, stride: int) -> None:
        x, level, half, joined = _thinned(self._at[inside], self._course, inside, stride)
        self.line.setPath(joined_path(x, level, joined))
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
    chosen = np.zeros(len(at), np.bool_)
    chosen[::stride] = chosen[ends] = True
    kept = np.flatnonzero(chosen)
    return at[kept].astype(np.float64), course.level[inside][kept], course.half[inside][kept], joined[kept]


def _outline(x: Floats, low: Floats, high: Floats, joined: NDArray[np.bool_]) -> QPainterPath:
    """A closed outline for each run of joined points."""
    ends = np.flatnonzero(~joined)
    starts = np.append(0, ends[:-1] + 1)
    runs = [(start, end) for start, end in zip(starts.tolist(), (ends + 1).tolist(), strict=False) if end - start > 1]
    if not runs:
        return QPainterPath()
    xs = [part for start, end in runs for part in (x[start:end], x[start:end][::-1])]
    ys = [part for start, end in runs for part in (high[start:end], low[start:end][::-1])]
    closed = np.ones(sum(map(len, xs)), np.bool_)
    closed[np.cumsum([2 * (end - start) for start, end in runs]) - 1] = False
    path: QPainterPath = pg.arrayToQPath(np.concatenate(xs), np.concatenate(ys), connect=closed)
    return path
