"""Where a local-time axis puts its lines: at local hours, midnights, Mondays, months and years, across clock changes.

Pure: milliseconds since 1970 in UTC in, ticks out. Time itself runs evenly on the axis, so the day on which the clocks
go forward is 23 hours wide and the day on which they go back 25.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo


class Unit(StrEnum):
    """What a tick starts."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Step:
    """A distance between ticks: `count` times `unit`; `under`: the unit named in the second row of labels."""

    unit: Unit
    count: int
    width_ms: float
    under: Unit | None


_MINUTE, _HOUR, _DAY = 60_000.0, 3_600_000.0, 86_400_000.0
STEPS = (
    *(Step(Unit.MINUTE, n, n * _MINUTE, Unit.DAY) for n in (10, 30)),
    *(Step(Unit.HOUR, n, n * _HOUR, Unit.DAY) for n in (1, 3, 6, 12)),
    Step(Unit.DAY, 1, _DAY, Unit.MONTH),
    Step(Unit.WEEK, 1, 7 * _DAY, Unit.MONTH),
    *(Step(Unit.MONTH, n, n * 30.44 * _DAY, Unit.YEAR) for n in (1, 3, 6)),
    *(Step(Unit.YEAR, n, n * 365.25 * _DAY, None) for n in (1, 2, 5, 10, 20, 50)),
)
"""From fine to coarse."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line at `at` (UTC ms), where the wall shows `local` (naive)."""

    at: float
    local: datetime


def step_for(ms_per_px: float, label_px: dict[Unit, float]) -> Step:
    """The finest step that leaves `label_px[unit]` pixels for the label of every tick."""
    for step in STEPS:
        shortest = 0.9 if step.unit is Unit.MONTH else 1.0  # February
        if step.width_ms * shortest / ms_per_px >= label_px[step.unit]:
            return step
    return STEPS[-1]


def ticks(start: float, end: float, step: Step, zone: ZoneInfo) -> list[Tick]:
    """The ticks of `step` with start <= at <= end (UTC ms), ascending."""
    first, last = _local(start, zone), _local(end, zone)
    if step.unit in (Unit.MINUTE, Unit.HOUR):
        moments = (tick for wall in _clock_walls(first, last, step) for tick in _at(wall, zone))
    else:
        moments = (_midnight(day, zone) for day in _dates(first.date(), last.date(), step))
    found = {tick.at: tick for tick in moments if start <= tick.at <= end}
    return [found[at] for at in sorted(found)]


def unit_start(moment: float, unit: Unit, zone: ZoneInfo) -> Tick:
    """The tick at which the day, month or year around `moment` (UTC ms) began."""
    day = _local(moment, zone).date()
    began = {Unit.DAY: day, Unit.MONTH: day.replace(day=1), Unit.YEAR: day.replace(month=1, day=1)}[unit]
    return _midnight(began, zone)


def _local(moment: float, zone: ZoneInfo) -> datetime:
    utc = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=moment)
    return utc.astimezone(zone).replace(tzinfo=None, fold=0)


@lru_cache(maxsize=4096)  # a drag asks for the same days again at every step
def _midnight(day: date, zone: ZoneInfo) -> Tick:
    """The beginning of a day: the first of two midnights, or where the clocks skipped it, the moment they did."""
    wall = datetime.combine(day, time())
    return Tick(wall.replace(tzinfo=zone).timestamp() * 1000, wall)


def _at(wall: datetime, zone: ZoneInfo) -> Iterator[Tick]:
    """When the wall shows `wall`: once, twice (clocks going back) or never (going forward); a day begins but once."""
    if wall.time() == time():
        yield _midnight(wall.date(), zone)
        return
    for fold in (0, 1):
        at = wall.replace(tzinfo=zone, fold=fold).timestamp() * 1000
        if _local(at, zone) == wall:
            yield Tick(at, wall)


def _clock_walls(first: datetime, last: datetime, step: Step) -> Iterator[datetime]:
    minutes = step.count * (60 if step.unit is Unit.HOUR else 1)
    day = datetime.combine(first.date(), time())
    while day <= last + timedelta(days=1):
        for minute in range(0, 24 * 60, minutes):
            yield day + timedelta(minutes=minute)
        day += timedelta(days=1)


def _dates(first: date, last: date, step: Step) -> Iterator[date]:
    if step.unit in (Unit.DAY, Unit.WEEK):
        days = 7 if step.unit is Unit.WEEK else 1
        start = first - timedelta(days=first.weekday()) if days == 7 else first
        while start <= last:
            yield start
            start += timedelta(days=days)
        return
    months = step.count * (12 if step.unit is Unit.YEAR else 1)
    number = (first.year * 12 + first.month - 1) // months * months
    while number // 12 <= MAXYEAR and (day := date(number // 12, number % 12 + 1, 1)) <= last:
        yield day
        number += months
