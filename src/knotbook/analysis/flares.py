"""Flares of a place and the time between them.

A flare day is at least `RISE` above the person's own median of the `LOOK_BACK` days before and at least `FROM`; a flare
begins on such a day after `QUIET` days that were none (statistics.md, d). Whether the gaps are getting longer is asked
by shuffling them, the open last one among them (statistics.md, e): of the tests tried there, the only one that keeps
to its level for flares that come in clusters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from knotbook.analysis.day_marks import EPOCH_DAY

RISE, FROM, LOOK_BACK, QUIET = 2, 4, 14, 2
KNOWN = 3
"""So many of the days before must be known, or there is nothing to be above."""
ENOUGH = 10
"""With fewer flares nothing is claimed."""
ALPHA = 0.05
_SHUFFLES = 1999
_SEED = 20  # the same diary must always give the same answer


@dataclass(frozen=True, slots=True)
class Gaps:
    """`began`: the first day of each flare, ascending. `since`, `until`: the first known day, and today.

    `chance`: how often shuffled gaps lengthen as much as these, 0 to 1; None with fewer than `ENOUGH` flares.
    """

    began: tuple[date, ...]
    since: date
    until: date
    chance: float | None = None

    @property
    def days(self) -> tuple[int, ...]:
        """Days from each flare to the next; the last one is still open: to today. Empty without a flare."""
        ends = (*self.began[1:], self.until)
        return tuple((end - begin).days for begin, end in zip(self.began, ends, strict=True)) if self.began else ()

    @property
    def halves(self) -> tuple[int, int]:
        """How many flares began in the first and in the second half of the time since the first known day."""
        middle = self.since + (self.until - self.since) / 2
        first = sum(day <= middle for day in self.began)
        return first, len(self.began) - first

    @property
    def lengthen(self) -> bool:
        """Whether it may be said that the gaps are getting longer."""
        return self.chance is not None and self.chance <= ALPHA


def gaps(days: Iterable[tuple[int, float]], calm: Sequence[date], today: date) -> Gaps | None:
    """The flares in (day since 1970, worst NRS) ascending; `calm`: days on which nothing hurt. None: nothing known."""
    worst = {day: float(level) for day, level in days}
    if not worst:
        return None
    for one in calm:
        worst.setdefault(one.toordinal() - EPOCH_DAY, 0.0)
    first, last = min(worst), max(max(worst), today.toordinal() - EPOCH_DAY)
    level = np.full(last - first + 1, np.nan)
    level[np.fromiter(worst, np.int64, len(worst)) - first] = np.fromiter(worst.values(), np.float64, len(worst))
    since = date.fromordinal(first + EPOCH_DAY)
    began = tuple(since + timedelta(days=int(day)) for day in onsets(level))
    until = date.fromordinal(last + EPOCH_DAY)
    plain = Gaps(began, since, until)
    chance = shuffled_chance(np.array(plain.days, np.float64)) if len(began) >= ENOUGH else None
    return Gaps(began, since, until, chance)


def onsets(level: NDArray[np.float64]) -> NDArray[np.int64]:
    """(m,) where flares begin in `level` (n,): worst NRS of consecutive days, NaN where unknown (never a flare day)."""
    padded = np.concatenate([np.full(LOOK_BACK, np.nan), level])
    before = sliding_window_view(padded, LOOK_BACK)[: len(level)]
    flare = (level >= FROM) & (level >= _medians(before) + RISE)
    begins = flare.copy()
    for lag in range(1, QUIET + 1):
        begins[lag:] &= ~flare[:-lag]
    return np.flatnonzero(begins)


def _medians(before: NDArray[np.float64]) -> NDArray[np.float64]:
    """(n,) the median of each row's known days; NaN, above which nothing lies, if fewer than `KNOWN` are known."""
    known = np.count_nonzero(~np.isnan(before), axis=1)
    ordered = np.sort(before, axis=1)  # NaN sorts last
    rows = np.arange(len(before))
    low, high = np.maximum(known - 1, 0) // 2, known // 2
    middle = (ordered[rows, low] + ordered[rows, np.minimum(high, LOOK_BACK - 1)]) / 2
    return np.where(known >= KNOWN, middle, np.nan)


def shuffled_chance(days: NDArray[np.float64], shuffles: int = _SHUFFLES) -> float:
    """Share of the orders of `days` (m,) that lengthen as much: by the sum of each gap times its number.

    One-sided, the order found counts as one of them; 1 / (shuffles + 1) at the least.
    """
    rng = np.random.default_rng(_SEED)
    weight = np.arange(len(days), dtype=np.float64)
    orders = rng.permuted(np.broadcast_to(days, (shuffles, len(days))), axis=1)
    as_much = np.count_nonzero(orders @ weight >= days @ weight - 1e-9)
    return (1 + int(as_much)) / (1 + shuffles)
