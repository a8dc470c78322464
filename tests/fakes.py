"""Stand-ins for the world outside: time that moves only when it is told to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from knotbook.domain.clock import Instant

START_MS = 1_772_530_200_000  # 2026-03-03 09:30 UTC


@dataclass
class FakeClock:
    """A clock that stands still until `advance` is called."""

    start_ms: int = START_MS
    zone: str = "Europe/Berlin"

    def __post_init__(self) -> None:
        self.ms = self.start_ms

    def now(self) -> Instant:
        return Instant.of(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=self.ms), self.zone)

    def advance(self, ms: int = 0, *, minutes: float = 0, days: float = 0) -> None:
        self.ms += ms + round(minutes * 60_000) + round(days * 86_400_000)
