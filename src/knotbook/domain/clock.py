"""Instants (UTC, zone, offset) and what a clock is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Protocol, Self


@dataclass(frozen=True, slots=True, order=True)
class Instant:
    """A moment as the person lived it.

    `utc_ms`: milliseconds since 1970 in UTC. `zone`: IANA name. `offset_min`: minutes east of UTC at that moment, kept
    so that the wall time stays right even if the zone's rules change later.
    """

    utc_ms: int
    zone: str
    offset_min: int

    @classmethod
    def of(cls, moment: datetime, zone: str) -> Self:
        """From an aware datetime, or a naive wall time in `zone`. Raises ZoneInfoNotFoundError for an unknown zone."""
        from zoneinfo import ZoneInfo  # here: the first paint does not wait for it

        aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=ZoneInfo(zone))
        local = aware.astimezone(ZoneInfo(zone))
        offset = local.utcoffset() or timedelta()
        since = aware.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)
        return cls(since // timedelta(milliseconds=1), zone, offset // timedelta(minutes=1))

    def local(self) -> datetime:
        """The wall time where the person was, with its fixed offset."""
        utc = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=self.utc_ms)
        return utc.astimezone(timezone(timedelta(minutes=self.offset_min)))

    def day(self) -> date:
        """The calendar day where the person was."""
        return self.local().date()


class Clock(Protocol):
    """What tells the time. Tests hand in a fake one."""

    def now(self) -> Instant:
        """The present moment in the person's zone."""
        ...
