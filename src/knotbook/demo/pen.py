"""Writes bodies down in order of time, each under an id that the same seed always gives."""

from __future__ import annotations

import uuid
from datetime import date, datetime, time, timedelta
from random import Random

from knotbook.domain.clock import Instant
from knotbook.domain.place import Point
from knotbook.domain.records import Body

Written = tuple[str, Body]
"""A body with the id of its record."""

SPREAD = 1.2  # body units


def seeded_id(utc_ms: int, rng: Random) -> str:
    """A UUIDv7 (RFC 9562, section 5.7) whose random part comes from `rng`."""
    value = utc_ms << 80 | 0x7 << 76 | rng.getrandbits(12) << 64 | 0b10 << 62 | rng.getrandbits(62)
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def made_ms(record_id: str) -> int:
    """When a UUIDv7 was made, in milliseconds since 1970 UTC."""
    return uuid.UUID(record_id).int >> 80


class Pen:
    """Collects what was written; `until` is the last moment that may be written about."""

    def __init__(self, rng: Random, until: Instant) -> None:
        self._rng = rng
        self._until = until
        self.written: list[Written] = []

    def at(self, day: date, minute: float) -> Instant:
        """The moment `minute` minutes after that day's midnight by the wall clock, with some seconds."""
        wall = datetime.combine(day, time()) + timedelta(minutes=minute, seconds=self._rng.randrange(60))
        return Instant.of(wall, self._until.zone)

    def write(self, when: Instant, body: Body) -> str | None:
        """Write `body` under a new id; nothing (None) if it lies after the end of the diary."""
        if when.utc_ms > self._until.utc_ms:
            return None
        record_id = seeded_id(when.utc_ms, self._rng)
        self.written.append((record_id, body))
        return record_id

    def near(self, point: Point) -> Point:
        """A tap meant for `point`."""
        return beside(self._rng, point)


def beside(rng: Random, point: Point) -> Point:
    """Where a finger lands that means `point`: about two millimetres beside it."""
    return Point(point.view, round(rng.gauss(point.x, SPREAD), 1), round(rng.gauss(point.y, SPREAD), 1))
