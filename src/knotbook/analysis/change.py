"""What has become better and what worse from one span of time to another. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knotbook.domain.place import Place

SAME_WITHIN = 0.5
"""Points (of ten) within which two values count as about the same: less than half a step of the scale is noise."""


@dataclass(frozen=True, slots=True)
class Change:
    """Now less then, for one place: negative is less pain. Values 0 to 10; `days`: rated days (then, now)."""

    place: Place
    then: float
    now: float
    days: tuple[int, int]

    @property
    def points(self) -> float:
        """Now less then, -10 to 10."""
        return self.now - self.then

    @property
    def direction(self) -> int:
        """-1 better, 0 about the same, 1 worse."""
        return 0 if abs(self.points) < SAME_WITHIN else -1 if self.points < 0 else 1


@dataclass(frozen=True, slots=True)
class Changes:
    """`both`: places with data in both spans, greatest change first. `only_then`, `only_now`: data in one of them."""

    both: tuple[Change, ...]
    only_then: tuple[Place, ...]
    only_now: tuple[Place, ...]

    @property
    def better(self) -> tuple[Change, ...]:
        """The places that hurt less, the greatest change first."""
        return tuple(change for change in self.both if change.direction < 0)

    @property
    def worse(self) -> tuple[Change, ...]:
        """The places that hurt more, the greatest change first."""
        return tuple(change for change in self.both if change.direction > 0)

    @property
    def same(self) -> tuple[Change, ...]:
        """The places that hurt about as much."""
        return tuple(change for change in self.both if change.direction == 0)


def changes(
    then: Mapping[Place, float],
    now: Mapping[Place, float],
    days_then: Mapping[Place, int],
    days_now: Mapping[Place, int],
) -> Changes:
    """Compare two sets of values; a place without data in one of them has no difference."""
    both = [Change(p, then[p], now[p], (days_then[p], days_now[p])) for p in then.keys() & now.keys()]
    both.sort(key=lambda change: (-abs(change.points), str(change.place)))
    return Changes(tuple(both), _only(then, now), _only(now, then))


def _only(one: Mapping[Place, float], other: Mapping[Place, float]) -> tuple[Place, ...]:
    return tuple(sorted(one.keys() - other.keys()))
