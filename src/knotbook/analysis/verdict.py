"""Has the pain changed for good? The monthly rule of the science notes (f), looked at once every 28 days.

The diary is cut into stretches of 28 days from the first rated day. The latest complete one is held against the first
with enough ratings. A day's value is its last rating. The difference is claimed if its 99 % interval leaves out 0 and
it is at least one point. The variance of each mean is raised by (1 + phi) / (1 - phi), phi being the lag-1 correlation
within the stretches (freed of its bias in short stretches, Kendall 1954, then drawn to .4 with the weight of 20 pairs
and at least .2); the interval uses Student's t with as many degrees of freedom as there are independent days. With phi
from .5 on, pain that moves in long waves, nothing is claimed. A stretch needs 8 rated days and half of its days.

A setback is said only where an improvement is claimed: the last 7 days, rated on at least 4, average a point or more
above the claimed stretch, and the 99.9 % interval of that leaves out 0. It is looked for every day, hence so wide; and
the spread is that of all complete stretches about their own means, since a week alone would often seem too steady. So
fewer than one in ten diaries hears of a setback that was none within a year (`benchmarks/verdict_bench.py`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from knotbook.analysis.by_day import Days
from knotbook.analysis.smooth import ROUNDING, inflation, lag_one, shrunk

WINDOW = 28
NEEDED = max(8, math.ceil(WINDOW / 2))
LEAST_POINTS = 1.0
WAVES_FROM = 0.5
RECENT, RECENT_NEEDED = 7, 4
_Z99, _Z999 = 2.5758, 3.2905
Floats = NDArray[np.float64]


class Finding(StrEnum):
    """What the rule says."""

    NOT_ENOUGH = "not_enough"
    NO_PAIN = "no_pain"
    WAVES = "waves"
    NO_CLEAR = "no_clear"
    LOWER = "lower"
    HIGHER = "higher"
    SETBACK = "setback"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Days are counted since 1970.

    `points`: latest stretch less the first, NRS, and `low`, `high`: its 99 % interval. `until`: the last day of the
    latest stretch; `next_look`: the day on which the next one is complete. `missing`: rated days that are still
    needed by then, and `rated`: how many there are. `recent`: the last 7 days less the latest stretch. `above_first`:
    in a setback, the last 7 days less the first stretch.
    """

    finding: Finding
    points: float = 0.0
    low: float = 0.0
    high: float = 0.0
    until: int = 0
    next_look: int = 0
    missing: int = 0
    rated: int = 0
    recent: float = 0.0
    above_first: float = 0.0


def verdict(days: Days, today: int) -> Verdict:
    """What can be said on the day `today` (days since 1970)."""
    if not len(days):
        return Verdict(Finding.NOT_ENOUGH, missing=NEEDED, next_look=today + WINDOW)
    first = int(days.day[0])
    now = max(0, today - first + 1) // WINDOW  # number of the stretch that is not complete yet
    stretches = [_stretch(days, first + WINDOW * n) for n in range(now)]
    base = next((n for n, one in enumerate(stretches) if len(one) >= NEEDED), None)
    latest = now - 1
    if base is None or base == latest or len(stretches[latest]) < NEEDED:
        return _waiting(days, first + WINDOW * now, complete=base is not None)
    swing = _swing(days, first, now)
    return _judged(days, stretches[base], stretches[latest], swing, first + WINDOW * now - 1, today)


def t_quantile(z: float, freedom: float) -> float:
    """Student's t from the normal quantile `z`: Cornish-Fisher to second order (Abramowitz and Stegun 26.7.5)."""
    g1 = (z**3 + z) / 4
    g2 = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    return z + g1 / freedom + g2 / freedom**2


def _stretch(days: Days, since: int, length: int = WINDOW) -> Floats:
    first, last = np.searchsorted(days.day, (since, since + length))
    return days.last[first:last]


def _waiting(days: Days, since: int, *, complete: bool) -> Verdict:
    """`since`: when the stretch began that is not complete yet; `complete`: there is a first one to hold it against."""
    rated = len(_stretch(days, since))
    return Verdict(
        Finding.NOT_ENOUGH,
        until=since - 1 if complete else 0,
        next_look=since + WINDOW,
        missing=max(0, NEEDED - rated),
        rated=rated,
    )


@dataclass(frozen=True, slots=True)
class _Swing:
    """How days go up and down within the complete stretches with enough ratings, each about its own mean.

    `phi`: likeness of neighbouring days. `variance` of a day, NRS squared. `freedom`: as of so many independent days.
    """

    phi: float
    variance: float
    freedom: float


def _swing(days: Days, first: int, count: int) -> _Swing:
    """Of the first `count` stretches, the first of which begins on the day `first`."""
    inside = days.day < first + WINDOW * count
    number, level = (days.day[inside] - first) // WINDOW, days.last[inside]
    sizes = np.bincount(number, minlength=count)
    means = np.bincount(number, weights=level, minlength=count) / np.maximum(sizes, 1)
    used = sizes[number] >= NEEDED
    residual = (level - means[number])[used]
    day = (days.day[inside] + number * 2)[used]  # apart, so that no pair spans two stretches
    r, pairs = lag_one(residual, day)
    enough = sizes[sizes >= NEEDED]
    phi = shrunk(r + (1 + 3 * r) / float(enough.mean()), pairs)
    variance = max(float(residual @ residual) / (len(residual) - len(enough)), float(ROUNDING**2))
    return _Swing(phi, variance, max(3.0, len(residual) / inflation(phi) - len(enough)))


def _judged(days: Days, base: Floats, last: Floats, swing: _Swing, until: int, today: int) -> Verdict:
    points, low, high = _difference(base, last, swing.phi)
    said = Verdict(Finding.NO_CLEAR, points, low, high, until, until + 1 + WINDOW)
    if not base.any() and not last.any():
        return replace(said, finding=Finding.NO_PAIN)
    if swing.phi >= WAVES_FROM:
        return replace(said, finding=Finding.WAVES)
    if abs(points) < LEAST_POINTS or low <= 0 <= high:
        return said
    if points > 0:
        return replace(said, finding=Finding.HIGHER)
    recent = _stretch(days, max(until + 1, today - RECENT + 1), RECENT)
    if len(recent) < RECENT_NEEDED or not _is_setback(recent, last, swing):
        return replace(said, finding=Finding.LOWER)
    up, above = float(recent.mean() - last.mean()), float(recent.mean() - base.mean())
    return replace(said, finding=Finding.SETBACK, recent=up, above_first=above)


def _is_setback(recent: Floats, last: Floats, swing: _Swing) -> bool:
    """Whether the recent days are above the last stretch by more than a point and more than the usual swing makes."""
    error = math.sqrt(swing.variance * inflation(swing.phi) * (1 / len(recent) + 1 / len(last)))
    return float(recent.mean() - last.mean()) >= max(LEAST_POINTS, t_quantile(_Z999, swing.freedom) * error)


def _difference(then: Floats, now: Floats, phi: float) -> tuple[float, float, float]:
    """(now less then, low, high): means with their 99 % interval."""
    spread = (_variance(then) / len(then) + _variance(now) / len(now)) * inflation(phi)
    freedom = max(3.0, (len(then) + len(now)) / inflation(phi) - 2)
    half = t_quantile(_Z99, freedom) * math.sqrt(spread)
    points = float(now.mean() - then.mean())
    return points, points - half, points + half


def _variance(values: Floats) -> float:
    """Never less than what rounding to whole numbers makes."""
    return max(float(values.var(ddof=1)), float(ROUNDING**2))
