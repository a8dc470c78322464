"""Each day of a calendar in three numbers. Days are the person's own, by the offset kept with each entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from knotbook.analysis.measures import Span
from knotbook.analysis.series import Series
from knotbook.analysis.summary import DAY_MS

EPOCH_DAY = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True, eq=False)
class DayMarks:
    """All arrays are (days,) from `span.first` on.

    `worst`: highest NRS, 0 on a day checked in as free of pain, NaN where nothing is known. `ratings`, `releases`: how
    many. `checked`: whether there is a check-in.
    """

    span: Span
    worst: NDArray[np.float64]
    ratings: NDArray[np.int64]
    releases: NDArray[np.int64]
    checked: NDArray[np.bool_]

    @property
    def first(self) -> int | None:
        """The number of the first day on which anything was logged; None without one."""
        found = np.flatnonzero(~np.isnan(self.worst) | (self.releases > 0) | self.checked)
        return int(found[0]) if len(found) else None

    @property
    def known(self) -> int:
        """On how many days something is known."""
        return int(np.count_nonzero(~np.isnan(self.worst)))


def day_marks(
    series: Iterable[Series],
    calm: Sequence[date],
    releases: Iterable[tuple[int, int]],
    span: Span,
    checked: Iterable[date] = (),
) -> DayMarks:
    """Count what falls into `span`. `releases`: (ms UTC, minutes east). `calm`: days on which nothing hurt.

    `checked`: days with a check-in; those of `calm` have one in any case.
    """
    worst, ratings = np.full(span.days, -1.0), np.zeros(span.days, np.int64)
    for one in series:
        days, inside = _within(local_days(one), span)
        np.maximum.at(worst, days, one.intensity[inside])
        ratings += np.bincount(days, minlength=span.days)
    for day in calm:
        if span.first <= day <= span.last:
            index = (day - span.first).days
            worst[index] = max(worst[index], 0.0)
    worst[worst < 0] = np.nan
    pressed = np.array(list(releases), dtype=np.int64).reshape(-1, 2)
    days, _inside = _within((pressed[:, 0] + pressed[:, 1] * 60_000) // DAY_MS, span)
    seen = np.zeros(span.days, np.bool_)
    seen[[(day - span.first).days for day in (*calm, *checked) if span.first <= day <= span.last]] = True
    return DayMarks(span, worst, ratings, np.bincount(days, minlength=span.days), seen)


def local_ms(series: Series) -> NDArray[np.int64]:
    """(n,) what the wall clock showed at each rating, as if it were UTC."""
    if series.offset_min is None:
        return series.utc_ms
    return series.utc_ms + series.offset_min.astype(np.int64) * 60_000


def local_days(series: Series) -> NDArray[np.int64]:
    """(n,) the person's own day of each rating, counted from 1 January 1970."""
    return local_ms(series) // DAY_MS


def worst_and_mean(series: Series) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """(m,) each: the rated days ascending, counted from 1 January 1970, and of each the worst and the mean NRS."""
    days, where = np.unique(local_days(series), return_inverse=True)
    worst = np.zeros(len(days))
    np.maximum.at(worst, where, series.intensity)
    total, count = np.bincount(where, weights=series.intensity), np.bincount(where)
    return days, worst, total / np.maximum(count, 1)


def _within(days: NDArray[np.int64], span: Span) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Day numbers within `span` of the days (counted from 1970) that lie in it, and which those are."""
    number = days - (span.first.toordinal() - EPOCH_DAY)
    inside = (number >= 0) & (number < span.days)
    return number[inside], inside
