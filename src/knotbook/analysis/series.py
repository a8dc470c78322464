"""Ratings over time, as arrays."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass, replace
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from knotbook.analysis.subjects import Subject
from knotbook.domain.place import Place

PainRow = tuple[int, int, str, int, str]
"""What the diary reads out for one rating: UTC ms, minutes east of UTC, place, intensity 0-10, entry id."""

NIGHT, RECALLED = 1, 2
"""Bits of `Series.flags`: it was night or the pain woke the person; it was written down from memory."""

_FAR_MS = 2.0**62  # beyond any instant, within 64 bits


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Series:
    """The ratings of one place, point or group.

    `utc_ms`: (n,) milliseconds since 1970, ascending, equal instants allowed. `intensity`: (n,) NRS 0-10. `ids`: the n
    entry ids. `offset_min`: (n,) minutes east of UTC where the person was, or None if not known. `flags`: (n,) bits
    `NIGHT` and `RECALLED`, or None if not known. Raises ValueError if the lengths differ or time runs backwards.
    """

    place: Subject
    utc_ms: NDArray[np.int64]
    intensity: NDArray[np.float32]
    ids: tuple[str, ...]
    offset_min: NDArray[np.int16] | None = None
    flags: NDArray[np.uint8] | None = None

    def __post_init__(self) -> None:
        lengths = {len(self.utc_ms), len(self.intensity), len(self.ids)}
        lengths |= {len(extra) for extra in (self.offset_min, self.flags) if extra is not None}
        if len(lengths) != 1:
            raise ValueError(f"arrays of a series differ in length: {sorted(lengths)}")
        if np.any(self.utc_ms[1:] < self.utc_ms[:-1]):
            raise ValueError("the times of a series must ascend")

    def __len__(self) -> int:
        return len(self.ids)

    def window(self, since_ms: float, until_ms: float) -> slice:
        """Where the ratings with since <= time <= until lie in the arrays."""
        first = int(self.utc_ms.searchsorted(_whole(since_ms, math.ceil), side="left"))
        last = int(self.utc_ms.searchsorted(_whole(until_ms, math.floor), side="right"))
        return slice(first, max(first, last))


def from_rows(rows: Iterable[PainRow], places: Iterable[Place] = ()) -> list[Series]:
    """Rows in ascending time as one series a place.

    First those of `places`, in that order, empty where there is no row; then any others as they first occur.
    """
    by_place: dict[str, list[PainRow]] = {str(place): [] for place in places}
    for row in rows:
        by_place.setdefault(row[2], []).append(row)
    return [_series(Place.parse(name), own) for name, own in by_place.items()]


def one_series(
    subject: Subject, rows: list[PainRow], woken: Set[str] = frozenset(), recalled: Set[str] = frozenset()
) -> Series:
    """Rows in ascending time, whatever their places, as one series.

    `woken`, `recalled`: ids of ratings that are `NIGHT` whatever the hour, and of those that are `RECALLED`.
    """
    found = _series(subject, rows)
    if not rows:
        return found
    flags = NIGHT * _at_night(found.utc_ms, found.offset_min)
    for bit, ids in ((NIGHT, woken), (RECALLED, recalled)):
        if ids:
            flags |= np.fromiter((bit * (key in ids) for key in found.ids), np.uint8, len(found))
    return replace(found, flags=flags)


def amended(series: Series, gone: Set[str], rows: Iterable[tuple[PainRow, int]]) -> Series:
    """The series without the ratings `gone` (ids), and with `rows`, each with the bits it has besides its hour's.

    What is untouched is copied, not read again, so that one more rating costs as much after ten years as after one.
    Raises ValueError if the series does not know offsets or flags.
    """
    if len(series) and (series.offset_min is None or series.flags is None):
        raise ValueError("a series of bare numbers cannot be amended")
    away = [number for number, key in enumerate(series.ids) if key in gone] if gone else []
    found = _without(series, away) if away else series
    for row, bits in sorted(rows, key=lambda one: (one[0][0], one[0][4])):
        found = _with(found, row, bits)
    return found


def _without(series: Series, numbers: list[int]) -> Series:
    assert series.offset_min is not None and series.flags is not None, "asked for by the caller"
    stays = np.ones(len(series), np.bool_)
    stays[numbers] = False
    ids = tuple(compress(series.ids, stays.tolist()))
    columns = series.offset_min[stays], series.flags[stays]
    return Series(series.place, series.utc_ms[stays], series.intensity[stays], ids, *columns)


def _with(series: Series, row: PainRow, bits: int) -> Series:
    """With one more, where it belongs by time and then by id."""
    utc, east, _place, level, key = row
    night = int(_at_night(np.array([utc], np.int64), np.array([east], np.int16))[0])
    at = int(np.searchsorted(series.utc_ms, np.int64(utc), side="left"))
    while at < len(series) and int(series.utc_ms[at]) == utc and series.ids[at] < key:
        at += 1
    none = np.empty(0)
    offset_min = none if series.offset_min is None else series.offset_min
    flags = none if series.flags is None else series.flags
    return Series(
        series.place,
        np.insert(series.utc_ms, at, utc),
        np.insert(series.intensity, at, level),
        (*series.ids[:at], key, *series.ids[at:]),
        np.insert(offset_min, at, east).astype(np.int16),
        np.insert(flags, at, NIGHT * night | bits).astype(np.uint8),
    )


def empty_series(place: Subject) -> Series:
    """A place without ratings, so that it can still be named in a chart."""
    return Series(place, np.empty(0, np.int64), np.empty(0, np.float32), ())


def _whole(ms: float, rounded: Callable[[float], int]) -> np.int64:
    """A bound as an integer: numpy would turn all times into floats, and copy them, to look up a float."""
    return np.int64(min(max(ms, -_FAR_MS), _FAR_MS) if math.isinf(ms) else rounded(ms))


def _at_night(utc_ms: NDArray[np.int64], offset_min: NDArray[np.int16] | None) -> NDArray[np.uint8]:
    """1 from ten in the evening to six in the morning, by the clock where the person was."""
    east = 0 if offset_min is None else offset_min.astype(np.int64)
    hour = (utc_ms // 3_600_000 if offset_min is None else (utc_ms // 60_000 + east) // 60) % 24
    return ((hour >= 22) | (hour < 6)).astype(np.uint8)


def _series(place: Subject, rows: list[PainRow]) -> Series:
    if not rows:
        return empty_series(place)
    times, offsets, _places, intensities, ids = zip(*rows, strict=True)
    return Series(
        place,
        np.array(times, dtype=np.int64),
        np.array(intensities, dtype=np.float32),
        ids,
        np.array(offsets, dtype=np.int16),
    )
