"""What happened beside the pain, as marks on the axis of a chart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray


class MarkKind(StrEnum):
    """The lanes, from the top."""

    RELEASE = "release"
    EXERCISE = "exercise"
    NOTE = "note"
    DAY = "day"


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """Different `words`, and for each of n marks the number of its own: (n,) `which`."""

    words: tuple[str, ...]
    which: NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """The marks of one kind. `utc_ms`: (n,) ascending. `ids`, `words`: n entry ids and what to say of each.

    `own`: (n,) True where it belongs to what the chart shows. `told`: the same words, each once.
    """

    kind: MarkKind
    utc_ms: NDArray[np.int64]
    ids: tuple[str, ...]
    words: tuple[str, ...]
    own: NDArray[np.bool_]
    told: Told

    def __len__(self) -> int:
        return len(self.ids)

    def mark(self, index: int) -> Mark:
        """One of them."""
        return Mark(self.kind, int(self.utc_ms[index]), self.ids[index], self.words[index])

    def window(self, since_ms: float, until_ms: float) -> slice:
        """Where the marks with since <= time <= until lie in the arrays."""
        first, last = np.searchsorted(self.utc_ms, np.array([np.ceil(since_ms), np.floor(until_ms) + 1], np.int64))
        return slice(int(first), max(int(first), int(last)))


@dataclass(frozen=True, slots=True)
class Mark:
    """One of them."""

    kind: MarkKind
    utc_ms: int
    id: str
    words: str


def marks_of(kind: MarkKind, rows: Iterable[tuple[int, str, str]]) -> Marks:
    """From (utc_ms, id, words) in ascending time."""
    kept = list(rows)
    times = np.array([row[0] for row in kept], np.int64)
    ids, words = tuple(row[1] for row in kept), tuple(row[2] for row in kept)
    numbers: dict[str, int] = {}
    which = np.array([numbers.setdefault(one, len(numbers)) for one in words], np.intp)
    return Marks(kind, times, ids, words, np.zeros(len(kept), np.bool_), Told(tuple(numbers), which))


def owned(marks: Marks, words: frozenset[str]) -> Marks:
    """The same marks, of which those that say one of `words` belong to what is shown."""
    if not len(marks):
        return marks
    own = np.array([one in words for one in marks.told.words], np.bool_)[marks.told.which]
    return replace(marks, own=own)


def amended(marks: Marks, gone: Set[str], rows: Iterable[tuple[int, str, str]]) -> Marks:
    """The marks without those `gone` (ids), and with `rows` of (utc_ms, id, words); none belongs to a chart yet.

    What is untouched is copied, not read again.
    """
    away = [number for number, key in enumerate(marks.ids) if key in gone] if gone else []
    times, which = np.delete(marks.utc_ms, away), np.delete(marks.told.which, away)
    ids, words, told = list(marks.ids), list(marks.words), list(marks.told.words)
    for number in reversed(away):
        del ids[number], words[number]
    for utc_ms, key, said in sorted(rows):
        at = int(np.searchsorted(times, np.int64(utc_ms), side="right"))
        if said not in told:
            told.append(said)
        times, which = np.insert(times, at, utc_ms), np.insert(which, at, told.index(said))
        ids.insert(at, key)
        words.insert(at, said)
    own = np.zeros(len(ids), np.bool_)
    return Marks(marks.kind, times, tuple(ids), tuple(words), own, Told(tuple(told), which))


def near(lanes: Sequence[Marks], since_ms: float, until_ms: float, most: int) -> tuple[list[Mark], int]:
    """Up to `most` marks in the span, and how many there are in all.

    Of every lane one, before any has two, so that a fall on the stairs is not lost among the exercises. Within a lane
    those that belong to the chart come first, then those closest to the middle of the span.
    """
    found: list[tuple[int, bool, int, int]] = []
    total, middle = 0, (since_ms + until_ms) / 2
    for order, lane in enumerate(lanes):
        inside = lane.window(since_ms, until_ms)
        total += inside.stop - inside.start
        first = np.lexsort((np.abs(lane.utc_ms[inside] - middle), ~lane.own[inside]))[:most] + inside.start
        found += [(rank, not lane.own[i], order, i) for rank, i in enumerate(first.tolist())]
    kept = sorted(sorted(found)[:most], key=lambda item: item[1:])
    return [lanes[order].mark(index) for _rank, _other, order, index in kept], total
