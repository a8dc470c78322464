"""From a wall time in a zone to the moments it can mean: one, none in the spring gap, two in the autumn overlap."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from knotbook.domain.clock import Instant


def zone_of(like: Instant) -> ZoneInfo | timezone:
    """The rules of the zone of `like`; its fixed offset if this computer does not know the zone."""
    try:
        return ZoneInfo(like.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return timezone(timedelta(minutes=like.offset_min))


def at_utc(utc_ms: int, like: Instant) -> Instant:
    """The moment `utc_ms` as lived in the zone of `like`."""
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=utc_ms)
    offset = moment.astimezone(zone_of(like)).utcoffset() or timedelta()
    return Instant(utc_ms, like.zone, offset // timedelta(minutes=1))


def moments_of(wall: datetime, like: Instant) -> tuple[Instant, ...]:
    """Every moment at which a clock in the zone of `like` showed the naive time `wall`, earliest first."""
    zone = zone_of(like)
    found = {}
    for fold in (0, 1):
        utc = wall.replace(tzinfo=zone, fold=fold).astimezone(UTC)
        if utc.astimezone(zone).replace(tzinfo=None) == wall:  # not so in a gap
            utc_ms = (utc - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)
            found[utc_ms] = at_utc(utc_ms, like)
    return tuple(found[ms] for ms in sorted(found))


def after_gap(wall: datetime, like: Instant) -> datetime:
    """What clocks in the zone of `like` showed for a `wall` they skipped: 02:30 gives 03:30."""
    zone = zone_of(like)
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC).astimezone(zone).replace(tzinfo=None)


def offset_words(offset_min: int, minus: str = "−") -> str:
    """Minutes east of UTC: "UTC+1", "UTC−3:30". `minus`: another sign, for words that are typed."""
    hours, minutes = divmod(abs(offset_min), 60)
    return f"UTC{'+' if offset_min >= 0 else minus}{hours}" + (f":{minutes:02d}" if minutes else "")
