"""Half an hour without a release, for comparison: who is asked, how it is written, and which ratings make a pair.

No record type of its own: a wait is two pains at one place, the first with the context `BEGAN`, the second, half an
hour later, with `ENDED`. Readers that know nothing of it see two ordinary ratings with a word each.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import NamedTuple

from knotbook.domain.place import Place
from knotbook.domain.records import Entry, Pain, Release

BEGAN = "waiting, no release"
ENDED = "30 min without a release"
ONE_IN = 4
HALF_HOUR_MS = 30 * 60_000
LATEST_MS = 2 * HALF_HOUR_MS
"""How long after it was due a second rating is still taken as the end of a wait; recalled ones, at any time."""


class Pair(NamedTuple):
    """A rating and the one after half an hour without a release (NRS), at `place`; `utc_ms`: the first one's time."""

    utc_ms: int
    place: Place
    before: int
    after: int
    recalled: bool


def is_compared(release_id: str) -> bool:
    """Whether the session that has this id (a UUIDv7) is the one in four that offers to wait first."""
    return uuid.UUID(release_id).int % ONE_IN == 0


def open_waits(pains: Iterable[Entry]) -> list[Entry]:
    """The begun waits among `pains` (ascending) that have not been answered, oldest first."""
    return [began for began, ended in _matched(pains) if ended is None]


def waited_pairs(pains: Iterable[Entry], releases: Iterable[Entry]) -> list[Pair]:
    """All waits that were kept: rated at both ends, and no release touched the place in between.

    `pains` ascending by time; `releases` in any order. A release at the place, or for the pain there, breaks a wait.
    """
    touched = [(e.body.when.utc_ms, {e.body.place, *e.body.pain_for}) for e in releases if isinstance(e.body, Release)]
    pairs = []
    for began, ended in _matched(pains):
        if ended is None:
            continue
        first, second = began.body, ended.body
        assert isinstance(first, Pain) and isinstance(second, Pain), "matched gives pains"
        start = first.when.utc_ms
        if not any(start <= ms < start + HALF_HOUR_MS and first.place in places for ms, places in touched):
            pairs.append(Pair(start, first.place, first.intensity, second.intensity, second.recalled))
    return pairs


def _matched(pains: Iterable[Entry]) -> list[tuple[Entry, Entry | None]]:
    """Each begun wait with the first end at its place that lies half an hour or more after it."""
    begun: list[Entry] = []
    ends: list[Entry] = []
    for entry in pains:
        if isinstance(entry.body, Pain):
            if BEGAN in entry.body.context:
                begun.append(entry)
            elif ENDED in entry.body.context:
                ends.append(entry)
    found: list[tuple[Entry, Entry | None]] = []
    for began in begun:
        end = next((e for e in ends if _ends(began.body, e.body)), None)
        if end is not None:
            ends.remove(end)
        found.append((began, end))
    return found


def _ends(began: object, ended: object) -> bool:
    if not isinstance(began, Pain) or not isinstance(ended, Pain) or began.place != ended.place:
        return False
    late = ended.when.utc_ms - began.when.utc_ms - HALF_HOUR_MS
    return late >= 0 and (ended.recalled or late <= LATEST_MS)
