"""One value a day instead of every rating."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from knotbook.analysis.by_day import Days, by_day
from knotbook.analysis.measures import Measure
from knotbook.analysis.series import Series
from knotbook.analysis.summary import BAD_FROM


def reckoned(series: Series, measure: Measure) -> Series:
    """The series with one value a rated day, at the rating it is best looked up by.

    WORST: the highest rating, where it was. MEAN: the mean, at the last rating of the day. BAD_DAYS, PAIN_DAYS: 10 on
    a day whose worst rating was above `BAD_FROM`, or above 0, else 0, so that the mean of any stretch is the share of
    its rated days times ten.
    """
    days = by_day(series)
    at = days.worst_at if measure is Measure.WORST else days.last_at
    at, level = _in_time(at, _levels(days, measure))
    return replace(
        series,
        utc_ms=series.utc_ms[at],
        intensity=level.astype(np.float32),
        ids=tuple(series.ids[number] for number in at),
        offset_min=None if series.offset_min is None else series.offset_min[at],
        flags=series.flags[at] if series.flags is not None and measure is Measure.WORST else None,
    )


def _levels(days: Days, measure: Measure) -> NDArray[np.float64]:
    if measure is Measure.WORST:
        return days.worst
    if measure is Measure.MEAN:
        return days.mean
    bad = days.worst > (BAD_FROM if measure is Measure.BAD_DAYS else 0)
    return np.where(bad, 10.0, 0.0)


def _in_time(at: NDArray[np.int64], level: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """A journey west can leave the last rating of a day after one of the next."""
    order = np.argsort(at, kind="stable")
    return at[order], level[order]
