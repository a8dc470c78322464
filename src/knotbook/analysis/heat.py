"""How strongly to tint each region for a span of time. Absent means no data, which is not 0."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from knotbook.analysis.series import PainRow
from knotbook.analysis.summary import BAD_FROM, DAY_MS
from knotbook.domain.place import Place


class Measure(StrEnum):
    """What the tint stands for."""

    MEAN = "mean"
    WORST = "worst"
    BAD_DAYS = "bad_days"


def heat(rows: Iterable[PainRow], measure: Measure) -> dict[Place, float]:
    """One value from 0 to 10 for every place with a rating in `rows` (in any order).

    MEAN: mean of the days' means, so that a day with many ratings does not outweigh the others. WORST: highest rating.
    BAD_DAYS: share of the rated days whose worst rating was above `BAD_FROM`, times ten, so that the one scale of the
    map fits.
    """
    days = _by_day(rows)
    value = {Measure.MEAN: _mean, Measure.WORST: _worst, Measure.BAD_DAYS: _bad_days}[measure]
    return {Place.parse(place): value(list(by_day.values())) for place, by_day in days.items()}


def _by_day(rows: Iterable[PainRow]) -> dict[str, dict[int, list[int]]]:
    days: dict[str, dict[int, list[int]]] = {}
    for utc_ms, offset_min, place, intensity, _id in rows:
        day = (utc_ms + offset_min * 60_000) // DAY_MS
        days.setdefault(place, {}).setdefault(day, []).append(intensity)
    return days


def _mean(days: list[list[int]]) -> float:
    return sum(sum(day) / len(day) for day in days) / len(days)


def _worst(days: list[list[int]]) -> float:
    return float(max(max(day) for day in days))


def _bad_days(days: list[list[int]]) -> float:
    return 10 * sum(max(day) > BAD_FROM for day in days) / len(days)
