"""One series in a plot: the range of each bucket as a band, the mean as a line, single ratings as dots."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem

from knotbook.analysis.bins import DAY_MS, Bins
from knotbook.analysis.series import NIGHT, RECALLED
from knotbook.charts.course_line import CourseLine
from knotbook.charts.shades import mixed
from knotbook.resources.theme import Theme

GRID_DEPTH = 0
"""Where the grid lies among bands and lines."""

GAP_MS = 3 * DAY_MS
"""A silence longer than this is left open: nobody knows what the pain was then."""

_DOT_PX, _DIAMOND_PX = 7, 9
_SMALLER_PX = 2  # where dots stand close
_BEHIND_COURSE = {False: 0.35, True: 0.4}  # of the colour in a line behind a course, by whether the theme is dark
_DOTS_BEHIND = 0.75
_BAND_SHARE = {False: 0.15, True: 0.22}  # of the curve's colour in its band, by whether the theme is dark
_AMONG_OTHERS = 0.45  # bands that overlap must stay lighter than one alone


class Curve:
    """The graphics items of one series. `items` are to be added to a view box; `show` gives them data.

    With a `course` that has a line, bucket means are a faint one. `joins`: single ratings, too, are joined by a line;
    not so in a chart of courses, where a line always means the course.
    """

    def __init__(
        self, theme: Theme, colour: str, alone: bool = True, course: CourseLine | None = None, joins: bool = True
    ) -> None:
        self._alone, self.joins = alone, joins
        self.course = None if course is None or course.is_empty else course
        self.band = QGraphicsPathItem()
        self.line = pg.PlotCurveItem(antialias=True, skipFiniteCheck=True)
        self.dots = pg.ScatterPlotItem(pxMode=True, antialias=True, size=_DOT_PX)
        self.items = (self.band, self.line, self.dots, *(self.course.items if self.course else ()))
        self.bins: Bins | None = None
        self._kinds: NDArray[np.uint8] | None = None
        self._less = 0
        self.set_colour(theme, colour)

    def set_depth(self, depth: int) -> None:
        """0 is the deepest of several curves; all bands lie under the grid, all lines and dots over it."""
        self.band.setZValue(GRID_DEPTH - 1)
        self.line.setZValue(GRID_DEPTH + 1 + 2 * depth)
        self.dots.setZValue(GRID_DEPTH + 2 + 2 * depth)
        if self.course is not None:
            self.course.band.setZValue(GRID_DEPTH - 1)
            self.course.line.setZValue(GRID_DEPTH + 40 + depth)

    def set_lift(self, lift: float) -> None:
        """Draw so many levels higher, in a row of its own."""
        for item in self.items:
            item.setY(lift)

    def set_colour(self, theme: Theme, colour: str) -> None:
        """Draw in `colour`; dots get a rim of the ground so that they stay apart."""
        self.band.setBrush(self._band_colour(theme.surface, colour, _BAND_SHARE[theme.dark]))
        self.band.setPen(QPen(Qt.PenStyle.NoPen))
        faint = mixed(theme.surface, colour, _BEHIND_COURSE[theme.dark])
        self.line.setPen(pg.mkPen(colour if self.course is None else faint, width=1))
        ink = pg.mkColor(colour) if self.course is None else mixed(theme.surface, colour, _DOTS_BEHIND)
        self._full, self._hollow = pg.mkBrush(ink), pg.mkBrush(theme.surface)
        self._rim, self._ring = pg.mkPen(theme.surface, width=1), pg.mkPen(ink, width=1.5)
        self.dots.setBrush(self._full)
        self.dots.setPen(self._rim)
        if self.course is not None:
            self.course.set_colour(theme, colour)
        if self.bins is not None:
            self._draw_dots()

    def _band_colour(self, ground: str, colour: str, share: float) -> QColor:
        """A band on its own is opaque, which paints twice as fast; bands that overlap let each other through."""
        if self._alone:
            return mixed(ground, colour, share)
        soft = QColor(colour)
        soft.setAlphaF(share * _AMONG_OTHERS)
        return soft

    def show(
        self,
        bins: Bins,
        every_dot: bool,
        kinds: NDArray[np.uint8] | None = None,
        ranged: bool = True,
        close: bool = False,
    ) -> None:
        """Draw `bins`. With `every_dot` each gets a dot, else only those that no line reaches.

        `kinds`: `Series.flags` of single ratings. `ranged`: show the range of each bucket too. `close`: smaller dots.
        """
        self.bins = bins
        self._less = _SMALLER_PX if close else 0
        joined = bins.connected(GAP_MS)
        self._kinds = kinds if kinds is not None and kinds.any() else None
        lonely = ~joined & ~np.append(False, joined[:-1])
        self._dotted = np.ones(len(bins), np.bool_) if every_dot else lonely
        lined = self.joins or not every_dot
        self.line.setData(bins.middle_ms, bins.mean.astype(np.float64), connect=joined if lined else joined & False)
        self._draw_dots()
        with_range = ranged and self.course is None
        self.band.setPath(_band(bins, joined) if with_range else QPainterPath())

    def _draw_dots(self) -> None:
        """Night is a diamond; what was recalled is hollow."""
        assert self.bins is not None, "shown before drawn"
        shown = self._dotted
        x, y = self.bins.middle_ms[shown], self.bins.mean[shown].astype(np.float64)
        if self._kinds is None:
            self.dots.setData(x, y, size=_DOT_PX - self._less)
            return
        kinds = self._kinds[shown].tolist()
        self.dots.setData(
            x,
            y,
            symbol=["d" if kind & NIGHT else "o" for kind in kinds],
            size=[(_DIAMOND_PX if kind & NIGHT else _DOT_PX) - self._less for kind in kinds],
            brush=[self._hollow if kind & RECALLED else self._full for kind in kinds],
            pen=[self._ring if kind & RECALLED else self._rim for kind in kinds],
        )

    def reaches_above_zero(self, since_ms: float, until_ms: float) -> bool:
        """True if a bucket that overlaps this time holds a rating above 0."""
        if self.bins is None:
            return False
        overlaps = (self.bins.last_ms >= since_ms) & (self.bins.first_ms <= until_ms)
        return bool(self.bins.high[overlaps].any())

    def last_level(self, until_ms: float) -> float | None:
        """The NRS level of the last bucket drawn up to a moment (UTC ms)."""
        if self.course is not None and (level := self.course.level_at(until_ms)) is not None:
            return level
        if self.bins is None:
            return None
        index = int(np.searchsorted(self.bins.middle_ms, until_ms, side="right")) - 1
        return float(self.bins.mean[index]) if index >= 0 else None


def _band(bins: Bins, joined: NDArray[np.bool_]) -> QPainterPath:
    """From lowest to highest, one closed outline for each run of joined buckets."""
    if bins.width_ms == 0:
        return QPainterPath()
    ends = np.flatnonzero(~joined)
    starts = np.append(0, ends[:-1] + 1)
    xs, ys, closed = [], [], []
    for start, end in zip(starts, ends, strict=True):
        run = slice(start, end + 1)
        x = _run_times(bins, run)
        low, high = np.resize(bins.low[run], len(x)), np.resize(bins.high[run], len(x))
        xs += [x, x[::-1]]
        ys += [high, low[::-1]]
        closed.append(np.append(np.ones(2 * len(x) - 1, np.bool_), False))
    y = np.concatenate(ys).astype(np.float64)
    path: QPainterPath = pg.arrayToQPath(np.concatenate(xs), y, connect=np.concatenate(closed))
    return path


def _run_times(bins: Bins, run: slice) -> NDArray[np.float64]:
    """The middles of the buckets in a run; a bucket on its own spans from its first to its last rating."""
    if run.stop - run.start > 1:
        return bins.middle_ms[run]
    return np.array([bins.first_ms[run.start], bins.last_ms[run.start]], dtype=np.float64)
