"""What was done in a week beside what was felt in it. No claim is made: what is done depends on what hurts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from knotbook.analysis.day_marks import EPOCH_DAY

_MONDAY = EPOCH_DAY - 3  # of the week of 1 January 1970


@dataclass(frozen=True, slots=True, eq=False)
class Dose:
    """Weeks from Monday to Sunday, the first of them beginning on `first`; all arrays are (weeks,).

    `minutes` pressed, `releases`, `untimed` (those whose time is not known), `sets` of exercise; `pain`: mean over the
    rated days of their mean NRS, NaN without one; `days`: how many days were rated.
    """

    first: date
    minutes: NDArray[np.float64]
    releases: NDArray[np.int64]
    untimed: NDArray[np.int64]
    sets: NDArray[np.int64]
    pain: NDArray[np.float64]
    days: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.pain)

    def monday(self, week: int) -> date:
        """The day on which a week begins."""
        return self.first + timedelta(weeks=week)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing at all."""
        return not (self.releases.any() or self.sets.any() or self.days.any())


def dose(
    pain_days: Iterable[tuple[int, float]],
    calm: Sequence[date],
    release_weeks: Iterable[tuple[int, int, int, int]],
    exercise_weeks: Iterable[tuple[int, int, int]],
    last: date,
    weeks: int,
) -> Dose:
    """The `weeks` weeks that end with the one of `last`.

    `pain_days`: (day since 1970, mean NRS); a day in `calm` counts as 0 if it is not among them, but only from the
    first of them on. Weeks are numbered from that of 1 January 1970, as the diary gives them.
    """
    end = (last.toordinal() - _MONDAY) // 7
    start = end - weeks + 1
    felt = dict(pain_days)
    if felt:
        begins = min(felt)
        for one in calm:
            day = one.toordinal() - EPOCH_DAY
            if day >= begins:
                felt.setdefault(day, 0.0)
    pressed = _columns([(w, s, n, u) for w, s, n, u in release_weeks], start, weeks, 3)
    trained = _columns([(w, s) for w, s, _n in exercise_weeks], start, weeks, 1)
    rated = _columns([((day + 3) // 7, level, 1.0) for day, level in felt.items()], start, weeks, 2)
    pain = np.divide(rated[0], rated[1], out=np.full(weeks, np.nan), where=rated[1] > 0)
    whole = [column.astype(np.int64) for column in (pressed[1], pressed[2], trained[0], rated[1])]
    first = date.fromordinal(_MONDAY + 7 * start)
    return Dose(first, pressed[0] / 60, whole[0], whole[1], whole[2], pain, whole[3])


def _columns(rows: Sequence[Sequence[float]], start: int, weeks: int, columns: int) -> NDArray[np.float64]:
    """(columns, weeks) sums of the numbers behind the week in each row."""
    table = np.array(rows, dtype=np.float64).reshape(-1, columns + 1)
    week = table[:, 0].astype(np.int64) - start
    inside = (week >= 0) & (week < weeks)
    sums = np.zeros((columns, weeks))
    for number in range(columns):
        np.add.at(sums[number], week[inside], table[inside, number + 1])
    return sums
