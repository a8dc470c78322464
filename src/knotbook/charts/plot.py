"""The drawing itself: two axes and the curves, without any handling of the pointer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from knotbook.analysis.bins import MAX_POINTS, STEPS_MS, WEEK_MS, Bins, bin_series
from knotbook.analysis.nearest import Hit, nearest
from knotbook.analysis.series import Series
from knotbook.charts.curve import GRID_DEPTH, Curve
from knotbook.charts.date_axis import DateAxis
from knotbook.charts.end_labels import EndLabels
from knotbook.charts.grid import Grid
from knotbook.charts.scale_axis import ScaleAxis
from knotbook.charts.span import Span
from knotbook.resources.theme import Theme

_ROOM_PX = 8.0  # above 10 and below 0, so that dots there are whole
_PX_A_BUCKET = 7.0  # under a week, where neighbours differ most
_PX_A_WEEK = 4.0  # from a week up: means of so many ratings run smoothly
_PX_A_DOT = 7.5
_REACH_PX = 24.0  # to either side of the pointer, height counts too; beyond, only time
_AHEAD = 0.5  # of a span, to either side, is ready before it is seen


def bucket_for(ms_per_px: float) -> int:
    """The narrowest bucket width (ms) that is wide enough on the screen to be read."""
    readable = (s for s in STEPS_MS if s / ms_per_px >= (_PX_A_BUCKET if s < WEEK_MS else _PX_A_WEEK))
    return next(readable, STEPS_MS[-1])


class Plot(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph ships no types
    """Curves of several series over local time and NRS 0 to 10. `resized` tells that pixels have moved."""

    resized = Signal()

    def __init__(self, theme: Theme, zone: ZoneInfo, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=theme.surface)
        self.end_labels = EndLabels(font)
        self.box = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scale_axis, self.date_axis = ScaleAxis(theme, font), DateAxis(zone, theme, font)
        self.grid = Grid(self.box, self.date_axis, self.scale_axis, theme)
        self._zone = zone
        self._series: tuple[Series, ...] = ()
        self.curves: list[Curve] = []
        self._ready: Span | None = None
        self._ready_key = (0, 0)
        self._lay_out()

    def _lay_out(self) -> None:
        grid = self.centralWidget.layout()
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setSpacing(0)
        for item, row, column in (
            (self.scale_axis, 0, 0),
            (self.box, 0, 1),
            (self.date_axis, 1, 1),
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

    def _fix_levels(self) -> None:
        room = 10 * _ROOM_PX / max(50.0, self.area.height() - 2 * _ROOM_PX)
        self._low, self._high = -room, 10 + room
        self.box.setYRange(self._low, self._high, padding=0)

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
        for curve, colour in zip(self.curves, colours, strict=True):
            curve.set_colour(theme, colour)

    def show_series(self, series: Sequence[Series], theme: Theme, colours: Sequence[str]) -> None:
        """Draw these series instead of the present ones, the first on top."""
        for curve in self.curves:
            for item in curve.items:
                self.box.removeItem(item)
        self._series = tuple(series)
        self.curves = [Curve(theme, colour, alone=len(series) == 1) for colour in colours]
        for depth, curve in enumerate(reversed(self.curves)):
            curve.set_depth(depth)
            for item in curve.items:
                self.box.addItem(item, ignoreBounds=True)
        self._ready = None
        self._aggregate()

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
            self.end_labels.set_levels(
                [curve.last_level(self.span.end) for curve in self.curves], self._low, self._high
            )

    @property
    def all_zero(self) -> bool:
        """True if no bucket that reaches into the time shown has a rating above 0."""
        return not any(curve.reaches_above_zero(self.span.start, self.span.end) for curve in self.curves)

    @property
    def area(self) -> QRectF:
        """Where the curves are, in this widget's pixels."""
        return QRectF(self.box.mapRectToScene(self.box.rect()))

    def to_px(self, at_ms: float, level: float) -> QPointF:
        """Where a moment and an NRS level are on this widget."""
        area, span = self.area, self.span
        across = (at_ms - span.start) / span.length * area.width()
        return QPointF(
            area.left() + across, area.top() + (self._high - level) / (self._high - self._low) * area.height()
        )

    def from_px(self, at: QPointF) -> tuple[float, float]:
        """The moment (UTC ms) and the NRS level under a point of this widget."""
        area, span = self.area, self.span
        moment = span.start + (at.x() - area.left()) / max(1.0, area.width()) * span.length
        return moment, self._high - (at.y() - area.top()) / max(1.0, area.height()) * (self._high - self._low)

    def nearest(self, at: QPointF) -> Hit | None:
        """The rating nearest to a point of this widget, or None if there are no ratings."""
        moment, level = self.from_px(at)
        ms_per_px = self.span.length / max(1.0, self.area.width())
        px_per_level = self.area.height() / (self._high - self._low)
        return nearest(self._series, moment, level, _REACH_PX * ms_per_px, px_per_level * ms_per_px)

    def px_of(self, hit: Hit) -> QPointF:
        """Where a rating is on this widget."""
        one = self._series[hit.series]
        return self.to_px(float(one.utc_ms[hit.index]), float(one.intensity[hit.index]))

    def _aggregate(self) -> None:
        span, width = self.span, max(50.0, self.area.width())
        key = (round(span.length), round(width))
        ready = self._ready
        if ready is not None and key == self._ready_key and ready.start <= span.start and span.end <= ready.end:
            return
        self._ready = Span(span.start - _AHEAD * span.length, span.end + _AHEAD * span.length)
        self._ready_key = key
        step = bucket_for(span.length / width)
        for one, curve in zip(self._series, self.curves, strict=True):
            curve.show(*self._bins(one, self._ready, step, width))

    def _bins(self, one: Series, ready: Span, step: int, width: float) -> tuple[Bins, bool]:
        """What to draw of a series, and whether each of it can have a dot."""
        inside, around = one.window(self.span.start, self.span.end), one.window(ready.start, ready.end)
        seen, prepared = inside.stop - inside.start, around.stop - around.start
        if seen * _PX_A_BUCKET <= width and prepared <= MAX_POINTS:
            return bin_series(one, ready.start, ready.end, 0), seen * _PX_A_DOT <= width
        return bin_series(one, ready.start, ready.end, step, -self._offset_ms(self.span.end)), False

    def _offset_ms(self, at_ms: float) -> int:
        offset = datetime.fromtimestamp(at_ms / 1000, self._zone).utcoffset()
        return 0 if offset is None else round(offset.total_seconds() * 1000)
