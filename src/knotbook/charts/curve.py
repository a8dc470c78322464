"""One series in a plot: the range of each bucket as a band, the mean as a line, single ratings as dots."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

from knotbook.analysis.bins import DAY_MS, Bins
from knotbook.analysis.series import Series
from knotbook.analysis.smooth import Course
from knotbook.charts.course_line import CourseLine
from knotbook.charts.detail import Detail, Drawn, Zoom
from knotbook.charts.dots import Dots
from knotbook.charts.shades import mixed
from knotbook.charts.strokes import Band, Stroke, joined_path
from knotbook.resources.theme import Theme

GRID_DEPTH = 0
"""Where the grid lies among bands and lines."""

GAP_MS = 3 * DAY_MS
"""A silence longer than this is left open: nobody knows what the pain was then."""

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
        self, theme: Theme, colour: str, series: Series, alone: bool, course: Course | None, joins: bool, east_ms: int
    ) -> None:
        """`east_ms`: milliseconds east of UTC, so that the course's value of a day stands at its local noon."""
        self._given = (series, alone, course, joins)
        self._alone, self.joins = alone, joins
        self.detail = Detail(series)
        self.course = CourseLine(course, east_ms, alone) if course is not None and len(course) else None
        self.band = Band()
        self.line, self.dots = Stroke(), Dots()
        self.items = (self.band, self.line, self.dots, *(self.course.items if self.course else ()))
        self._drawn: Drawn | None = None
        self.set_colour(theme, colour)

    def is_of(self, series: Series, alone: bool, course: Course | None, joins: bool) -> bool:
        """True if this very curve would be made of these."""
        mine, was_alone, its_course, joined = self._given
        return mine is series and its_course is course and (was_alone, joined) == (alone, joins)

    @property
    def bins(self) -> Bins | None:
        """What is drawn."""
        return None if self._drawn is None else self._drawn.bins

    def set_exact(self, exact: bool) -> None:
        """Paint as for a picture that is to be kept, or as is quickest on a screen."""
        self.line.exact = self.dots.exact = exact
        if self.course is not None:
            self.course.line.exact = exact

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
        self.line.set_colour(QColor(colour) if self.course is None else faint)
        ink = QColor(colour) if self.course is None else mixed(theme.surface, colour, _DOTS_BEHIND)
        self.dots.set_colour(ink, QColor(theme.surface))
        if self.course is not None:
            self.course.set_colour(theme, colour)

    def _band_colour(self, ground: str, colour: str, share: float) -> QColor:
        """A band on its own is opaque, which paints twice as fast; bands that overlap let each other through."""
        if self._alone:
            return mixed(ground, colour, share)
        soft = QColor(colour)
        soft.setAlphaF(share * _AMONG_OTHERS)
        return soft

    def show_at(self, zoom: Zoom, counts: list[int]) -> tuple[object, ...]:
        """Draw what there is to be seen; `counts`: how many ratings of each series of the chart are in sight.

        Returns how it looks: while that is the same, what was drawn before has only moved.
        """
        if self.course is not None:
            self.course.show(zoom.ready.start, zoom.ready.end, zoom.seen.length / zoom.width_px)
        drawn = self.detail.at(zoom, counts, self.joins)
        if drawn is not self._drawn:
            self._draw(drawn)
        return drawn.look

    def _draw(self, drawn: Drawn) -> None:
        self._drawn, bins = drawn, drawn.bins
        middle, level = bins.middle_ms, bins.mean.astype(np.float64)
        joined = bins.connected(GAP_MS)
        lined = self.joins or not drawn.every_dot
        self.line.setPath(joined_path(middle, level, joined) if lined else QPainterPath())
        self.band.setPath(_band(bins, joined) if drawn.ranged and self.course is None else QPainterPath())
        lonely = ~joined & ~np.append(False, joined[:-1])  # no line reaches them
        dotted = slice(None) if drawn.every_dot else lonely
        kinds = None if drawn.kinds is None else drawn.kinds[dotted]
        self.dots.show_dots(middle[dotted], level[dotted], kinds, _SMALLER_PX if drawn.close else 0)

    def reaches_above_zero(self, since_ms: float, until_ms: float) -> bool:
        """True if a bucket that overlaps this time holds a rating above 0."""
        if self.bins is None:
            return False
        first = np.searchsorted(self.bins.last_ms, round(since_ms))
        end = np.searchsorted(self.bins.first_ms, round(until_ms), side="right")
        return bool(self.bins.high[first:end].any())

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
