"""A place in a few numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from knotbook.analysis.series import Series

DAY_MS = 86_400_000
BAD_FROM = 4
"""A day counts as bad when its worst rating is above this NRS level."""


@dataclass(frozen=True, slots=True)
class Summary:
    """`first_ms`, `last_ms`: UTC ms of the first and last rating. `last`, `mean`, `worst`: NRS. `count`: ratings.

    `days`: local calendar days with a rating; `bad_days`: those whose worst rating was above `BAD_FROM`.
    """

    first_ms: int
    last_ms: int
    last: float
    mean: float
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
        worst=float(intensity.max()),
        count=len(intensity),
        days=len(worst_of_day),
        bad_days=sum(worst > BAD_FROM for worst in worst_of_day),
    )


def _worst_by_day(series: Series, inside: slice) -> list[float]:
    offset_ms = 0 if series.offset_min is None else series.offset_min[inside].astype(np.int64) * 60_000
    days = (series.utc_ms[inside] + offset_ms) // DAY_MS
    order = np.lexsort((series.intensity[inside], days))  # a journey west can put an earlier day after a later one
    days, intensity = days[order], series.intensity[inside][order]
    last_of_day = np.append(days[1:] != days[:-1], True)
    return [float(worst) for worst in intensity[last_of_day]]
