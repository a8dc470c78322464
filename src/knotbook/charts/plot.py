"""The drawing itself: two axes and the curves, without any handling of the pointer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from knotbook.analysis.bins import MAX_POINTS, STEPS_MS, WEEK_MS, bin_series
from knotbook.analysis.marks import Marks
from knotbook.analysis.nearest import Hit, nearest
from knotbook.analysis.series import Series
from knotbook.analysis.smooth import Course
from knotbook.charts.course_line import CourseLine
from knotbook.charts.curve import GRID_DEPTH, Curve
from knotbook.charts.date_axis import DateAxis
from knotbook.charts.end_labels import EndLabels
from knotbook.charts.grid import Grid
from knotbook.charts.mark_lanes import LaneIcons, MarkLanes
from knotbook.charts.scale_axis import ScaleAxis
from knotbook.charts.span import Span
from knotbook.resources.theme import Theme

_ROOM_PX = 8.0  # above 10 and below 0, so that dots there are whole
_PX_A_BUCKET = 7.0  # under a week, where neighbours differ most
_PX_A_WEEK = 4.0  # from a week up: means of so many ratings run smoothly
_PX_A_DOT = 7.5
_PX_A_CLOSE_DOT = 2.5  # of ratings on eleven levels: few of them meet
_MOST_DOTS = 1200  # of all series
_REACH_PX = 24.0  # to either side of the pointer, height counts too; beyond, only time
_WEEKS_UP_TO_MS = 400 * 86_400_000  # shares of days: weeks up to about a year, then four of them at a time
_AHEAD = 0.5  # of a span, to either side, is ready before it is seen


def bucket_for(ms_per_px: float) -> int:
    """The narrowest bucket width (ms) that is wide enough on the screen to be read."""
    readable = (s for s in STEPS_MS if s / ms_per_px >= (_PX_A_BUCKET if s < WEEK_MS else _PX_A_WEEK))
    return next(readable, STEPS_MS[-1])


class Plot(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph ships no types
    """Curves of several series over local time and NRS 0 to 10. `resized` tells that pixels have moved.

    Series lie over each other, or in `rows` of their own, from the top, that share the time: every row has its own
    0 to 10, and is lifted over the one below.
    """

    resized = Signal()

    def __init__(self, theme: Theme, zone: ZoneInfo, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=theme.surface)
        self.end_labels = EndLabels(font)
        self.box = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scale_axis, self.date_axis = ScaleAxis(theme, font), DateAxis(zone, theme, font)
        self.lanes, self.lane_icons = MarkLanes(self.box, theme), LaneIcons(theme)
        self.grid = Grid(self.box, self.date_axis, self.scale_axis, theme)
        self._zone = zone
        self._series: tuple[Series, ...] = ()
        self.curves: list[Curve] = []
        self._ready: Span | None = None
        self._ready_key = (0, 0, 0)
        self.row_of: tuple[int, ...] = ()
        self.shares = False
        self._lay_out()

    def _lay_out(self) -> None:
        grid = self.centralWidget.layout()
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setSpacing(0)
        for item, row, column in (
            (self.scale_axis, 0, 0),
            (self.box, 0, 1),
            (self.lane_icons, 1, 0),
            (self.lanes, 1, 1),
            (self.date_axis, 2, 1),
            (self.end_labels, 0, 2),
        ):
            grid.addItem(item, row, column)
        for axis in (self.scale_axis, self.date_axis):
            axis.linkToView(self.box)
        self.grid.setZValue(GRID_DEPTH)
        self.box.addItem(self.grid, ignoreBounds=True)
        self.box.disableAutoRange()
        self._low, self._high = 0.0, 10.0
        self._fix_levels()
        self.box.sigResized.connect(self._count_pixels)

    @property
    def row_count(self) -> int:
        """How many rows there are; at least one."""
        return max(self.row_of, default=0) + 1

    def lift(self, row: int) -> float:
        """Where the 0 of a row is, in levels."""
        return (self.row_count - 1 - row) * self._pitch

    def _fix_levels(self) -> None:
        height = max(50.0, self.area.height() / self.row_count)
        room_px = min(_ROOM_PX, height / 6) if self.row_count > 1 else _ROOM_PX
        room = 10 * room_px / max(20.0, height - 2 * room_px)
        self._pitch = 10 + 2 * room
        self._low, self._high = -room, self.row_count * self._pitch - room
        self.box.setYRange(self._low, self._high, padding=0)
        self.scale_axis.set_rows([self.lift(row) for row in range(self.row_count)])
        for curve, row in zip(self.curves, self.row_of, strict=True):
            curve.set_lift(self.lift(row))

    def _count_pixels(self) -> None:
        """The layout gave the curves another size: keep the span, do the rest anew."""
        self._fix_levels()
        self._aggregate()
        self._level_labels()
        self.resized.emit()

    def set_theme(self, theme: Theme, colours: Sequence[str]) -> None:
        """Take another theme's colours; one colour for each series shown."""
        self.setBackground(theme.surface)
        self.scale_axis.set_theme(theme)
        self.date_axis.set_theme(theme)
        self.grid.set_theme(theme)
        self.lanes.set_theme(theme)
        self.lane_icons.set_theme(theme)
        for curve, colour in zip(self.curves, colours, strict=True):
            curve.set_colour(theme, colour)

    def show_series(
        self,
        series: Sequence[Series],
        theme: Theme,
        colours: Sequence[str],
        courses: Sequence[Course] = (),
        rows: Sequence[int] = (),
    ) -> None:
        """Draw these series instead of the present ones, the first on top.

        `courses`: the slow line of each, or none. `rows`: the row of each, from 0 at the top without a hole, or none.
        """
        for curve in self.curves:
            for item in curve.items:
                self.box.removeItem(item)
        self._series = tuple(series)
        self.row_of = tuple(rows) or (0,) * len(series)
        self.curves = [self._curve(n, theme, colour, courses) for n, colour in enumerate(colours)]
        for depth, curve in enumerate(reversed(self.curves)):
            curve.set_depth(depth)
            for item in curve.items:
                self.box.addItem(item, ignoreBounds=True)
        self._ready = None
        self._fix_levels()
        self._aggregate()

    def _curve(self, number: int, theme: Theme, colour: str, courses: Sequence[Course]) -> Curve:
        alone = self.row_of.count(self.row_of[number]) == 1
        line = None
        if courses and len(self._series[number]):
            line = CourseLine(courses[number], self._offset_ms(float(self._series[number].utc_ms[-1])), alone)
        return Curve(theme, colour, alone, line, joins=not courses)

    def show_lanes(self, lanes: Sequence[Marks]) -> None:
        """Draw these marks under the curves, a lane for each kind that has any."""
        self.lanes.show_marks(lanes)
        self.lane_icons.show_kinds([lane.kind for lane in self.lanes.marks])

    @property
    def span(self) -> Span:
        """The time shown."""
        return Span(*self.box.viewRange()[0])

    def set_span(self, span: Span) -> None:
        """Show this time. Curves are aggregated anew only when the zoom changed or the prepared stretch ran out."""
        self.box.setXRange(span.start, span.end, padding=0)
        self._aggregate()
        self._level_labels()

    def set_blank(self, blank: bool) -> None:
        """Leave out the dates, while there is nothing to date."""
        self.date_axis.setVisible(not blank)

    def name_ends(self, labels: Sequence[tuple[str, str]]) -> None:
        """Name the curves at their right ends by (name, colour), one for each series; without any, take no room."""
        self.end_labels.show_names(labels)
        self._level_labels()

    def _level_labels(self) -> None:
        if self.end_labels.is_used:
            levels = [curve.last_level(self.span.end) for curve in self.curves]
            lifted = [
                None if level is None else level + self.lift(row)
                for level, row in zip(levels, self.row_of, strict=True)
            ]
            self.end_labels.set_levels(lifted, self._low, self._high)

    @property
    def all_zero(self) -> bool:
        """True if no bucket that reaches into the time shown has a rating above 0."""
        return not any(curve.reaches_above_zero(self.span.start, self.span.end) for curve in self.curves)

    @property
    def area(self) -> QRectF:
        """Where the curves are, in this widget's pixels."""
        return QRectF(self.box.mapRectToScene(self.box.rect()))

    def to_px(self, at_ms: float, level: float, row: int = 0) -> QPointF:
        """Where a moment and an NRS level of a row are on this widget."""
        area, span = self.area, self.span
        across = (at_ms - span.start) / span.length * area.width()
        up = (self._high - level - self.lift(row)) / (self._high - self._low)
        return QPointF(area.left() + across, area.top() + up * area.height())

    def from_px(self, at: QPointF) -> tuple[float, float]:
        """The moment (UTC ms) and the NRS level, in the row there, under a point of this widget."""
        moment, up = self._under(at)
        return moment, up - self.lift(self._row_at(up))

    def _under(self, at: QPointF) -> tuple[float, float]:
        area, span = self.area, self.span
        moment = span.start + (at.x() - area.left()) / max(1.0, area.width()) * span.length
        return moment, self._high - (at.y() - area.top()) / max(1.0, area.height()) * (self._high - self._low)

    def _row_at(self, up: float) -> int:
        return min(self.row_count - 1, max(0, int((self._high - up) / self._pitch)))

    def nearest(self, at: QPointF) -> Hit | None:
        """The rating nearest to a point of this widget, in its row if it has any; None if there are no ratings."""
        moment, up = self._under(at)
        row = self._row_at(up)
        here = [n for n, one in enumerate(self.row_of) if one == row and len(self._series[n])]
        here = here or list(range(len(self._series)))
        ms_per_px = self.span.length / max(1.0, self.area.width())
        weight = self.area.height() / (self._high - self._low) * ms_per_px
        if self.shares:
            weight = 0.0  # the dots stand for weeks: only time says which is meant
        own = [self._series[n] for n in here]
        hit = nearest(own, moment, up - self.lift(row), _REACH_PX * ms_per_px, weight)
        return None if hit is None else Hit(here[hit.series], hit.index)

    def px_of(self, hit: Hit) -> QPointF:
        """Where a rating is on this widget; in shares of days, the stretch it belongs to."""
        one, row = self._series[hit.series], self.row_of[hit.series]
        at, level = float(one.utc_ms[hit.index]), float(one.intensity[hit.index])
        if self.shares and (bucket := self.bucket(hit)) is not None:
            at, level = bucket[0], bucket[1]
        return self.to_px(at, level, row)

    def bucket(self, hit: Hit) -> tuple[float, float, int, int] | None:
        """(moment, mean, count, first moment) of the drawn bucket that holds a rating; None if it is not prepared."""
        bins = self.curves[hit.series].bins
        if bins is None or not len(bins):
            return None
        at = self._series[hit.series].utc_ms[hit.index]
        n = int(np.searchsorted(bins.first_ms, at, side="right")) - 1
        if n < 0 or at > bins.last_ms[n]:
            return None
        return float(bins.middle_ms[n]), float(bins.mean[n]), int(bins.count[n]), int(bins.first_ms[n])

    def _aggregate(self) -> None:
        span, width = self.span, max(50.0, self.area.width())
        key = (round(span.length), round(width), round(self.area.height()))
        ready = self._ready
        if ready is not None and key == self._ready_key and ready.start <= span.start and span.end <= ready.end:
            return
        self._ready = Span(span.start - _AHEAD * span.length, span.end + _AHEAD * span.length)
        self._ready_key = key
        step = bucket_for(span.length / width)
        if self.shares:
            step = max(step, WEEK_MS if span.length <= _WEEKS_UP_TO_MS else 4 * WEEK_MS)
        seen = [w.stop - w.start for w in (one.window(span.start, span.end) for one in self._series)]
        for one, curve in zip(self._series, self.curves, strict=True):
            self._show_curve(one, curve, step, width, seen)

    def _show_curve(self, one: Series, curve: Curve, step: int, width: float, all_seen: list[int]) -> None:
        """Draw single ratings where each can have a dot, else buckets; all series of a chart of courses alike.

        `all_seen`: how many ratings of each series are in sight.
        """
        assert self._ready is not None, "only what is ready is drawn"
        ready = self._ready
        inside, around = one.window(self.span.start, self.span.end), one.window(ready.start, ready.end)
        seen, prepared = inside.stop - inside.start, around.stop - around.start
        most = max(all_seen)
        close = most * _PX_A_DOT > width
        dotted = not curve.joins and most * _PX_A_CLOSE_DOT <= width and sum(all_seen) <= _MOST_DOTS
        if curve.course is not None:
            tall = max(20.0, self.area.height())
            curve.course.show(ready.start, ready.end, self.span.length / width, (self._high - self._low) / tall)
        if self.shares:
            bins = bin_series(one, ready.start, ready.end, step, -self._offset_ms(self.span.end))
            curve.show(bins, self.span.length / step * _PX_A_DOT <= width, ranged=False)
        elif dotted or (curve.joins and seen * _PX_A_BUCKET <= width and prepared <= MAX_POINTS):
            kinds = None if one.flags is None else one.flags[around]
            every = dotted or seen * _PX_A_DOT <= width
            curve.show(bin_series(one, ready.start, ready.end, 0), every, kinds, close=dotted and close)
        else:
            curve.show(bin_series(one, ready.start, ready.end, step, -self._offset_ms(self.span.end)), False)

    def _offset_ms(self, at_ms: float) -> int:
        offset = datetime.fromtimestamp(at_ms / 1000, self._zone).utcoffset()
        return 0 if offset is None else round(offset.total_seconds() * 1000)
