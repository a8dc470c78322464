"""The clock of this computer. It is made before the first paint; what it reads the time with is imported when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knotbook.domain.clock import Instant


class SystemClock:
    """The computer's clock and zone. The zone is asked for at every call: people travel."""

    def now(self) -> Instant:
        """The present moment in the system's IANA zone (UTC if the system does not name one)."""
        from datetime import UTC, datetime

        import tzlocal

        from knotbook.domain.clock import Instant

        name = tzlocal.get_localzone_name() or "UTC"
        return Instant.of(datetime.now(UTC), name)
