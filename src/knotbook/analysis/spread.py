"""How often each level was rated, in two spans beside each other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knotbook.analysis.day_marks import EPOCH_DAY, local_days
from knotbook.analysis.measures import Span
from knotbook.analysis.series import Series


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """`now` and `then`: (11,) how many ratings of 0 to 10 in the later and the earlier span."""

    now: NDArray[np.int64]
    then: NDArray[np.int64]

    def shares(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """(11,) each: shares of the ratings of that span, 0 to 1; all 0 where there are none."""
        return self.now / max(1, self.now.sum()), self.then / max(1, self.then.sum())

    def medians(self) -> tuple[float | None, float | None]:
        """The middle rating of each span (NRS), or None without one."""
        return _median(self.now), _median(self.then)


def spread(series: Series, now: Span, then: Span | None) -> Spread:
    """Of the ratings on the days of two spans, as the person lived them; without `then` nothing to compare with."""
    days = local_days(series)
    return Spread(_levels(series, days, now), _levels(series, days, then))


def _levels(series: Series, days: NDArray[np.int64], span: Span | None) -> NDArray[np.int64]:
    if span is None:
        return np.zeros(11, np.int64)
    first, last = (day.toordinal() - EPOCH_DAY for day in (span.first, span.last))
    inside = (days >= first) & (days <= last)
    return np.bincount(series.intensity[inside].astype(np.int64), minlength=11)


def _median(counts: NDArray[np.int64]) -> float | None:
    total = int(counts.sum())
    if not total:
        return None
    upto = np.cumsum(counts)
    low, high = np.searchsorted(upto, ((total + 1) // 2, total // 2 + 1))
    return float(low + high) / 2
