"""Pain by place and local calendar day, as arrays: what the tint, the comparison and the replay are made of.

Absent means no data, which is not 0. A day counts once however often it was rated, so that a day with many ratings
does not outweigh the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from knotbook.analysis.measures import Measure, Span
from knotbook.analysis.series import PainRow
from knotbook.analysis.summary import BAD_FROM, DAY_MS
from knotbook.domain.place import Place

_EPOCH = date(1970, 1, 1).toordinal()
Grid = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Daily:
    """Days down, places across.

    `total`, `count`, `worst`: (days, places) sum of the ratings, how many, and the highest; where `count` is 0 there
    is no data and the other two mean nothing.
    """

    span: Span
    places: tuple[Place, ...]
    total: Grid
    count: NDArray[np.int64]
    worst: Grid

    def cut(self, span: Span) -> Daily:
        """The days of `span` that are in it; raises ValueError if there are none."""
        inside = Span(max(span.first, self.span.first), min(span.last, self.span.last))
        first = (inside.first - self.span.first).days
        rows = slice(first, first + inside.days)
        return Daily(inside, self.places, self.total[rows], self.count[rows], self.worst[rows])

    def rated_days(self) -> dict[Place, int]:
        """On how many days each place has data; places without any are absent."""
        days = np.count_nonzero(self.count, axis=0)
        return {place: int(n) for place, n in zip(self.places, days, strict=True) if n}


def daily(rows: Iterable[PainRow], span: Span, calm: Sequence[date] = (), known: Iterable[Place] = ()) -> Daily:
    """The ratings in `rows` (in any order) that fall into `span` by the person's own calendar.

    `calm`: days on which the person looked and nothing hurt. Each place in `rows` or `known` then counts as rated 0,
    if it was not rated that day and nothing else was rated above 0.
    """
    columns: dict[str, int] = {str(place): number for number, place in enumerate(dict.fromkeys(known))}
    cells = [(t + 60_000 * east, columns.setdefault(place, len(columns)), level) for t, east, place, level, _ in rows]
    wall_ms, column, intensity = np.array(cells, dtype=np.int64).reshape(-1, 3).T
    day = wall_ms // DAY_MS - (span.first.toordinal() - _EPOCH)
    inside = (day >= 0) & (day < span.days)
    shape = (span.days, len(columns))
    cell, level = day[inside] * len(columns) + column[inside], intensity[inside]
    size = shape[0] * shape[1]
    worst = np.zeros(size)
    np.maximum.at(worst, cell, level)
    total = np.bincount(cell, weights=level, minlength=size).astype(np.float64).reshape(shape)
    count = np.bincount(cell, minlength=size).reshape(shape)
    _fill_calm(total, count, [(one - span.first).days for one in calm if span.first <= one <= span.last])
    return Daily(span, tuple(map(Place.parse, columns)), total, count, worst.reshape(shape))


def merged(old: Daily, new: Daily) -> Daily:
    """`old` with the days of `new` in place of its own; days of `new` outside `old` are left out."""
    columns = {place: number for number, place in enumerate(dict.fromkeys((*old.places, *new.places)))}
    fresh = new.cut(old.span)
    first = (fresh.span.first - old.span.first).days
    rows = slice(first, first + fresh.span.days)
    grids = []
    for name in ("total", "count", "worst"):
        was, now = getattr(old, name), getattr(fresh, name)
        grid = np.zeros((old.span.days, len(columns)), was.dtype)
        grid[:, [columns[place] for place in old.places]] = was
        grid[rows] = 0
        grid[rows, [columns[place] for place in fresh.places]] = now
        grids.append(grid)
    return Daily(old.span, tuple(columns), *grids)


def values(data: Daily, measure: Measure) -> dict[Place, float]:
    """One value from 0 to 10 for every place with data on any day; see `moving` for the measures."""
    if not data.places:
        return {}
    last = moving(data, data.span.days, measure)[-1]
    return {place: float(value) for place, value in zip(data.places, last, strict=True) if not np.isnan(value)}


def moving(data: Daily, days: int, measure: Measure) -> Grid:
    """(days, places) the value of the `days` days that end with each day, 0 to 10; NaN where they hold no data.

    MEAN: mean of the days' means. WORST: highest rating. BAD_DAYS, PAIN_DAYS: share of the rated days whose worst
    rating was above `BAD_FROM`, or above 0, times ten.
    """
    rated = data.count > 0
    n = _running_sum(rated.astype(np.float64), days)
    if measure is Measure.WORST:
        return np.where(n > 0, _running_max(np.where(rated, data.worst, -1.0), days), np.nan)
    if measure is Measure.MEAN:
        each = np.divide(data.total, data.count, out=np.zeros_like(data.total), where=rated)
    else:
        each = 10.0 * (rated & (data.worst > (BAD_FROM if measure is Measure.BAD_DAYS else 0)))
    sums = _running_sum(each, days)
    # sums of differences leave dust near 0: a place at 0 must be exactly 0, it has a colour of its own
    mean: Grid = np.divide(sums, n, out=np.full_like(sums, np.nan), where=n > 0)
    return mean.round(6) + 0.0


def _fill_calm(total: Grid, count: NDArray[np.int64], days: Sequence[int]) -> None:
    for day in days:
        if not total[day].any():
            np.maximum(count[day], 1, out=count[day])


def _running_sum(grid: Grid, days: int) -> Grid:
    sums = np.cumsum(grid, axis=0)
    if days < len(grid):
        sums[days:] -= sums[:-days].copy()
    return sums


def _running_max(grid: Grid, days: int) -> Grid:
    """Highest of the last `days` rows, by doubling: as many passes as `days` has binary digits."""
    best, reach = grid.copy(), 1
    while reach < days:
        shift = min(reach, days - reach)
        if shift < len(best):
            best[shift:] = np.maximum(best[shift:], best[:-shift])
        reach += shift
    return best
