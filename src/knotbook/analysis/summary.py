"""A place in a few numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knotbook.analysis.median import median
from knotbook.analysis.series import Series

DAY_MS = 86_400_000
BAD_FROM = 4
"""A day counts as bad when its worst rating is above this NRS level."""


@dataclass(frozen=True, slots=True)
class Summary:
    """`first_ms`, `last_ms`: UTC ms of the first and last rating. `last`, `mean`, `median`, `worst`: NRS.
    `count`: ratings.

    `days`: local calendar days with a rating; `bad_days`: those whose worst rating was above `BAD_FROM`.
    """

    first_ms: int
    last_ms: int
    last: float
    mean: float
    median: float
    worst: float
    count: int
    days: int
    bad_days: int


def summarise(series: Series, since_ms: float = -np.inf, until_ms: float = np.inf) -> Summary | None:
    """The numbers of the ratings from `since_ms` to `until_ms` (UTC ms), or None if there are none."""
    inside = series.window(since_ms, until_ms)
    if inside.start == inside.stop:
        return None
    intensity = series.intensity[inside]
    worst_of_day = _worst_by_day(series, inside)
    return Summary(
        first_ms=int(series.utc_ms[inside.start]),
        last_ms=int(series.utc_ms[inside.stop - 1]),
        last=float(intensity[-1]),
        mean=float(intensity.mean(dtype=np.float64)),
        median=median(intensity),
        worst=float(intensity.max()),
        count=len(intensity),
        days=len(worst_of_day),
        bad_days=int(np.count_nonzero(worst_of_day > BAD_FROM)),
    )


def _worst_by_day(series: Series, inside: slice) -> NDArray[np.float32]:
    offset_ms = 0 if series.offset_min is None else series.offset_min[inside].astype(np.int64) * 60_000
    days = (series.utc_ms[inside] + offset_ms) // DAY_MS
    intensity = series.intensity[inside]
    if np.any(days[1:] < days[:-1]):  # a journey west can put an earlier day after a later one
        order = np.argsort(days, kind="stable")
        days, intensity = days[order], intensity[order]
    starts = np.append(0, np.flatnonzero(days[1:] != days[:-1]) + 1)
    return np.maximum.reduceat(intensity, starts)
