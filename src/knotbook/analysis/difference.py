"""How far the means of two stretches lie apart, and how far that can be trusted.

The mean is that of all ratings, as it is shown. Ratings of one day are alike, so the days are what is counted: the
variance of the mean is that of a ratio estimate over days (Cochran 1977, Sampling Techniques, ch. 6), raised by
(1 + phi) / (1 - phi) for neighbouring days being alike, with phi as in `verdict`. The interval is one of 95 %, for one
look at two stretches that were not chosen for what is in them; whoever shows it says so.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knotbook.analysis.by_day import local_day
from knotbook.analysis.series import Series
from knotbook.analysis.smooth import ROUNDING, inflation, lag_one, shrunk
from knotbook.analysis.verdict import t_quantile

LEAST_DAYS = 8
"""Rated days that each stretch needs (science notes, f)."""
_Z95 = 1.96
Time = tuple[float, float]
"""From and until, UTC ms."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The mean of one stretch less that of another, NRS, and `low`, `high`: its 95 % interval."""

    points: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class _Mean:
    """`level`: NRS. `pull`: (m,) by how much each rated day moves the mean times m. `day`: (m,) ascending."""

    level: float
    pull: NDArray[np.float64]
    day: NDArray[np.int64]


def difference(series: Series, now: Time, then: Time) -> Difference | None:
    """None if either stretch has fewer than `LEAST_DAYS` rated days, or if they overlap: then they share ratings."""
    if now[0] < then[1] and then[0] < now[1]:
        return None
    here, there = _mean(series, now), _mean(series, then)
    if min(len(here.day), len(there.day)) < LEAST_DAYS:
        return None
    phi = _likeness(here, there)
    freedom = max(3.0, (len(here.day) + len(there.day)) / inflation(phi) - 2)
    half = t_quantile(_Z95, freedom) * math.sqrt((_variance(here) + _variance(there)) * inflation(phi))
    points = here.level - there.level
    return Difference(points, points - half, points + half)


def _mean(series: Series, time: Time) -> _Mean:
    inside = series.window(*time)
    level = series.intensity[inside].astype(np.float64)
    if not len(level):
        return _Mean(math.nan, np.empty(0), np.empty(0, np.int64))
    day, which, count = np.unique(local_day(series)[inside], return_inverse=True, return_counts=True)
    mean = float(level.mean())
    away = np.bincount(which, weights=level - mean)
    return _Mean(mean, away / count.mean(), day)


def _likeness(here: _Mean, there: _Mean) -> float:
    """phi over both stretches, freed of the bias that short stretches give it (Kendall 1954)."""
    apart = here.day.max() - there.day.min() + 2  # no pair spans both
    r, pairs = lag_one(np.append(there.pull, here.pull), np.append(there.day, here.day + abs(apart)))
    return shrunk(r + (1 + 3 * r) / (0.5 * (len(here.day) + len(there.day))), pairs)


def _variance(one: _Mean) -> float:
    """Of the mean; that of a day is never less than what rounding to whole numbers makes."""
    days = len(one.day)
    return max(float(one.pull @ one.pull) / (days - 1), float(ROUNDING**2)) / days
