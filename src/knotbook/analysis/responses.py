"""What pain did after each release of one muscle: before, right after, 30 minutes later, next morning."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from knotbook.analysis.median import median
from knotbook.domain.place import Place

ENOUGH = 8
"""Releases rated before and at least once after, below which no median is drawn (statistics.md, a and c)."""
MOMENTS = 4

Row = tuple[str, str, int, int, int | None, int | None, int | None, int | None]
"""As the diary gives it: place of the release, id, ms UTC, minutes east, and the four ratings."""


@dataclass(frozen=True, slots=True, eq=False)
class Responses:
    """`ids`, `when`: of each of n releases, oldest first, in local wall time. `levels`: (n, 4) NRS, or NaN."""

    muscle: Place
    pain: Place
    ids: tuple[str, ...]
    when: tuple[datetime, ...]
    levels: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def enough(self) -> bool:
        """Whether a median may be drawn."""
        return len(self) >= ENOUGH

    @property
    def counts(self) -> tuple[int, ...]:
        """How many were rated at each moment."""
        return tuple(int(n) for n in np.count_nonzero(~np.isnan(self.levels), axis=0))

    @property
    def medians(self) -> tuple[float | None, ...]:
        """The median at each moment; None with fewer than `ENOUGH` ratings then."""
        return tuple(
            median(column[~np.isnan(column)]) if n >= ENOUGH else None
            for column, n in zip(self.levels.T, self.counts, strict=True)
        )

    def against_before(self, moment: int) -> tuple[int, int, int]:
        """How many were lower, the same and higher at a moment than before, of those rated at both."""
        change = self.levels[:, moment] - self.levels[:, 0]
        lower, same, higher = (np.count_nonzero(test) for test in (change < 0, change == 0, change > 0))
        return int(lower), int(same), int(higher)

    def steps(self, moment: int) -> dict[tuple[int, int], int]:
        """How many went from which NRS at `moment` to which at the next one."""
        pair = self.levels[:, moment : moment + 2]
        whole = pair[~np.isnan(pair).any(axis=1)].astype(int)
        return dict(Counter(map(tuple, whole.tolist())))


def responses(rows: Iterable[Row], muscle: Place, pain: Place) -> Responses:
    """Those of `rows` that were at `muscle` and were rated before and at least once after."""
    own = [row for row in rows if row[0] == str(muscle) and _rated(row)]
    levels = np.array([row[4:] for row in own], dtype=np.float64).reshape(-1, MOMENTS)
    return Responses(muscle, pain, tuple(row[1] for row in own), tuple(_lived(row) for row in own), levels)


def tried(rows: Sequence[Row]) -> list[tuple[Place, int]]:
    """The muscles that were rated often enough to be shown at all, the most often pressed first, and how often."""
    counts = Counter(row[0] for row in rows if _rated(row))
    return [(Place.parse(name), n) for name, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]


def _rated(row: Row) -> bool:
    return row[4] is not None and any(level is not None for level in row[5:])


def _lived(row: Row) -> datetime:
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=row[2], minutes=row[3])).replace(tzinfo=None)
