"""When in the week it hurts: the mean of the ratings in each hour of each weekday, as the person lived them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knotbook.analysis.bins import HOUR_MS
from knotbook.analysis.day_marks import local_ms
from knotbook.analysis.series import Series

FEWEST = 3
"""With fewer ratings a mean says nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class WeekHours:
    """(7, 24) each, Monday first: `mean` NRS, NaN where there are fewer than `FEWEST`; `count` of the ratings."""

    mean: NDArray[np.float64]
    count: NDArray[np.int64]

    @property
    def total(self) -> int:
        """How many ratings there are."""
        return int(self.count.sum())

    def extremes(self) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """(weekday, hour) of the highest and of the lowest mean; None if there are not two different ones."""
        if np.count_nonzero(~np.isnan(self.mean)) < 2 or np.nanmax(self.mean) == np.nanmin(self.mean):
            return None
        high, low = divmod(int(np.nanargmax(self.mean)), 24), divmod(int(np.nanargmin(self.mean)), 24)
        return high, low


def week_hours(series: Series, since_ms: float = -np.inf, until_ms: float = np.inf) -> WeekHours:
    """Of the ratings from `since_ms` to `until_ms` (UTC ms)."""
    inside = series.window(since_ms, until_ms)
    hour = (local_ms(series)[inside] // HOUR_MS + 3 * 24) % 168  # 1 January 1970 was a Thursday
    count = np.bincount(hour, minlength=168)
    total = np.bincount(hour, weights=series.intensity[inside], minlength=168)
    mean = np.divide(total, count, out=np.full(168, np.nan), where=count >= FEWEST)
    return WeekHours(mean.reshape(7, 24), count.reshape(7, 24))
