"""What a diary says of one place, in plain counts and medians. Nothing here says that one thing did another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean, median

DAY_MS = 86_400_000
ENOUGH_SESSIONS = 8
"""Fewer rated sessions than this are counted, but no median of them is given."""

PainRow = tuple[int, int, str, int, str]
"""UTC ms, minutes east of UTC, place, intensity 0-10, entry id."""
Rated = tuple[str, int, int, int | None]
"""One session: the place that was rated, its NRS before, right after and 30 minutes later (None: not rated then)."""


@dataclass(frozen=True, slots=True)
class Sessions:
    """Sessions rated at `place`. The medians (NRS) are None with fewer than `ENOUGH_SESSIONS` of them.

    `half_hour`: of those that were rated then too; None with fewer than `ENOUGH_SESSIONS`.
    """

    place: str
    count: int
    before: float | None
    after: float | None
    half_hour: float | None


@dataclass(frozen=True, slots=True)
class SoFar:
    """`mean`: NRS over the ratings since the time asked, None without any. `others`: places that hurt on the same days,
    with on how many of the `days` on which this one hurt.
    """

    count: int
    recent: int
    mean: float | None
    days: int
    others: tuple[tuple[str, int], ...]


def so_far(place: str, rows: Sequence[PainRow], recent_since_ms: int, most: int = 3) -> SoFar:
    """Count the pains of `rows` at `place`, their mean since then, and what else hurt (above 0) on the same days.

    Days are those of the person's wall clock at the time.
    """
    own = [row for row in rows if row[2] == place]
    recent = [row[3] for row in own if row[0] >= recent_since_ms]
    hurting: defaultdict[str, set[int]] = defaultdict(set)
    for row in rows:
        if row[3] > 0:
            hurting[row[2]].add((row[0] + row[1] * 60_000) // DAY_MS)
    days = hurting.pop(place, set())
    shared = Counter({other: len(days & theirs) for other, theirs in hurting.items() if days & theirs})
    order = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
    return SoFar(len(own), len(recent), fmean(recent) if recent else None, len(days), tuple(order[:most]))


def sessions(rated: Iterable[Rated]) -> tuple[Sessions, ...]:
    """The sessions by the place that was rated, the most often rated first."""
    by_place: defaultdict[str, list[Rated]] = defaultdict(list)
    for one in rated:
        by_place[one[0]].append(one)
    order = sorted(by_place.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(_told(place, own) for place, own in order)


def _told(place: str, own: Sequence[Rated]) -> Sessions:
    later = [one[3] for one in own if one[3] is not None]
    before, after = _median([one[1] for one in own]), _median([one[2] for one in own])
    return Sessions(place, len(own), before, after, _median(later))


def _median(values: Sequence[int]) -> float | None:
    return float(median(values)) if len(values) >= ENOUGH_SESSIONS else None
