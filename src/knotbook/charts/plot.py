"""The drawing itself: two axes and the curves, without any handling of the pointer."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGraphicsWidget, QWidget

from knotbook.analysis.marks import Marks
from knotbook.analysis.nearest import Hit, nearest
from knotbook.analysis.series import Series
from knotbook.analysis.smooth import Course
from knotbook.charts.curve import GRID_DEPTH, Curve
from knotbook.charts.curve_set import CurveSet
from knotbook.charts.date_axis import DateAxis
from knotbook.charts.end_labels import EndLabels
from knotbook.charts.grid import Grid
from knotbook.charts.kept_view import KeptView
from knotbook.charts.mark_lanes import LaneIcons, MarkLanes
from knotbook.charts.scale_axis import ScaleAxis
from knotbook.charts.span import Span
from knotbook.resources.theme import Theme

_ROOM_PX = 8.0  # above 10 and below 0, so that dots there are whole
_REACH_PX = 24.0  # to either side of the pointer, height counts too; beyond, only time
_SAME = 1e-9  # of a length: no two are closer without being the same


class Plot(KeptView):
    """Curves of several series over local time and NRS 0 to 10. `resized` tells that pixels have moved.

    Series lie over each other, or in `rows` of their own, from the top, that share the time: every row has its own
    0 to 10, and is lifted over the one below.
    """

    resized = Signal()

    def __init__(self, theme: Theme, zone: ZoneInfo, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent, theme.surface)
        self.end_labels = EndLabels(font)
        self.box = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scale_axis, self.date_axis = ScaleAxis(theme, font), DateAxis(zone, theme, font)
        self.lanes, self.lane_icons = MarkLanes(self.box, theme), LaneIcons(theme)
        self.grid = Grid(self.box, self.date_axis, self.scale_axis, theme)
        self._set = CurveSet(self.box, zone)
        self._painted_at = (0.0, 0)
        self._area = QRectF()
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
    def curves(self) -> list[Curve]:
        """What is drawn of each series."""
        return self._set.curves

    @property
    def row_count(self) -> int:
        """How many rows there are; at least one."""
        return self._set.row_count

    @property
    def shares(self) -> bool:
        """Whether what is drawn are shares of days."""
        return self._set.shares

    def set_shares(self, shares: bool) -> None:
        """From the next series on, these are shares of days, by weeks."""
        self._set.shares = shares
        self.scale_axis.set_shares(shares)

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
        for curve, row in zip(self.curves, self._set.row_of, strict=True):
            curve.set_lift(self.lift(row))

    def _count_pixels(self) -> None:
        """The layout gave the curves another size: keep the span, do the rest anew."""
        self._area = QRectF(self.box.mapRectToScene(self.box.rect()))
        self._fix_levels()
        self._aggregate()
        self._level_labels()
        self.redraw()
        self.resized.emit()

    def set_zone(self, zone: ZoneInfo) -> None:
        """Days and dates are those of another zone; the series are to be shown anew."""
        self.date_axis.set_zone(zone)
        self._set.set_zone(zone)

    def set_theme(self, theme: Theme, colours: Sequence[str]) -> None:
        """Take another theme's colours; one colour for each series shown."""
        self.setBackground(theme.surface)
        self.scale_axis.set_theme(theme)
        self.date_axis.set_theme(theme)
        self.grid.set_theme(theme)
        self.lanes.set_theme(theme)
        self.lane_icons.set_theme(theme)
        self._set.set_theme(theme, colours)
        self.redraw()

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
        self._set.show(series, theme, colours, courses, rows)
        self._fix_levels()
        self._aggregate()
        self.redraw()

    def show_lanes(self, lanes: Sequence[Marks]) -> None:
        """Draw these marks under the curves, a lane for each kind that has any."""
        self.lanes.show_marks(lanes)
        self.lane_icons.show_kinds([lane.kind for lane in self.lanes.marks])
        self.redraw()

    @property
    def span(self) -> Span:
        """The time shown."""
        return Span(*self.box.viewRange()[0])

    def set_span(self, span: Span) -> None:
        """Show this time. Curves are aggregated anew only when the zoom changed or the prepared stretch ran out."""
        before, looked = self.span, self._set.looks
        self.box.setXRange(span.start, span.end, padding=0)
        self._aggregate()
        named_anew = self._level_labels()
        same_zoom = abs(self.span.length - before.length) <= _SAME * before.length
        if same_zoom and self._set.looks == looked and self._move():
            self.redraw_parts([self._px_rect(part) for part in (self.date_axis, self.lanes)])
            self.redraw_parts([self._px_rect(self.end_labels)] if named_anew else [])
        else:
            self.redraw()

    def inside(self) -> QRect:
        """Where curves and grid may paint: on whole pixels."""
        return self.area.toRect()

    def redraw(self) -> None:
        """Everything may look different."""
        super().redraw()
        self._painted_at = (self.span.start, 0)

    def _move(self) -> bool:
        """Move what is painted to where it belongs now, if that is whole pixels away."""
        start, moved = self._painted_at
        area, span = self.area, self.span
        across = (start - span.start) / span.length * area.width() - moved
        if not self.scroll_part(self.inside(), across):
            return False
        self._painted_at = (start, moved + round(across))
        return True

    def _px_rect(self, part: QGraphicsWidget) -> QRect:
        return part.mapRectToScene(part.rect()).toAlignedRect()

    def set_blank(self, blank: bool) -> None:
        """Leave out the dates, while there is nothing to date."""
        if blank == self.date_axis.isVisible():
            self.date_axis.setVisible(not blank)
            self.redraw()

    def name_ends(self, labels: Sequence[tuple[str, str]]) -> None:
        """Name the curves at their right ends by (name, colour), one for each series; without any, take no room."""
        self.end_labels.show_names(labels)
        self._level_labels()
        self.redraw()

    def _level_labels(self) -> bool:
        """Put the names beside the ends of the curves; True if one of them is elsewhere now."""
        if not self.end_labels.is_used:
            return False
        levels = [curve.last_level(self.span.end) for curve in self.curves]
        rows = zip(levels, self._set.row_of, strict=True)
        lifted = [None if level is None else level + self.lift(row) for level, row in rows]
        return self.end_labels.set_levels(lifted, self._low, self._high)

    @property
    def all_zero(self) -> bool:
        """True if no bucket that reaches into the time shown has a rating above 0."""
        return self._set.all_zero(self.span)

    @property
    def area(self) -> QRectF:
        """Where the curves are, in this widget's pixels."""
        return QRectF(self._area)

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
        here = [n for n, one in enumerate(self._set.row_of) if one == row and len(self._set.series[n])]
        here = here or list(range(len(self._set.series)))
        ms_per_px = self.span.length / max(1.0, self.area.width())
        weight = self.area.height() / (self._high - self._low) * ms_per_px
        if self._set.shares:
            weight = 0.0  # the dots stand for weeks: only time says which is meant
        own = [self._set.series[n] for n in here]
        hit = nearest(own, moment, up - self.lift(row), _REACH_PX * ms_per_px, weight)
        return None if hit is None else Hit(here[hit.series], hit.index)

    def px_of(self, hit: Hit) -> QPointF:
        """Where a rating is on this widget; in shares of days, the stretch it belongs to."""
        one, row = self._set.series[hit.series], self._set.row_of[hit.series]
        at, level = float(one.utc_ms[hit.index]), float(one.intensity[hit.index])
        if self._set.shares and (bucket := self.bucket(hit)) is not None:
            at, level = bucket[0], bucket[1]
        return self.to_px(at, level, row)

    def bucket(self, hit: Hit) -> tuple[float, float, int, int] | None:
        """(moment, mean, count, first moment) of the drawn bucket that holds a rating; None if it is not prepared."""
        bins = self.curves[hit.series].bins
        if bins is None or not len(bins):
            return None
        at = self._set.series[hit.series].utc_ms[hit.index]
        n = int(np.searchsorted(bins.first_ms, at, side="right")) - 1
        if n < 0 or at > bins.last_ms[n]:
            return None
        return float(bins.middle_ms[n]), float(bins.mean[n]), int(bins.count[n]), int(bins.first_ms[n])

    def _aggregate(self) -> None:
        self._set.show_at(self.span, max(50.0, self.area.width()))
