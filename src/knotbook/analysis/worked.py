"""What this person tried for one pain, how often, and how it was rated afterwards. Counts; nothing about causes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from knotbook.domain.place import Place

ENOUGH = 8
"""Rated sessions below which no outcome is told."""

Trial = tuple[str, int | None, int | None, int | None]
"""One release: its place, and the NRS of the pain before, after 30 minutes, next morning. None: not rated."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Sessions rated before and at one later moment: how many of them with a lower, the same, a higher number then.

    `median`: of the later number less the one before, in points of ten; None below `ENOUGH` sessions.
    """

    lower: int = 0
    same: int = 0
    higher: int = 0
    median: float | None = None

    @property
    def n(self) -> int:
        """How many sessions were rated at both moments."""
        return self.lower + self.same + self.higher

    @property
    def missing(self) -> int:
        """How many more rated sessions it takes to tell."""
        return max(0, ENOUGH - self.n)


@dataclass(frozen=True, slots=True)
class Tried:
    """A place that was released for the pain, `times` times."""

    place: Place
    times: int
    half_hour: Outcome
    next_morning: Outcome

    @property
    def enough(self) -> bool:
        """Whether at least one of the outcomes may be told."""
        return not (self.half_hour.missing and self.next_morning.missing)


def worked_before(trials: Iterable[Trial]) -> tuple[Tried, ...]:
    """One `Tried` for each released place: first those that may be told, then by how often; ties by name.

    The order says nothing about what followed, so that a failure stands beside a success.
    """
    by_place: dict[str, list[Trial]] = {}
    for trial in trials:
        by_place.setdefault(trial[0], []).append(trial)
    tried = [
        Tried(Place.parse(place), len(own), outcome(t[1:3] for t in own), outcome((t[1], t[3]) for t in own))
        for place, own in by_place.items()
    ]
    return tuple(sorted(tried, key=lambda t: (not t.enough, -t.times, str(t.place))))


def outcome(pairs: Iterable[tuple[int | None, int | None]]) -> Outcome:
    """What `pairs` of a number and a later one come to; where one was not rated, it does not count."""
    changes = [later - before for before, later in pairs if before is not None and later is not None]
    return Outcome(
        lower=sum(change < 0 for change in changes),
        same=sum(change == 0 for change in changes),
        higher=sum(change > 0 for change in changes),
        median=median(changes) if len(changes) >= ENOUGH else None,
    )
