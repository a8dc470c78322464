"""Each day of a calendar in three numbers. Days are the person's own, by the offset kept with each entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from knotbook.analysis.measures import Span
from knotbook.analysis.series import PainRow
from knotbook.analysis.summary import DAY_MS

EPOCH_DAY = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True, eq=False)
class DayMarks:
    """All arrays are (days,) from `span.first` on.

    `worst`: highest NRS, 0 on a day checked in as free of pain, NaN where nothing is known. `ratings`, `releases`: how
    many.
    """

    span: Span
    worst: NDArray[np.float64]
    ratings: NDArray[np.int64]
    releases: NDArray[np.int64]

    @property
    def known(self) -> int:
        """On how many days something is known."""
        return int(np.count_nonzero(~np.isnan(self.worst)))


def day_marks(
    pains: Iterable[PainRow], calm: Sequence[date], releases: Iterable[tuple[int, int]], span: Span
) -> DayMarks:
    """Count what falls into `span`. `releases`: (ms UTC, minutes east). `calm`: days on which nothing hurt."""
    rated = np.array([(t, east, level) for t, east, _place, level, _id in pains], dtype=np.int64).reshape(-1, 3)
    pressed = np.array(list(releases), dtype=np.int64).reshape(-1, 2)
    days, inside = _days(rated, span)
    worst = np.full(span.days, -1.0)
    np.maximum.at(worst, days, rated[inside, 2])
    for day in calm:
        if span.first <= day <= span.last:
            index = (day - span.first).days
            worst[index] = max(worst[index], 0.0)
    worst[worst < 0] = np.nan
    counted = np.bincount(days, minlength=span.days), np.bincount(_days(pressed, span)[0], minlength=span.days)
    return DayMarks(span, worst, *counted)


def _days(rows: NDArray[np.int64], span: Span) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Day numbers within `span` of the rows (ms UTC, minutes east, ...) that lie in it, and which rows those are."""
    day = (rows[:, 0] + rows[:, 1] * 60_000) // DAY_MS - (span.first.toordinal() - EPOCH_DAY)
    inside = (day >= 0) & (day < span.days)
    return day[inside], inside
