"""Ratings by the person's own calendar day."""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from knotbook.analysis.series import Series

DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True, eq=False)
class Days:
    """The days with a rating, ascending; all arrays are (m,).

    `day`: days since 1 January 1970. `mean`, `worst`, `last`: NRS of the day. `worst_at`, `last_at`: index of that
    rating in the series. `count`: ratings.
    """

    day: NDArray[np.int64]
    mean: NDArray[np.float64]
    worst: NDArray[np.float64]
    last: NDArray[np.float64]
    worst_at: NDArray[np.int64]
    last_at: NDArray[np.int64]
    count: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.day)


def local_day(series: Series) -> NDArray[np.int64]:
    """(n,) the calendar day of each rating where the person was; in UTC if the diary did not keep the offset."""
    east = 0 if series.offset_min is None else series.offset_min.astype(np.int64) * 60_000
    return np.asarray((series.utc_ms + east) // DAY_MS, dtype=np.int64)


def by_day(series: Series) -> Days:
    """Each rated day in a few numbers; a journey west may take one back into a day that is over, which stays one.

    Reckoned once for every series there is: several views ask for it, and neither of the two ever changes.
    """
    found = _known.get(series)
    if found is None:
        found = _known[series] = _reckon(series)
    return found


_known: WeakKeyDictionary[Series, Days] = WeakKeyDictionary()


def _reckon(series: Series) -> Days:
    day, level = local_day(series), series.intensity.astype(np.float64)
    order = np.argsort(day, kind="stable")
    day, level = day[order], level[order]
    starts = np.flatnonzero(np.diff(day, prepend=day[:1] - 1))
    if not len(starts):
        none, empty = np.empty(0, np.int64), np.empty(0)
        return Days(none, empty, empty, empty, none, none, none)
    ends = np.append(starts[1:], len(day))
    # by day, then from strongest to weakest, the earlier of equals first: the first of each day is its worst
    worst_at = order[np.lexsort((np.arange(len(day)), -level, day))[starts]]
    last_at = order[ends - 1]
    count = ends - starts
    mean = np.add.reduceat(level, starts) / count
    levels = series.intensity.astype(np.float64)
    return Days(day[starts], mean, levels[worst_at], levels[last_at], worst_at, last_at, count)
