"""The slow course of the pain, with how far one can trust it.

Local linear regression over the rated days with tricube weights and two bisquare steps against outliers: the LOWESS
of Cleveland 1979 (J. Am. Stat. Assoc. 74, 829-836), but with weights that end a fixed number of days away rather than
at the k-th neighbour, so that a gap in the diary stays a gap. As days lie on a grid, every sum is one convolution.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knotbook.analysis.by_day import Days
from knotbook.analysis.median import median

REACH_DAYS = 24
"""Days to either side at which the weights end; by the area under the tricube (1.157) that is 28 days' worth."""
LEAST_DAYS = 8
"""Rated days within reach, below which there is no line."""
GAP_DAYS = 5
"""A longer silence is left open."""
ROUNDING = 1 / np.sqrt(12)
"""SD of rounding to whole numbers: no residual spread is taken to be less."""
_STEPS = 2
_OUTLIER = 6.0  # times the median absolute residual, as in LOWESS
_BAND = 1.96
_FREE_DAYS = 14.0  # the line takes two parameters from about 28 days
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """Arrays are (m,). `day`: days since 1970, those of the line. `level`: NRS. `half`: half width of the 95 % band.

    `joined`: the line runs on to the next day.
    """

    day: NDArray[np.int64]
    level: Floats
    half: Floats
    joined: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.day)


def smooth(days: Days) -> Course:
    """The course of the daily means. The band is pointwise, for the line and not for single days.

    Its half width is 1.96 standard errors sqrt(sum l^2) s of the weights l with which the line adds up the days, with
    the variance raised by (1 + phi) / (1 - phi) for neighbouring days being alike (phi as in `verdict`).
    """
    if len(days) < LEAST_DAYS:
        return Course(np.empty(0, np.int64), np.empty(0), np.empty(0), np.empty(0, np.bool_))
    at = days.day - days.day[0]
    rated, value = np.zeros(int(at[-1]) + 1), np.zeros(int(at[-1]) + 1)
    rated[at], value[at] = 1.0, days.mean
    near = np.convolve(rated, np.ones(2 * REACH_DAYS - 1))[REACH_DAYS - 1 : REACH_DAYS - 1 + len(rated)]
    trust = rated
    for _step in range(_STEPS):
        fit, _spread = _fit(trust, value)
        away = np.where(rated > 0, np.abs(value - fit), 0.0)
        scale = _OUTLIER * max(median(away[at]), ROUNDING / 2)
        trust = rated * np.clip(1 - (away / scale) ** 2, 0, None) ** 2
    fit, spread = _fit(trust, value)
    shown = at[near[at] >= LEAST_DAYS]
    half = _BAND * np.sqrt(spread) * _noise(value[at] - fit[at], at, trust[at])
    joined = np.append(np.diff(shown) <= GAP_DAYS, False)
    return Course(shown + days.day[0], np.clip(fit[shown], 0, 10), half[shown], joined[: len(shown)])


def lag_one(residual: Floats, day: NDArray[np.int64]) -> tuple[float, int]:
    """(r, pairs): correlation of neighbouring days, from residuals of mean 0, and on how many pairs it rests."""
    next_day = np.diff(day) == 1
    pairs = int(np.count_nonzero(next_day))
    power = float(np.mean(residual**2)) if len(residual) else 0.0
    if not pairs or power < 1e-9:
        return 0.0, pairs
    return float(np.mean((residual[:-1] * residual[1:])[next_day])) / power, pairs


def shrunk(r: float, pairs: int) -> float:
    """phi: `r` drawn towards .4 with the weight of 20 pairs, from .2 to .95 (science notes, f)."""
    return min(0.95, max(0.2, (pairs * r + 20 * 0.4) / (pairs + 20)))


def inflation(phi: float) -> float:
    """How many times the variance of a mean of independent days the days' likeness makes it."""
    return (1 + phi) / (1 - phi)


def _noise(residual: Floats, day: NDArray[np.int64], trust: Floats) -> float:
    """SD of a day about the line, raised for days being alike; lag 1 is freed of the bias from fitting the line."""
    spread = max(float(np.sqrt(np.average(residual**2, weights=trust))), float(ROUNDING))
    r, pairs = lag_one(residual - residual.mean(), day)
    return spread * float(np.sqrt(inflation(shrunk(r + (1 + 3 * r) / _FREE_DAYS, pairs))))


def _fit(trust: Floats, value: Floats) -> tuple[Floats, Floats]:
    """(level, sum of squared weights) of the local line at every day, NaN-free; far from any day they mean nothing.

    With S_k = sum w d^k and l_i = w_i (S2 - d_i S1) / (S0 S2 - S1^2), the level is sum l_i y_i.
    """
    d = np.arange(-REACH_DAYS + 1, REACH_DAYS, dtype=np.float64)
    w = (1 - (np.abs(d) / REACH_DAYS) ** 3) ** 3
    s0, s1, s2 = (_around(trust, w * d**k) for k in range(3))
    t0, t1 = (_around(trust * value, w * d**k) for k in range(2))
    v0, v1, v2 = (_around(trust**2, w**2 * d**k) for k in range(3))
    determinant = s0 * s2 - s1 * s1
    flat = determinant <= 1e-9 * np.maximum(s0, 1e-9) ** 2  # one day, or none: no slope
    safe, one = np.where(flat, 1.0, determinant), np.where(s0 > 1e-12, s0, 1.0)
    level = np.where(flat, t0 / one, (s2 * t0 - s1 * t1) / safe)
    spread = np.where(flat, v0 / one**2, (s2**2 * v0 - 2 * s2 * s1 * v1 + s1**2 * v2) / safe**2)
    return level, np.maximum(spread, 0.0)


def _around(values: Floats, kernel: Floats) -> Floats:
    """For every day the sum over its neighbours d days away of value times kernel(d)."""
    return np.asarray(np.convolve(values, kernel[::-1])[REACH_DAYS - 1 : REACH_DAYS - 1 + len(values)])
