"""How often each level was rated, in two spans beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knotbook.domain.place import Place


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """One place; `now` and `then`: (11,) how many ratings of 0 to 10 in the later and the earlier span."""

    place: Place
    now: NDArray[np.int64]
    then: NDArray[np.int64]

    def shares(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """(11,) each: shares of the ratings of that span, 0 to 1; all 0 where there are none."""
        return self.now / max(1, self.now.sum()), self.then / max(1, self.then.sum())

    def medians(self) -> tuple[float | None, float | None]:
        """The middle rating of each span (NRS), or None without one."""
        return _median(self.now), _median(self.then)


def spreads(
    now: Iterable[tuple[str, int, int]], then: Iterable[tuple[str, int, int]], places: Sequence[Place]
) -> tuple[Spread, ...]:
    """From (place, NRS, number) of both spans; one for each of `places`, in that order."""
    columns = {str(place): number for number, place in enumerate(places)}
    counts = np.zeros((2, len(columns), 11), np.int64)
    for which, rows in enumerate((now, then)):
        for place, level, n in rows:
            if place in columns:
                counts[which, columns[place], level] += n
    return tuple(Spread(place, counts[0, n], counts[1, n]) for n, place in enumerate(places))


def _median(counts: NDArray[np.int64]) -> float | None:
    total = int(counts.sum())
    if not total:
        return None
    upto = np.cumsum(counts)
    low, high = np.searchsorted(upto, ((total + 1) // 2, total // 2 + 1))
    return float(low + high) / 2
