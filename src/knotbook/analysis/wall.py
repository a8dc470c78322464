"""Wall-clock arithmetic for reminders: mornings and quiet hours where the person is, whatever the clock does."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from knotbook.domain.clock import Instant
from knotbook.domain.wall_time import at_utc, moments_of

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
_TIME = re.compile(r"\s*([01]?\d|2[0-3])[:.]([0-5]\d)\s*\Z")
_WIDEST_GAP = 24 * 60  # minutes a zone has ever jumped ahead: a whole day, across the date line

Quiet = tuple[int, int]
"""From and until, in wall-clock minutes since midnight; from after until runs over midnight, equal means never."""


def wall_ms(day: date, minute: int, like: Instant) -> int:
    """When a clock in the zone of `like` first showed `minute` minutes since midnight on `day`, in ms UTC.

    A wall time that the clocks jumped over is the first one after the jump.
    """
    wall = datetime.combine(day, time()) + timedelta(minutes=minute)
    for ahead in range(_WIDEST_GAP + 1):
        found = moments_of(wall + timedelta(minutes=ahead), like)
        if found:
            return found[0].utc_ms
    raise ValueError(f"no clock in {like.zone} ever showed {wall}")


def next_wall_ms(after_ms: int, minute: int, like: Instant) -> int:
    """The first time at or after `after_ms` (UTC) at which the wall clock in the zone of `like` shows `minute`."""
    first = at_utc(after_ms, like).day()
    days = (first + timedelta(days=n) for n in range(3))
    return next(ms for day in days if (ms := wall_ms(day, minute, like)) >= after_ms)


def is_quiet(now: Instant, quiet: Quiet | None) -> bool:
    """Whether the wall clock of `now` stands inside the quiet hours."""
    if quiet is None or quiet[0] == quiet[1]:
        return False
    wall = now.local()
    minute, (begins, ends) = wall.hour * 60 + wall.minute, quiet
    return begins <= minute < ends if begins < ends else minute >= begins or minute < ends


def read_times(text: str) -> tuple[int, ...]:
    """Minutes since midnight of "8:30, 20:30"; raises ValueError for anything that is not a time."""
    found = []
    for part in text.split(","):
        if part.strip():
            match = _TIME.match(part)
            if match is None:
                raise ValueError(part.strip())
            found.append(int(match[1]) * 60 + int(match[2]))
    return tuple(sorted(set(found)))
