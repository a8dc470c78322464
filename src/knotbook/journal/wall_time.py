"""From a wall time in a zone to the moments it can mean: one, none in the spring gap, two in the autumn overlap."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from knotbook.domain.clock import Instant


def moments(wall: datetime, like: Instant) -> tuple[Instant, ...]:
    """Every moment at which a clock in the zone of `like` showed the naive time `wall`, earliest first.

    A zone this computer does not know keeps the offset of `like`.
    """
    try:
        zone = ZoneInfo(like.zone)
    except (ZoneInfoNotFoundError, ValueError):
        return (_fixed(wall, like),)
    found = {}
    for fold in (0, 1):
        aware = wall.replace(tzinfo=zone, fold=fold)
        if aware.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == wall:  # not so in a gap
            instant = Instant.of(aware.astimezone(UTC), like.zone)
            found[instant.utc_ms] = instant
    return tuple(found[ms] for ms in sorted(found))


def after_gap(wall: datetime, zone: str) -> datetime:
    """The wall time that the clock showed instead of `wall`, which it skipped: 02:30 gives 03:30."""
    aware = wall.replace(tzinfo=ZoneInfo(zone), fold=0)
    return aware.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def offset_words(instant: Instant) -> str:
    """The offset from UTC: "UTC+1", "UTC−3:30"."""
    hours, minutes = divmod(abs(instant.offset_min), 60)
    sign = "+" if instant.offset_min >= 0 else "−"
    return f"UTC{sign}{hours}" + (f":{minutes:02d}" if minutes else "")


def _fixed(wall: datetime, like: Instant) -> Instant:
    utc = wall.replace(tzinfo=timezone(timedelta(minutes=like.offset_min))).astimezone(UTC)
    since = utc - datetime(1970, 1, 1, tzinfo=UTC)
    return Instant(since // timedelta(milliseconds=1), like.zone, like.offset_min)
