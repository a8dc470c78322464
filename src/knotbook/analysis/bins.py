"""Many ratings as few buckets, so that a curve never has more points than the eye can use.

Bucket edges are whole multiples of a fixed step, not of the window: panning never makes the same ratings fall into
other buckets, so the picture does not shimmer.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knotbook.analysis.series import Series

MAX_POINTS = 3650
"""Most points one curve may carry."""

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS
WEEK_MS = 7 * DAY_MS

STEPS_MS = (
    *(10 * MINUTE_MS, 30 * MINUTE_MS, HOUR_MS, 3 * HOUR_MS, 6 * HOUR_MS, 12 * HOUR_MS),
    *(DAY_MS, 2 * DAY_MS, WEEK_MS, 2 * WEEK_MS, 4 * WEEK_MS, 8 * WEEK_MS, 13 * WEEK_MS, 26 * WEEK_MS, 52 * WEEK_MS),
)
"""Bucket widths to choose from, in milliseconds."""

_FIRST_MONDAY_MS = 4 * DAY_MS  # 5 January 1970: weeks start on Mondays


@dataclass(frozen=True, slots=True, eq=False)
class Bins:
    """Buckets that hold at least one rating, in time order.

    All arrays are (m,). `first_ms`, `last_ms`: instants of the first and the last rating in the bucket. `low`, `mean`,
    `high`: NRS. `count`: ratings in it. `width_ms`: width of the buckets; 0 means that every rating stands for itself.
    """

    first_ms: NDArray[np.int64]
    last_ms: NDArray[np.int64]
    low: NDArray[np.float32]
    mean: NDArray[np.float32]
    high: NDArray[np.float32]
    count: NDArray[np.int64]
    width_ms: int

    def __len__(self) -> int:
        return len(self.count)

    @property
    def middle_ms(self) -> NDArray[np.float64]:
        """(m,) where to draw each bucket: half way between its first and its last rating."""
        return np.asarray(self.first_ms + (self.last_ms - self.first_ms) / 2, dtype=np.float64)

    def connected(self, gap_ms: float) -> NDArray[np.bool_]:
        """(m,) True where a line may run on to the next bucket: no silence longer than `gap_ms` lies between.

        In buckets wider than half the gap, two buckets' width counts instead: a shorter silence cannot be seen.
        """
        joined = np.zeros(len(self), dtype=np.bool_)
        joined[:-1] = self.first_ms[1:] - self.last_ms[:-1] <= max(gap_ms, 2 * self.width_ms)
        return joined


def bin_series(series: Series, t0: float, t1: float, step_ms: int, phase_ms: int = 0) -> Bins:
    """The ratings from `t0` to `t1` (UTC ms, both included) in buckets `step_ms` wide; with 0 each stands for itself.

    `phase_ms` shifts the edges: minus the zone's offset puts those of days at local midnight. Weeks begin on Mondays.
    Lowest and highest rating of every bucket are kept exactly.
    """
    inside = series.window(t0, t1)
    utc_ms, intensity = series.utc_ms[inside], series.intensity[inside]
    if step_ms == 0 or not len(utc_ms):
        return Bins(utc_ms, utc_ms, intensity, intensity, intensity, np.ones(len(utc_ms), np.int64), 0)
    starts = np.searchsorted(utc_ms, _edges(int(utc_ms[0]), int(utc_ms[-1]), step_ms, phase_ms))
    starts = starts[np.append(np.diff(starts) > 0, True)]  # an empty bucket begins where the next one does
    ends = np.append(starts[1:], len(utc_ms))
    count = ends - starts
    mean = np.add.reduceat(intensity, starts, dtype=np.float64) / count
    low, high = np.minimum.reduceat(intensity, starts), np.maximum.reduceat(intensity, starts)
    return Bins(utc_ms[starts], utc_ms[ends - 1], low, mean.astype(np.float32), high, count, step_ms)


def _edges(first_ms: int, last_ms: int, step_ms: int, phase_ms: int) -> NDArray[np.int64]:
    """The beginnings of all buckets from the one that holds `first_ms` to the one that holds `last_ms`."""
    origin = phase_ms + (_FIRST_MONDAY_MS if step_ms % WEEK_MS == 0 else 0)
    first_edge = (first_ms - origin) // step_ms * step_ms + origin
    return np.arange(first_edge, last_ms + 1, step_ms, dtype=np.int64)
