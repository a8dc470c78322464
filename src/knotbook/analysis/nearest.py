"""Which rating a pointer or a cursor means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knotbook.analysis.series import Series


@dataclass(frozen=True, slots=True)
class Hit:
    """Rating number `index` of series number `series`."""

    series: int
    index: int


def nearest(series: Sequence[Series], at_ms: float, level: float, reach_ms: float, ms_per_level: float) -> Hit | None:
    """The rating nearest to a pointer at time `at_ms` and NRS `level`, or None if there are no ratings.

    Within `reach_ms` to either side both directions count, one NRS point weighing as much as `ms_per_level` (what it
    spans on the screen). If nothing lies within reach, the rating nearest in time is taken.
    """
    best: tuple[float, Hit] | None = None
    for number, one in enumerate(series):
        found = _nearest_in(one, at_ms, level, reach_ms, ms_per_level)
        if found is not None and (best is None or found[0] < best[0]):
            best = (found[0], Hit(number, found[1]))
    return None if best is None else best[1]


def _nearest_in(
    one: Series, at_ms: float, level: float, reach_ms: float, ms_per_level: float
) -> tuple[float, int] | None:
    inside = one.window(at_ms - reach_ms, at_ms + reach_ms)
    if inside.start < inside.stop:
        across = one.utc_ms[inside] - at_ms
        up = (one.intensity[inside] - level) * ms_per_level
        squares = across * across + up * up
        index = int(np.argmin(squares))
        return float(np.sqrt(squares[index])), inside.start + index
    near = [i for i in (inside.start - 1, inside.start) if 0 <= i < len(one)]
    if not near:
        return None
    index = min(near, key=lambda i: abs(float(one.utc_ms[i]) - at_ms))
    beyond = reach_ms + 10 * ms_per_level  # so that anything within reach of another series wins
    return abs(float(one.utc_ms[index]) - at_ms) + beyond, index


def step(series: Sequence[Series], at: Hit | None, forward: bool) -> Hit | None:
    """The rating after (or before) `at` in time over all series; equal instants in the order of the series.

    Without `at`, the last (or, forwards, the first) rating. None if there is no further one.
    """
    candidates = [h for number in range(len(series)) if (h := _step_in(series, number, at, forward)) is not None]
    if not candidates:
        return None
    choose = min if forward else max
    return choose(candidates, key=lambda h: (int(series[h.series].utc_ms[h.index]), h.series))


def _step_in(series: Sequence[Series], number: int, at: Hit | None, forward: bool) -> Hit | None:
    one = series[number]
    if at is None:
        index = 0 if forward else len(one) - 1
    elif number == at.series:
        index = at.index + (1 if forward else -1)
    else:
        now = series[at.series].utc_ms[at.index]
        index = int(np.searchsorted(one.utc_ms, now, side="left" if number > at.series else "right"))
        index -= 0 if forward else 1
    return Hit(number, index) if 0 <= index < len(one) else None
