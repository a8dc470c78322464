"""The curves of a plot: which there are, and how finely each is drawn at a zoom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import pyqtgraph as pg

from knotbook.analysis.series import Series
from knotbook.analysis.smooth import Course
from knotbook.charts.curve import Curve
from knotbook.charts.detail import Zoom
from knotbook.charts.span import Span
from knotbook.resources.theme import Theme

_AHEAD = 0.5  # of a span, to either side, is ready before it is seen


class CurveSet:
    """Curves over each other, or in rows of their own, in a view box. A series that stays keeps its curve.

    `shares`: what is drawn are shares of days, by weeks. `looks`: how the curves look at the present zoom; while that
    and the zoom are the same, what was drawn has only moved.
    """

    def __init__(self, box: pg.ViewBox, zone: ZoneInfo) -> None:
        self._box, self._zone = box, zone
        self.series: tuple[Series, ...] = ()
        self.row_of: tuple[int, ...] = ()
        self.curves: list[Curve] = []
        self.shares = False
        self.looks: tuple[object, ...] = ()
        self._ready: Span | None = None
        self._ready_key = (0, 0)

    @property
    def row_count(self) -> int:
        """How many rows there are; at least one."""
        return max(self.row_of, default=0) + 1

    def show(
        self,
        series: Sequence[Series],
        theme: Theme,
        colours: Sequence[str],
        courses: Sequence[Course] = (),
        rows: Sequence[int] = (),
    ) -> None:
        """As `Plot.show_series`."""
        self.series = tuple(series)
        self.row_of = tuple(rows) or (0,) * len(series)
        before, self.curves = self.curves, []
        for number, colour in enumerate(colours):
            self.curves.append(self._curve(number, theme, colour, courses, before))
        for curve in before:  # what is shown no more
            for item in curve.items:
                self._box.removeItem(item)
        for depth, curve in enumerate(reversed(self.curves)):
            curve.set_depth(depth)
        self._ready = None

    def _curve(self, number: int, theme: Theme, colour: str, courses: Sequence[Course], before: list[Curve]) -> Curve:
        """The curve of a series: the one it has already, taken from `before`, or another."""
        one = self.series[number]
        alone, course = self.row_of.count(self.row_of[number]) == 1, courses[number] if courses else None
        for known in before:
            if known.is_of(one, alone, course, not courses):
                before.remove(known)
                known.set_colour(theme, colour)
                return known
        east_ms = self._offset_ms(float(one.utc_ms[-1])) if len(one) else 0
        made = Curve(theme, colour, one, alone, course, not courses, east_ms)
        for item in made.items:
            self._box.addItem(item, ignoreBounds=True)
        return made

    def set_zone(self, zone: ZoneInfo) -> None:
        """Days are those of another zone, from the next `show` on, which must follow."""
        self._zone = zone
        for item in (item for curve in self.curves for item in curve.items):
            self._box.removeItem(item)
        self.curves = []

    def set_theme(self, theme: Theme, colours: Sequence[str]) -> None:
        """Take other colours, one for each series."""
        for curve, colour in zip(self.curves, colours, strict=True):
            curve.set_colour(theme, colour)

    def show_at(self, span: Span, width_px: float) -> None:
        """Draw for this time on so many pixels; nothing is done while what is seen of it lies in what is ready."""
        key, ready = (round(span.length), round(width_px)), self._ready
        if ready is not None and key == self._ready_key and ready.start <= span.start and span.end <= ready.end:
            return
        self._ready = Span(span.start - _AHEAD * span.length, span.end + _AHEAD * span.length)
        self._ready_key = key
        zoom = Zoom(span, self._ready, width_px, -self._offset_ms(span.end), self.shares)
        counts = [curve.detail.seen(zoom) for curve in self.curves]
        self.looks = (zoom.phase_ms, *(curve.show_at(zoom, counts) for curve in self.curves))

    def all_zero(self, span: Span) -> bool:
        """True if no bucket that reaches into the time shown has a rating above 0."""
        return not any(curve.reaches_above_zero(span.start, span.end) for curve in self.curves)

    def _offset_ms(self, at_ms: float) -> int:
        offset = datetime.fromtimestamp(at_ms / 1000, self._zone).utcoffset()
        return 0 if offset is None else round(offset.total_seconds() * 1000)
