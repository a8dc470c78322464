"""One series in a plot: the range of each bucket as a band, the mean as a line, single ratings as dots."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem

from knotbook.analysis.bins import DAY_MS, Bins
from knotbook.charts.shades import mixed
from knotbook.resources.theme import Theme

GRID_DEPTH = 0
"""Where the grid lies among bands and lines."""

GAP_MS = 3 * DAY_MS
"""A silence longer than this is left open: nobody knows what the pain was then."""

_DOT_PX = 7
_BAND_SHARE = {False: 0.15, True: 0.22}  # of the curve's colour in its band, by whether the theme is dark
_AMONG_OTHERS = 0.45  # bands that overlap must stay lighter than one alone


class Curve:
    """The graphics items of one series. `items` are to be added to a view box; `show` gives them data."""

    def __init__(self, theme: Theme, colour: str, alone: bool = True) -> None:
        self._alone = alone
        self.band = QGraphicsPathItem()
        self.line = pg.PlotCurveItem(antialias=True, skipFiniteCheck=True)
        self.dots = pg.ScatterPlotItem(pxMode=True, antialias=True, size=_DOT_PX)
        self.items = (self.band, self.line, self.dots)
        self.bins: Bins | None = None
        self.set_colour(theme, colour)

    def set_depth(self, depth: int) -> None:
        """0 is the deepest of several curves; all bands lie under the grid, all lines and dots over it."""
        self.band.setZValue(GRID_DEPTH - 1)
        self.line.setZValue(GRID_DEPTH + 1 + 2 * depth)
        self.dots.setZValue(GRID_DEPTH + 2 + 2 * depth)

    def set_colour(self, theme: Theme, colour: str) -> None:
        """Draw in `colour`; dots get a rim of the ground so that they stay apart."""
        self.band.setBrush(self._band_colour(theme.surface, colour, _BAND_SHARE[theme.dark]))
        self.band.setPen(QPen(Qt.PenStyle.NoPen))
        self.line.setPen(pg.mkPen(colour, width=1))
        self.dots.setBrush(pg.mkBrush(colour))
        self.dots.setPen(pg.mkPen(theme.surface, width=1))

    def _band_colour(self, ground: str, colour: str, share: float) -> QColor:
        """A band on its own is opaque, which paints twice as fast; bands that overlap let each other through."""
        if self._alone:
            return mixed(ground, colour, share)
        soft = QColor(colour)
        soft.setAlphaF(share * _AMONG_OTHERS)
        return soft

    def show(self, bins: Bins, every_dot: bool) -> None:
        """Draw `bins`. With `every_dot` each gets a dot, else only those that no line reaches."""
        self.bins = bins
        joined = bins.connected(GAP_MS)
        x = bins.middle_ms
        self.line.setData(x, bins.mean.astype(np.float64), connect=joined)
        lonely = ~joined & ~np.append(False, joined[:-1])
        shown = np.ones(len(bins), np.bool_) if every_dot else lonely
        self.dots.setData(x[shown], bins.mean[shown].astype(np.float64))
        self.band.setPath(_band(bins, joined))

    def reaches_above_zero(self, since_ms: float, until_ms: float) -> bool:
        """True if a bucket that overlaps this time holds a rating above 0."""
        if self.bins is None:
            return False
        overlaps = (self.bins.last_ms >= since_ms) & (self.bins.first_ms <= until_ms)
        return bool(self.bins.high[overlaps].any())

    def last_level(self, until_ms: float) -> float | None:
        """The NRS level of the last bucket drawn up to a moment (UTC ms)."""
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
