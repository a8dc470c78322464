"""How finely a series is drawn at a zoom: every rating, or the buckets that fit the screen. Each is reckoned once.

Pure but for what it remembers: of buckets that are few enough over all the years, all are kept, so that neither
panning nor coming back to a zoom reckons anything; of finer ones, those around what is seen.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knotbook.analysis.bins import DAY_MS, MAX_POINTS, STEPS_MS, WEEK_MS, Bins, bin_series
from knotbook.analysis.series import Series
from knotbook.charts.span import Span

_PX_A_BUCKET = 7.0  # under a week, where neighbours differ most
_PX_A_WEEK = 4.0  # from a week up: means of so many ratings run smoothly
_PX_A_DOT = 7.5
_PX_A_CLOSE_DOT = 2.5  # of ratings on eleven levels: few of them meet
_MOST_DOTS = 1200  # of all series
_WEEKS_UP_TO_MS = 400 * DAY_MS  # shares of days: weeks up to about a year, then four of them at a time
_FEW = 1000
"""Buckets of all the years that are kept as a whole: no more than a screen is wide."""


def bucket_for(ms_per_px: float) -> int:
    """The narrowest bucket width (ms) that is wide enough on the screen to be read."""
    readable = (s for s in STEPS_MS if s / ms_per_px >= (_PX_A_BUCKET if s < WEEK_MS else _PX_A_WEEK))
    return next(readable, STEPS_MS[-1])


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """`every_dot`: each of `bins` has one, else only those that no line reaches. `kinds`: their `Series.flags`.

    `ranged`: the range of each bucket is shown too. `close`: dots are smaller.
    """

    bins: Bins
    every_dot: bool
    kinds: NDArray[np.uint8] | None = None
    ranged: bool = True
    close: bool = False

    @property
    def look(self) -> tuple[int, bool, bool]:
        """Two with the same look differ only in where they end."""
        return self.bins.width_ms, self.every_dot, self.close


@dataclass(frozen=True, slots=True)
class Zoom:
    """What is seen of time on how many pixels. `ready`: what is to be drawn, some of it out of sight.

    `phase_ms`: minus the zone's offset, so that days begin at local midnight. `shares`: of days, by weeks.
    """

    seen: Span
    ready: Span
    width_px: float
    phase_ms: int
    shares: bool = False

    @property
    def step_ms(self) -> int:
        """The width of buckets."""
        step = bucket_for(self.seen.length / self.width_px)
        least = WEEK_MS if self.seen.length <= _WEEKS_UP_TO_MS else 4 * WEEK_MS
        return max(step, least) if self.shares else step


class Detail:
    """One series at changing zooms; gives the same `Drawn` as long as nothing of it is different."""

    def __init__(self, series: Series) -> None:
        self.series = series
        self._whole: dict[tuple[int, int], Bins] = {}
        self._last: tuple[object, Drawn] | None = None

    def seen(self, zoom: Zoom) -> int:
        """How many ratings are in sight."""
        inside = self.series.window(zoom.seen.start, zoom.seen.end)
        return int(inside.stop - inside.start)

    def at(self, zoom: Zoom, counts: list[int], joins: bool) -> Drawn:
        """What to draw. `counts`: how many ratings of each series of the chart are in sight.

        `joins`: single ratings are joined by a line where this series has few; else all series of the chart are
        drawn alike, and their ratings may stand closer.
        """
        around = self.series.window(zoom.ready.start, zoom.ready.end)
        seen, prepared = self.seen(zoom), around.stop - around.start
        if zoom.shares:
            every = zoom.seen.length / zoom.step_ms * _PX_A_DOT <= zoom.width_px
            return self._buckets(zoom, every, ranged=False)
        dotted = max(counts) * _PX_A_CLOSE_DOT <= zoom.width_px and sum(counts) <= _MOST_DOTS
        if dotted and not joins:
            return self._single(around, every=True, close=max(counts) * _PX_A_DOT > zoom.width_px)
        if joins and seen * _PX_A_BUCKET <= zoom.width_px and prepared <= MAX_POINTS:
            return self._single(around, every=seen * _PX_A_DOT <= zoom.width_px, close=False)
        return self._buckets(zoom, every=False, ranged=True)

    def _single(self, around: slice, *, every: bool, close: bool) -> Drawn:
        key = (around.start, around.stop, every, close)
        if self._last is None or self._last[0] != key:
            one = self.series
            utc_ms, level = one.utc_ms[around], one.intensity[around]
            bins = Bins(utc_ms, utc_ms, level, level, level, np.ones(len(utc_ms), np.int64), 0)
            kinds = None if one.flags is None else one.flags[around]
            kinds = kinds if kinds is not None and kinds.any() else None
            self._last = key, Drawn(bins, every, kinds, close=close)
        return self._last[1]

    def _buckets(self, zoom: Zoom, every: bool, ranged: bool) -> Drawn:
        step, phase, one = zoom.step_ms, zoom.phase_ms, self.series
        few = len(one) == 0 or (one.utc_ms[-1] - one.utc_ms[0]) / step <= _FEW
        ready = Span(float("-inf"), float("inf")) if few else zoom.ready
        key = (step, phase, ready, every, ranged)
        if self._last is None or self._last[0] != key:
            if few and (step, phase) not in self._whole:
                self._whole[step, phase] = bin_series(one, ready.start, ready.end, step, phase)
            bins = self._whole[step, phase] if few else bin_series(one, ready.start, ready.end, step, phase)
            self._last = key, Drawn(bins, every, ranged=ranged)
        return self._last[1]
